"""What a check of the rows of a page finds."""

from __future__ import annotations

from typing import NamedTuple

from scripts.common.problems import Kind


class Fault(NamedTuple):
    """A row that is read otherwise: its line (from 1), what is wrong, the mend, and its kind."""

    line: int
    what: str
    mend: str
    kind: Kind | None = None
