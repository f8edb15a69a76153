"""Note marks in running text: numbers in brackets, `[2, 3, 9–12]`, each linked to its source.

A bare number means that the preceding text is from that source. A word before the numbers,
`[based on 4]`, means that part of the text is this site's own conclusion from the source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from lxml.html import HtmlElement

# From this many on, consecutive numbers are written as a range.
_RANGE = 3
_DASH = "\N{EN DASH}"
# Keeps a word on the same line as its number.
_SPACE = "\N{NO-BREAK SPACE}"
_LINK = re.compile(r"(\d+)(?:, (.+))?", re.DOTALL)


@dataclass(frozen=True, order=True)
class Mark:
    """One reference to a source: its number and, where known, the locator."""

    number: int
    locator: str = ""

    @property
    def text(self) -> str:
        """The visible text."""
        return f"{self.number}, {self.locator}" if self.locator else str(self.number)


# Renders the link of a mark as HTML; the second argument is the last number of a range that the
# mark begins, 0 if it begins none.
Link = Callable[[Mark, int], str]


def brackets(marks: Iterable[Mark], link: Link, word: str = "") -> str:
    """The HTML of adjacent marks, sorted and without duplicates.

    They are separated by semicolons if any has a locator, which follows a comma.
    """
    ordered = sorted(set(marks))
    separator = "; " if any(mark.locator for mark in ordered) else ", "
    links: list[str] = []
    for run in _runs(ordered):
        if len(run) >= _RANGE:
            ends = link(run[0], run[-1].number), link(run[-1], 0)
            links.append(_DASH.join(ends))
        else:
            links += [link(mark, 0) for mark in run]
    return f"[{word and word + _SPACE}{separator.join(links)}]"


def _runs(marks: list[Mark]) -> list[list[Mark]]:
    """Group the marks into runs of consecutive numbers without locators."""
    # In a run of consecutive numbers, the difference between number and index is constant.
    groups = groupby(
        enumerate(marks),
        key=lambda at: (at[1].number - at[0], at[1].locator and at[0]),
    )
    return [[mark for _, mark in group] for _, group in groups]


def read_marks(group: HtmlElement) -> tuple[list[Mark], str]:
    """Parse the HTML that `brackets` rendered: the marks, and the word before them.

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
