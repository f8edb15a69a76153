"""Lists whose signs are none of Markdown: those of Word, of laws, and as Norwegian writes them.

Their rows are run into one paragraph, which nobody sees in the file. One row that begins so may
be text (somebody speaks, or a law is named): two that follow each other are a list, and mostly
one that a colon promises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from scripts.checks.lists import says_somebody
from scripts.content.block_nodes import ITEM, PARAGRAPH, Node, SourceLine

_SPACE = r"[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
# Nothing else begins with them, in whatever row they stand.
_ALWAYS = "•▪◦●■‣⁃∙"
_SIGN = re.compile(rf"(?:[{_ALWAYS}]{_SPACE}*|[·o–—−]{_SPACE}+)\S")
_DASHES = "–—−"
# What a number or a letter stands in, and what an item looks like then.
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
# Those whose number is that of a numbered list; of the others it is text.
_COUNTED = frozenset({"()", "[]", ")", ":"})
_BEGIN = re.compile(r"&[#\w]+;|[(\[]?\d+[)\]:.]|\S")
# Bullets, and dashes, which begin spoken words too.
_BULLET, _DASH = "•", "–"
# Forms that two rows of a text hardly begin with: they need not count up to be a list.
_ALIKE = frozenset({_BULLET, _DASH, "()", "[]", ")", "-"})
# Forms of which one row is no list yet, though a colon stands above.
_NEVER_ALONE = frozenset({_DASH, "-", ".1"})
# How many rows an item may go on over.
_LONGEST = 9
_ROMAN = {"i": 1, "v": 5, "x": 10}


class ForeignList(NamedTuple):
    """The rows that begin its items, and how to mend it."""

    items: list[SourceLine]
    mend: str


class _Mark(NamedTuple):
    """What a row begins with: its form, what is counted in it, and how far."""

    form: str
    kind: str = ""
    at: int = 0


def foreign_lists(parent: Node) -> Iterator[ForeignList]:
    """The lists that stand in the paragraphs of a block, and would be run into them."""
    for rows in _texts(parent):
        is_nested = parent.kind == ITEM
        for at, items in _runs(rows):
            mark = next(iter(_marks(items[0].text)))
            mend = _mend(items[0].text, mark, is_in_item=is_nested and not at)
            if at:
                above = "four spaces before them" if is_nested else "a blank line above the first"
                mend += f", and put {above}"
            if mark.form == _DASH:
                mend += "; or put a blank line between what different people say"
            elif mark.form != _BULLET:
                mend += "; or join the rows where they are no list"
            yield ForeignList(items, mend)


def begins_item(text: str) -> bool:
    """Whether a row begins as an item of such a list may."""
    return bool(_marks(text))


def _mend(text: str, mark: _Mark, *, is_in_item: bool) -> str:
    begin = _BEGIN.match(text.lstrip(" \N{NO-BREAK SPACE}"))
    sign = begin.group() if begin else ""
    if mark.form in (_BULLET, _DASH):
        if is_in_item:
            return f"take the {sign} away: the item has a sign"
        return f"begin each of its items with - and a space, not with {sign}"
    if mark.form in ("-", "1."):
        return f"put an ordinary space behind {sign}, and so in each of its items"
    if mark.form in _COUNTED and not mark.kind:
        return f"write {mark.at}. for {sign}, and so on in each of its items"
    return "put - and a space before each of its items"


def _texts(parent: Node) -> Iterator[list[SourceLine]]:
    """The rows of each paragraph; bullets with blank lines between them are one list."""
    found: list[list[SourceLine]] = []
    before = None
    for child in parent.children:
        if child.kind == PARAGRAPH:
            goes_on = before is not None and before.kind == PARAGRAPH
            if goes_on and all(_is_bullet(each[0]) for each in (found[-1], child.rows)):
                found[-1] = [*found[-1], *child.rows]
            else:
                found.append(child.rows)
        before = child
    yield from found


def _is_bullet(row: SourceLine) -> bool:
    return any(mark.form == _BULLET for mark in _marks(row.text))


def _runs(rows: list[SourceLine]) -> Iterator[tuple[int, list[SourceLine]]]:
    """The lists within one text: where each begins, and the rows of its items."""
    marks = [_marks(row.text) for row in rows]
    is_speech = any(map(says_somebody, (row.text for row in rows)))
    at = 0
    while at < len(rows):
        promised = at > 0 and rows[at - 1].text.rstrip().endswith(":")
        items = [at] if marks[at] else []
        for next_at in range(at + 1, len(rows)) if items else ():
            if _goes_on(marks[items[-1]], marks[next_at]):
                items.append(next_at)
            elif (at and not promised) or next_at - items[-1] > _LONGEST:
                break  # Within a text only rows that follow each other are a list.
        if items and _is_list(marks[at], len(items), promised, is_speech, rows[at].text):
            yield at, [rows[each] for each in items]
            at = items[-1]
        at += 1


def _is_list(
    marks: frozenset[_Mark], count: int, promised: bool, is_speech: bool, text: str
) -> bool:
    forms = {mark.form for mark in marks}
    if _DASH in forms and is_speech:
        return False
    if count > 1 or text.lstrip()[:1] in _ALWAYS:
        return True
    begins = bool(forms & _ALIKE) or any(mark.at == 1 for mark in marks)
    return promised and begins and forms.isdisjoint(_NEVER_ALONE)


def _goes_on(before: frozenset[_Mark], after: frozenset[_Mark]) -> bool:
    """Whether a row begins as the next item of a list."""
    return any(
        (mark.form == each.form and mark.form in _ALIKE) or mark._replace(at=mark.at + 1) == each
        for mark in before
        for each in after
    )


def _marks(text: str) -> frozenset[_Mark]:
    """What a row may begin with: "i." is a letter, and a Roman number."""
    text = text.lstrip(" \N{NO-BREAK SPACE}")
    if text.startswith("&"):
        text = unescape(text)
    if _SIGN.match(text):
        return frozenset({_Mark(_DASH if text[0] in _DASHES else _BULLET)})
    for form, pattern in _NUMBERED:
        if match := pattern.match(text):
            return frozenset(_Mark(form, *order) for order in _orders(match["at"]))
    return frozenset()


def _orders(text: str) -> Iterator[tuple[str, int]]:
    before, _, last = text.rpartition(".")
    if last.isdigit():
        yield before, int(last)
        return
    small = text.lower()
    if len(text) == 1:
        yield "letter", ord(small) - ord("a") + 1
    if set(small) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in small]
        signs = (-1 if one < other else 1 for one, other in pairwise([*values, 0]))
        yield "Roman", sum(sign * one for sign, one in zip(signs, values, strict=True))
