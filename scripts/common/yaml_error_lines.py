"""Lines of a YAML text, by index from 0, and those that an error may originate on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Origin(NamedTuple):
    """The line to fix, counted from 0, what is wrong with it, and the remedy."""

    line_index: int
    what: str
    fix: str


def line_text(text: str, index: int) -> str:
    """The text of a line; "" past the end."""
    lines = text.split("\n")
    return lines[index] if 0 <= index < len(lines) else ""


def indent(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def filled_line_above(text: str, index: int) -> int | None:
    """The index of the nearest line above that is not blank, None where there is none."""
    lines = text.split("\n")[:index]
    return next((each for each in range(len(lines) - 1, -1, -1) if lines[each].strip()), None)


def candidate_lines(error: Exception, text: str) -> Iterator[int]:
    """The lines that an error may originate on: its own, its context's, and the ones above both."""
    seen: set[int] = set()
    for name in ("problem_mark", "context_mark"):
        mark = getattr(error, name, None)
        if mark is None:
            continue
        for index in (int(mark.line), filled_line_above(text, int(mark.line))):
            if index is not None and index not in seen:
                seen.add(index)
                yield index
