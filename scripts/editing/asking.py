"""Whether a command can ask something."""

from __future__ import annotations

import sys


def is_asked() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()
