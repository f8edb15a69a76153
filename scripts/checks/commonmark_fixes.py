"""Suggested fixes for text that the site's renderer and CommonMark parse differently.

Derived from the source lines where a known pattern matches, else from the elements produced.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from scripts.content.html_events import Event

STRESS = (
    "write * or ** right before the words that are stressed, and the same right behind them, "
    "\\* and \\_ where they are text"
)
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
# CommonMark's substitute for an invalid character reference.
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def fix_of(here: list[Event], elsewhere: list[Event], lines: Sequence[str]) -> tuple[str, int]:
    """Suggest a fix for a difference.

    Args:
        here: The events of the site's renderer.
        elsewhere: The events of CommonMark.
        lines: The source lines of the paragraph that differs.

    Returns:
        The fix, and the offset of the line that it concerns from the first of `lines`.
    """
    events = [*here, *elsewhere]
    names = {kind.strip("<>") for kind, _ in events}
    is_invalid = any(_REPLACEMENT in value for _, value in elsewhere)
    for offset, line in enumerate(lines):
        if fix := (names & {"pre", "code"} and _fence_fix(line)) or _line_fix(
            line, is_invalid=is_invalid
        ):
            return fix, offset
    stressed = any(kind.startswith("text ") for kind, _ in events)
    by_kind = next((fix for kinds, fix in _MENDS if names & kinds), "")
    return by_kind or (STRESS if stressed else _OTHER), 0


def _fence_fix(line: str) -> str:
    fence = _FENCE.fullmatch(line)
    if fence and fence["before"]:
        return "put all rows of the code at the very left, outside of lists and quotations"
    if fence and len(words := fence["words"].split()) > 1:
        return f"write {fence['fence']}{words[0]} alone in the row"
    return ""


def _line_fix(line: str, *, is_invalid: bool) -> str:
    if _WORDLESS.match(line):
        return "write the words of the heading before the {"
    if _TIGHT.match(line):
        return "write a space before the {"
    if escaped := _ESCAPED.search(line):
        name = escaped["name"]
        return f"write &amp;{name} where it is text, and &{name} where the sign is meant"
    number = _NUMBER.search(line) if is_invalid else None
    return f"write the sign itself: {unescape(number.group())}" if number else ""
