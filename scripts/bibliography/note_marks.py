"""The mark of a note in a text: numbers in brackets, `[2, 3, 9–12]`, each leading to its source.

A bare number says that what stands before it is from that source. A word before the numbers,
`[cf. 4]`, says that some of it is concluded from the source by this site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from lxml.html import HtmlElement

# From this many on, numbers that follow one another are written as the first and the last.
_RANGE = 3
_DASH = "\N{EN DASH}"
# A word is not parted from the number that it speaks of.
_SPACE = "\N{NO-BREAK SPACE}"
_LINK = re.compile(r"(\d+)(?:, (.+))?", re.DOTALL)


@dataclass(frozen=True, order=True)
class Mark:
    """One source as a text refers to it: its number and, where known, the place in it."""

    number: int
    locator: str = ""

    @property
    def text(self) -> str:
        """What is seen of it."""
        return f"{self.number}, {self.locator}" if self.locator else str(self.number)


# Makes the link of a mark, as HTML; the second is the last number of the range that it begins.
Link = Callable[[Mark, int], str]


def brackets(marks: Iterable[Mark], link: Link, word: str = "") -> str:
    """Marks that stand together, as HTML: in order, and each once.

    Where one of them tells a page, a semicolon parts them, as the page follows a comma.
    """
    ordered = sorted(set(marks))
    between = "; " if any(mark.locator for mark in ordered) else ", "
    written: list[str] = []
    for run in _runs(ordered):
        if len(run) >= _RANGE:
            ends = link(run[0], run[-1].number), link(run[-1], 0)
            written.append(_DASH.join(ends))
        else:
            written += [link(mark, 0) for mark in run]
    return f"[{word and word + _SPACE}{between.join(written)}]"


def _runs(marks: list[Mark]) -> list[list[Mark]]:
    """The marks, with those in one list that follow one another and tell no page."""
    # Of numbers that follow one another, each is as far from its place in the row.
    groups = groupby(
        enumerate(marks),
        key=lambda at: (at[1].number - at[0], at[1].locator and at[0]),
    )
    return [[mark for _, mark in group] for _, group in groups]


def read_marks(group: HtmlElement) -> tuple[list[Mark], str]:
    """The marks in brackets that `brackets` has written, and the word before them.

    Their links lead to `#ref-` and a number.
    """
    marks: list[Mark] = []
    open_range = False
    for link in group.iter("a"):
        number = int(link.get("href", "").rpartition("-")[2])
        if open_range:
            marks += [Mark(each) for each in range(marks[-1].number + 1, number)]
        match = _LINK.fullmatch(link.text_content())
        marks.append(Mark(number, (match and match[2]) or ""))
        open_range = (link.tail or "").startswith(_DASH)
    return marks, (group.text or "").strip("[ " + _SPACE)
