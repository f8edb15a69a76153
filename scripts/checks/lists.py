"""Unintended lists, and numbered lists that would be renumbered.

To Markdown, a paragraph that starts with "23. oktober 2006" is the first item of a numbered list,
and one that starts with a dash or plus is a list too. Pages must show what the editor wrote: only
intended lists, with the numbers of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scripts.checks.line_fault import LineFault
from scripts.common.problems import Problem
from scripts.common.shorten import shorten
from scripts.content.block_nodes import BULLETS, HEADING, ITEM, NUMBERS, PARAGRAPH, Node, SourceLine
from scripts.content.block_structure import structure
from scripts.content.pages import Site
from scripts.language.formats import MONTHS

_SHORT = "jan|feb|mar|apr|jun|jul|aug|sept?|okt|oct|nov|des|dec"
_MONTH = re.compile(rf"(?:(?:{'|'.join(sorted(MONTHS))})\b|(?:{_SHORT})\.)", re.IGNORECASE)
# A number with so many digits is a year or the like: no list is that long.
_YEAR_DIGITS = 4
# Direct speech after a dash, as in newspapers: "- Vi er stolte, sier ordføreren".
_SPEECH = re.compile(r"[,?!]\s+(?:sier|sa|forteller|mener|svarer|says|said|tells)\b")
# A number, of any sign, that is not the marker of a nested list.
_AMOUNT = re.compile(r"(?:[-−–±][ ]?)?\d(?!\d*\.\s)")
_NESTED_MARKER = re.compile(r"[ ]+(?:[-*+]|\d+\.)[ ]")
_DAY = re.compile(r"(?P<day>\d+)\. +(?P<text>.+)")
# The first letter of a word that may be emphasised, linked or quoted.
_SENTENCE = re.compile(r"[*_\[«“‘]{0,4}(?P<letter>[^\W\d_])")


def check_lists(site: Site) -> list[Problem]:
    """Report unintended list items on all pages, and items that would be renumbered."""
    return [
        Problem(page.path, fault.line, fault.what, fault.fix)
        for page in site.pages
        for fault in _faults(structure(page.body, page.body_line))
    ]


def is_date(text: str) -> bool:
    """Whether a text starts with the name of a month, so that a number before it is a day."""
    return bool(_MONTH.match(text))


def attributes_speech(text: str) -> bool:
    """Whether a text after a dash may be direct speech, since it attributes it to a speaker."""
    return bool(_SPEECH.search(text))


def _faults(root: Node) -> Iterator[LineFault]:
    for node in root.walk():
        yield from (*_numbers(node), *_bullets(node), *_levels(node), *_odd_items(node))
    yield from _joined_sentences(root)


def _items(node: Node) -> list[Node]:
    return [item for item in node.children if item.kind == ITEM]


def _numbers(parent: Node) -> Iterator[LineFault]:
    """Check the numbered lists that are direct children of a block."""
    blocks = [child for child in parent.children if child.kind in (NUMBERS, HEADING)]
    for before, node, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        if node.kind != NUMBERS:
            continue
        items = _items(node)
        if parent.sign[:-1] and items[0].rows[0].line == parent.rows[0].line:
            continue  # In "23. 10. 2006" the first number is reported already.
        continues = _follows(before, items[0]) or (after and _follows(node, _first(after)))
        joined = _joined_line(parent, node)
        if joined:
            yield _joined_item(*joined, items[-1])
        is_alone = len(items) == 1 and not (continues or joined or _is_nested_in(items[0]))
        is_deep = any(_is_deeper(items, item) for item in items)
        for index, item in enumerate(items):
            text, digits = item.rows[0].text, item.sign[:-1]
            written = f"{digits}\\. {shorten(text, 20)}"
            shown = f'"{shorten(f"{item.sign} {text}", 40)}"'
            if is_alone or is_date(text) or len(digits) >= _YEAR_DIGITS:
                what = f"{shown} is read as an item of a numbered list"
                yield LineFault(item.rows[0].line, what, f"write {written}")
            elif (number := _expected(items[0], index)) != digits and not is_deep:
                fix = f"write {number}. – or {written}, where it is no item"
                what = f"{shown} would be shown as number {number}"
                yield LineFault(item.rows[0].line, what, fix)


def _joined_line(parent: Node, node: Node) -> tuple[SourceLine, bool] | None:
    """Find a line with the next number that is joined to the text of the item before it.

    Returns:
        The line, and whether the text that it is joined to is within the item; None if not found.
    """
    last = _items(node)[-1]
    after = parent.children[parent.children.index(node) + 1 :][:1]
    inner = last.children[1:]
    candidates = [*((each, True) for each in inner), *((each, False) for each in after)]
    marker = f"{_expected(_items(node)[0], len(_items(node)))}. "
    for child, is_within in candidates:
        for line_above, line in zip(child.rows, child.rows[1:], strict=False):
            if child.kind == PARAGRAPH and line.text.lstrip().startswith(marker):
                # After a colon, layout.py reports it.
                return None if line_above.text.rstrip().endswith(":") else (line, is_within)
    return None


def _joined_item(row: SourceLine, is_within: bool, item: Node) -> LineFault:
    fix = "put a blank line above it"
    if not is_within:
        fix += f", and four spaces before each row that belongs to item {item.sign}"
    what = f'"{shorten(row.text.strip(), 40)}" is run into the text above'
    return LineFault(row.line, what, fix)


def _is_nested_in(item: Node) -> bool:
    """Whether the line below an item starts a nested one, even if not indented enough."""
    return len(item.rows) > 1 and bool(_NESTED_MARKER.match(item.rows[1].text))


def _first(node: Node) -> Node | None:
    return _items(node)[0] if node.kind == NUMBERS else None


def _follows(before: Node | None, item: Node | None) -> bool:
    """Whether an item has the number that follows the list before it."""
    if before is None or item is None or before.kind != NUMBERS:
        return False
    items = _items(before)
    return _expected(items[0], len(items)) == item.sign[:-1]


def _expected(first: Node, index: int) -> str:
    digits = first.sign[:-1]
    return str(int(digits) + index) if len(digits) < _YEAR_DIGITS else str(index + 1)


def _bullets(node: Node) -> Iterator[LineFault]:
    items = _items(node) if node.kind == BULLETS else []
    yield from _wrapped_dates(items)
    for item in items:
        sign, text, line = item.sign, item.rows[0].text, item.rows[0].line
        shown = f'"{shorten(f"{sign} {text}", 40)}"'
        what = f"{shown} is read as a list"
        written = f"write \\{sign} {shorten(text, 20)}"
        amount, alone = bool(_AMOUNT.match(text)), len(items) == 1
        if alone and sign == "-" and attributes_speech(text):
            yield LineFault(line, what, f"write – {shorten(text, 20)}")
        elif (alone and (amount or sign != "-")) or (amount and sign == "+"):
            instead = "- where" if sign != "-" else "begin with words if"
            yield LineFault(line, what, f"{written}, or {instead} it is a list")
        elif sign != items[0].sign:
            what = f'{shown} is read as an item of the list above, whose sign is "{items[0].sign}"'
            yield LineFault(line, what, f"{written}, or {items[0].sign} where it is an item")


def _wrapped_dates(items: list[Node]) -> Iterator[LineFault]:
    """Report dates that begin a wrapped line of an item: CommonMark begins a list there."""
    for row in [row for item in items for row in item.rows[1:]]:
        if (date := _DAY.match(row.text)) and is_date(date["text"]):
            fix = f"write {date['day']}\\. {shorten(date['text'], 20)}"
            what = f'"{shorten(row.text, 40)}" may be read as a numbered list'
            yield LineFault(row.line, what, fix)


def _joined_sentences(root: Node) -> Iterator[LineFault]:
    """Report sentences directly below a list, which become part of its last item.

    An item may be wrapped by an editor's program, but then it continues in mid-sentence, and
    other items are wrapped too.
    """
    for node in root.children:
        items = _items(node) if node.kind in (BULLETS, NUMBERS) else []
        wrapped = [each for each in items if len(each.rows) > 1]
        if not wrapped or wrapped != items[-1:]:
            continue
        line = items[-1].rows[1]
        first_word = _SENTENCE.match(line.text)
        is_sentence = first_word is not None and first_word["letter"].isupper()
        if is_sentence and line.line == items[-1].rows[0].line + 1:
            what = f'"{shorten(line.text, 40)}" is run into the item above'
            fix = "put a blank line above it, or four spaces before it if it is of that item"
            yield LineFault(line.line, what, fix)


def _is_deeper(items: list[Node], item: Node) -> bool:
    return item.indent > items[0].indent


def _levels(node: Node) -> Iterator[LineFault]:
    items = _items(node)
    for before, item in pairwise(items):
        # Of adjacent items, only the first is reported.
        if _is_deeper(items, item) and not _is_deeper(items, before):
            shown = f'"{shorten(f"{item.sign} {item.rows[0].text}", 40)}"'
            fix = "put four spaces before all items that belong to the one above, else none"
            what = f"{shown} is read as no deeper than the item above"
            yield LineFault(item.rows[0].line, what, fix)


def _odd_items(node: Node) -> Iterator[LineFault]:
    """Report empty items, and items that hold another one on the same line."""
    for item in _items(node):
        row = item.rows[0]
        inner = item.children[0] if item.children else None
        if inner is None and not row.text.strip():
            fix = "write its text, or take the row away"
            yield LineFault(row.line, "an item of the list is empty", fix)
            continue
        begins_list = inner and inner.kind == BULLETS and inner.rows[0].line == row.line
        if inner and begins_list and not list(_bullets(inner)):
            shown = shorten(f"{item.sign} {row.text}", 40)
            fix = f"write {shorten(f'{item.sign} {_items(inner)[0].rows[0].text}', 20)}, with four"
            fix += " spaces before it where it belongs to the item above"
            yield LineFault(row.line, f'"{shown}" is read as an item within an item', fix)
