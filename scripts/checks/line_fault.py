"""The result of checks that look at single lines of a page."""

from __future__ import annotations

from typing import NamedTuple

from scripts.common.problems import Kind


class LineFault(NamedTuple):
    """A misparsed line: its number (from 1), what is wrong, the remedy, and the kind of problem."""

    line: int
    what: str
    fix: str
    kind: Kind | None = None
