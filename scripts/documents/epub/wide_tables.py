"""Marks tables that are too wide for a page of the e-book, so that their words may be divided.

A page of an e-book cuts off what is too wide, and cannot be moved sideways. In other tables no word
is divided but where the language divides it: `overflow-wrap: anywhere` would let a browser make any
column narrower than its words.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

# The classes, and how many characters a line holds: on a phone, and on other screens.
CLASSES = {"wide": 58, "wider": 85}
# The characters between two columns, of the parts of a word that a hyphen divides, and of the
# longest that any language divides.
_BETWEEN, _PART, _WORD = 2, 18, 40
# Where a line may break: at a space, but a no-break space, and after a hyphen.
_BREAK = re.compile(r"[^\S\u00a0\u202f]+|(?<=-)")


def mark_wide_tables(root: HtmlElement) -> None:
    """Give the classes to each table whose columns need more than such a line."""
    for table in root.iter("table"):
        needed = _needed(table)
        table.classes.update(name for name, line in CLASSES.items() if needed > line)


def _needed(table: HtmlElement) -> int:
    """The characters that the longest words of all columns need, side by side."""
    columns: list[int] = []
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        columns += [0] * (len(cells) - len(columns))
        for at, cell in enumerate(cells):
            columns[at] = max(columns[at], _longest_word(cell))
    return sum(columns) + _BETWEEN * max(0, len(columns) - 1)


def _longest_word(cell: HtmlElement) -> int:
    """Its characters; of a word that a hyphen may divide, those of a part."""
    longest = 0
    for word in _BREAK.split(str(cell.text_content())):
        plain = word.replace("\u00ad", "")
        parted = plain.isalpha() and len(plain) <= _WORD
        longest = max(longest, min(len(plain), _PART) if parted else len(plain))
    return longest
