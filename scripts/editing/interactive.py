"""Whether a command can prompt the user."""

from __future__ import annotations

import sys


def is_interactive() -> bool:
    """Whether standard input is a terminal."""
    return sys.stdin.isatty()
