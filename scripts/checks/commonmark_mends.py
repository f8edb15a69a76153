"""How to mend what the site and CommonMark read otherwise.

By what stands in the rows where that is known, else by what each makes of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from scripts.content.html_events import Event

STRESS = "write * and ** right beside the words that they stress, \\* and \\_ where they are text"
_OTHER = "write it so that both agree: a \\ before a sign that is text"
_MENDS = (
    (
        {"ul", "ol", "li"},
        "put a blank line around the list, indent what belongs to an item by"
        " four spaces, and write \\- or 1\\. where it is none",
    ),
    ({"pre", "code"}, "write ` on both sides of code; \\` or no indentation where it is none"),
    (
        {"table", "tr", "th", "td"},
        "put blank lines around the table, give each row as many cells"
        " as there are heads, and write \\| where a bar is text, never in code",
    ),
    ({"blockquote"}, "put blank lines around the quotation"),
    ({"a", "img"}, "write [text](address) on one row, with no space in the address"),
    ({"br"}, "write <br> where a line should end"),
    ({"dl", "dt", "dd"}, "write a heading or a list: there are no lists of terms"),
    (
        {f"h{level}" for level in range(1, 7)},
        "write a space behind its # signs, and blank lines around it",
    ),
)
_FENCE = re.compile(
    r"(?P<before>[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)?)(?P<fence>`{3,}|~{3,})(?P<words>[^`]*)"
)
_TIGHT = re.compile(r"#{1,6}[ \t].*[^\s{]\{:?[ ]*[#.]")
_WORDLESS = re.compile(r"#{1,6}[ \t]+\{:?[ ]*[#.]")
_ESCAPED = re.compile(r"\\&(?P<name>#?\w+;)")
_NUMBER = re.compile(r"&#(?:\d+|[xX][0-9a-fA-F]+);")
# What stands there for a sign that CommonMark knows none of.
_NONE = "\N{REPLACEMENT CHARACTER}"


def mend_of(here: list[Event], elsewhere: list[Event], rows: Sequence[str]) -> tuple[str, int]:
    """How to mend a difference.

    Args:
        here: What the site makes of it.
        elsewhere: What CommonMark makes of it.
        rows: The rows of the file from the paragraph on that differs.

    Returns:
        The mend, and how many rows below the first of them it belongs.
    """
    events = [*here, *elsewhere]
    names = {kind.strip("<>") for kind, _ in events}
    is_none = any(_NONE in value for _, value in elsewhere)
    for at, row in enumerate(rows):
        if mend := (names & {"pre", "code"} and _of_code(row)) or _of_row(row, is_none=is_none):
            return mend, at
    stressed = any(kind.startswith("text ") for kind, _ in events)
    by_kind = next((mend for kinds, mend in _MENDS if names & kinds), "")
    return by_kind or (STRESS if stressed else _OTHER), 0


def _of_code(row: str) -> str:
    found = _FENCE.fullmatch(row)
    if found and found["before"]:
        return "put all rows of the code at the very left, outside of lists and quotations"
    if found and len(words := found["words"].split()) > 1:
        return f"write {found['fence']}{words[0]} alone in the row"
    return ""


def _of_row(row: str, *, is_none: bool) -> str:
    if _WORDLESS.match(row):
        return "write the words of the heading before the {"
    if _TIGHT.match(row):
        return "write a space before the {"
    if escaped := _ESCAPED.search(row):
        name = escaped["name"]
        return f"write &amp;{name} where it is text, and &{name} where the sign is meant"
    number = _NUMBER.search(row) if is_none else None
    return f"write the sign itself: {unescape(number.group())}" if number else ""
