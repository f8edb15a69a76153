"""The rows of a text of YAML, and which of them is to be mended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Origin(NamedTuple):
    """The row to mend, counted from 0, what is wrong with it, and the mend."""

    row: int
    what: str
    mend: str


def row_of(text: str, at: int) -> str:
    """A row, counted from 0; an empty one behind the last."""
    rows = text.split("\n")
    return rows[at] if 0 <= at < len(rows) else ""


def indent(row: str) -> int:
    """How many spaces a row begins with."""
    return len(row) - len(row.lstrip(" "))


def filled_above(text: str, at: int) -> int | None:
    """The next row above that holds something, None where there is none."""
    rows = text.split("\n")[:at]
    return next((each for each in range(len(rows) - 1, -1, -1) if rows[each].strip()), None)


def near_rows(error: Exception, text: str) -> Iterator[int]:
    """The rows that a fault of the reader may stem from: its own, that above, what it stands in."""
    seen: set[int] = set()
    for name in ("problem_mark", "context_mark"):
        mark = getattr(error, name, None)
        if mark is None:
            continue
        for row in (int(mark.line), filled_above(text, int(mark.line))):
            if row is not None and row not in seen:
                seen.add(row)
                yield row
