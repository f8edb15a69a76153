"""Finds lists whose markers are not Markdown: those of Word, of laws, of Norwegian typography.

Markdown joins their lines into one paragraph, which is invisible in the source. A single such
line may be text (direct speech, or the name of a law); two in a row are a list, and so mostly is
one after a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from scripts.checks.lists import attributes_speech
from scripts.content.block_nodes import ITEM, PARAGRAPH, Node, SourceLine

_SPACE = r"[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
# Bullet characters that begin nothing but list items.
_ALWAYS = "•▪◦●■‣⁃∙"
_BULLET_LINE = re.compile(rf"(?:[{_ALWAYS}]{_SPACE}*|[·o–—−]{_SPACE}+|[–—−](?=[^\W\d]))\S")
_DASHES = "–—−"
# Each form of numbering: its punctuation, and the pattern of an item.
_NUMBERED = tuple(
    (form, re.compile(pattern))
    for form, pattern in (
        ("()", rf"\((?P<at>\d{{1,3}}|[a-z]|[ivx]{{1,5}})\){_SPACE}+\S"),
        ("[]", rf"\[(?P<at>\d{{1,3}})\]{_SPACE}+\S"),
        (")", rf"(?P<at>\d{{1,3}}|[a-z]|[ivx]{{1,5}})\){_SPACE}+\S"),
        (")", r"(?P<at>\d{1,2})\)(?=[^\W\d])"),
        (".", rf"(?P<at>[A-Za-z]|[IVX]{{1,5}}|[ivx]{{1,5}})\.{_SPACE}+\S"),
        ("1.", r"(?P<at>\d{1,2})\.[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]?(?=[^\W\d])"),
        (":", rf"(?P<at>\d{{1,3}}):{_SPACE}+\S"),
        ("§", rf"§{_SPACE}*(?P<at>\d{{1,3}})\.?{_SPACE}+\S"),
        (".1", rf"(?P<at>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\.?{_SPACE}+\S"),
        ("-", r"(?P<at>[-+])(?=[^\W\d])"),
    )
)
# Forms that convert to a Markdown numbered list; the numbers of others are kept as text.
_COUNTED = frozenset({"()", "[]", ")", ":"})
_MARKER = re.compile(r"&[#\w]+;|[(\[]?\d+[)\]:.]|\S")
# Forms of unnumbered items; a dash may also introduce direct speech.
_BULLET, _DASH = "•", "–"
# Forms so rare at the start of a line that two of them are a list without counting up.
_UNCOUNTED = frozenset({_BULLET, _DASH, "()", "[]", ")", "-"})
# Forms of which a single line is no list, even after a colon.
_NEVER_ALONE = frozenset({_DASH, "-", ".1"})
# The maximum number of lines from one item to the next.
_MOST_LINES = 9
_ROMAN = {"i": 1, "v": 5, "x": 10}


class ForeignList(NamedTuple):
    """A list: the first line of each item, and how to fix it."""

    items: list[SourceLine]
    fix: str


class _Mark(NamedTuple):
    """The marker of a line: its form, what kind of number it counts in, and the number."""

    form: str
    kind: str = ""
    at: int = 0


def foreign_lists(parent: Node) -> Iterator[ForeignList]:
    """Yield the lists within the paragraphs of a block, whose lines would be joined."""
    for lines in _paragraphs(parent):
        is_nested = parent.kind == ITEM
        for start, items in _lists_in(lines, is_nested=is_nested):
            mark = next(iter(_marks(items[0].text)))
            fix = _fix(items[0].text, mark, is_in_item=is_nested and not start)
            if is_nested and start == 1 and mark.form == _DASH:
                fix += "; or join it to the row above"
            elif start:
                above = "four spaces before them" if is_nested else "a blank line above the first"
                fix += f", and put {above}"
            if mark.form == _DASH and not is_nested:
                fix += "; or put a blank line between what different people say"
            elif mark.form != _BULLET:
                fix += "; or join the rows where they are no list"
            yield ForeignList(items, fix)


def begins_item(text: str) -> bool:
    """Whether a line starts with the marker of such a list."""
    return bool(_marks(text))


def _fix(text: str, mark: _Mark, *, is_in_item: bool) -> str:
    marker = _MARKER.match(text.lstrip(" \N{NO-BREAK SPACE}"))
    symbol = marker.group() if marker else ""
    if mark.form in (_BULLET, _DASH):
        if is_in_item:
            return f"take the {symbol} away: the item has a sign"
        return f"begin each of its items with - and a space, not with {symbol}"
    if mark.form in ("-", "1."):
        return f"put an ordinary space behind {symbol}, and so in each of its items"
    if mark.form in _COUNTED and not mark.kind:
        return f"write {mark.at}. for {symbol}, and so on in each of its items"
    return "put - and a space before each of its items"


def _paragraphs(parent: Node) -> Iterator[list[SourceLine]]:
    """Yield the lines of each paragraph; bulleted ones that follow each other are joined."""
    paragraphs: list[list[SourceLine]] = []
    previous = None
    for child in parent.children:
        if child.kind == PARAGRAPH:
            follows = previous is not None and previous.kind == PARAGRAPH
            if follows and all(_is_bullet(each[0]) for each in (paragraphs[-1], child.rows)):
                paragraphs[-1] = [*paragraphs[-1], *child.rows]
            else:
                paragraphs.append(child.rows)
        previous = child
    yield from paragraphs


def _is_bullet(line: SourceLine) -> bool:
    return any(mark.form == _BULLET for mark in _marks(line.text))


def _lists_in(
    lines: list[SourceLine], *, is_nested: bool
) -> Iterator[tuple[int, list[SourceLine]]]:
    """Yield the lists within a paragraph: the index of the first line, and the item lines.

    Below an item one dash is enough: phones make the hyphen of the next item one.
    """
    marks = [_marks(line.text) for line in lines]
    is_speech = any(map(attributes_speech, (line.text for line in lines)))
    start = 0
    while start < len(lines):
        promised = start > 0 and lines[start - 1].text.rstrip().endswith(":")
        is_next_item = is_nested and start == 1 and _is_spaced_dash(lines[start].text)
        items = [start] if marks[start] else []
        for index in range(start + 1, len(lines)) if items else ():
            if _continues(marks[items[-1]], marks[index]):
                items.append(index)
            elif (start and not promised) or index - items[-1] > _MOST_LINES:
                break  # Within running text, only adjacent lines are a list.
        count = len(items) + is_next_item if items else 0
        if count and _is_list(marks[start], count, promised, is_speech, lines[start].text):
            yield start, [lines[each] for each in items]
            start = items[-1]
        start += 1


def _is_spaced_dash(text: str) -> bool:
    return bool(re.match(rf"[{_DASHES}]{_SPACE}", text.lstrip()))


def _is_list(
    marks: frozenset[_Mark], count: int, promised: bool, is_speech: bool, text: str
) -> bool:
    forms = {mark.form for mark in marks}
    if _DASH in forms and is_speech:
        return False
    if count > 1 or text.lstrip()[:1] in _ALWAYS:
        return True
    starts_list = bool(forms & _UNCOUNTED) or any(mark.at == 1 for mark in marks)
    return promised and starts_list and forms.isdisjoint(_NEVER_ALONE)


def _continues(before: frozenset[_Mark], after: frozenset[_Mark]) -> bool:
    """Whether a line with markers `after` continues a list whose last item has `before`."""
    return any(
        (mark.form == each.form and mark.form in _UNCOUNTED)
        or mark._replace(at=mark.at + 1) == each
        for mark in before
        for each in after
    )


def _marks(text: str) -> frozenset[_Mark]:
    """Return all readings of the marker of a line: "i." is a letter and a Roman numeral."""
    text = text.lstrip(" \N{NO-BREAK SPACE}")
    if text.startswith("&"):
        text = unescape(text)
    if _BULLET_LINE.match(text):
        return frozenset({_Mark(_DASH if text[0] in _DASHES else _BULLET)})
    for form, pattern in _NUMBERED:
        if match := pattern.match(text):
            return frozenset(_Mark(form, *order) for order in _numbers_of(match["at"]))
    return frozenset()


def _numbers_of(text: str) -> Iterator[tuple[str, int]]:
    before, _, last = text.rpartition(".")
    if last.isdigit():
        yield before, int(last)
        return
    lower_case = text.lower()
    if len(text) == 1:
        yield "letter", ord(lower_case) - ord("a") + 1
    if set(lower_case) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in lower_case]
        signs = (-1 if value < following else 1 for value, following in pairwise([*values, 0]))
        yield "Roman", sum(sign * value for sign, value in zip(signs, values, strict=True))
