"""Lists that nobody meant, and numbers that the page would change.

To Markdown a paragraph that begins with "23. oktober 2006" is the first item of a numbered
list, and one that begins with a dash or a plus is a list as well. The page must say what
the editor wrote: a list is one where it is meant, and bears the numbers that stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scripts.common.problems import Problem
from scripts.common.shorten import shorten
from scripts.content.block_nodes import BULLETS, HEADING, ITEM, NUMBERS, PARAGRAPH, Node, SourceLine
from scripts.content.block_structure import structure
from scripts.content.pages import Site
from scripts.language.formats import MONTHS

_SHORT = "jan|feb|mar|apr|jun|jul|aug|sept?|okt|oct|nov|des|dec"
_MONTH = re.compile(rf"(?:(?:{'|'.join(sorted(MONTHS))})\b|(?:{_SHORT})\.)", re.IGNORECASE)
# No list has so many items: a number of so many digits is a year, or longer still.
_YEAR = 4
# "- Vi er stolte, sier ordføreren": what somebody says, set off as newspapers do.
_SPEECH = re.compile(r"[,?!]\s+(?:sier|sa|forteller|mener|svarer|says|said|tells)\b")
# A number, but not that of a numbered list within the item.
_AMOUNT = re.compile(r"\d(?!\d*\.\s)")
_INNER = re.compile(r"[ ]+(?:[-*+]|\d+\.)[ ]")
# A capital letter, of a word that may be stressed, linked or quoted.
_SENTENCE = re.compile(r"[*_\[«“‘]{0,4}(?P<letter>[^\W\d_])")
# The line, what is wrong and how to mend it.
Fault = tuple[int, str, str]


def check_lists(site: Site) -> list[Problem]:
    """Items on all pages that are none, or whose number the page would change."""
    return [
        Problem(page.path, *fault)
        for page in site.pages
        for node in structure(page.body, page.body_line).walk()
        for fault in (*_numbers(node), *_bullets(node), *_levels(node), *_odd_items(node))
    ] + [
        Problem(page.path, *fault)
        for page in site.pages
        for fault in _run_on(structure(page.body, page.body_line))
    ]


def is_date(text: str) -> bool:
    """Whether a text begins with the name of a month, so that a number before it is a day."""
    return bool(_MONTH.match(text))


def says_somebody(text: str) -> bool:
    """Whether a text that begins with a dash may be spoken words: it says who spoke them."""
    return bool(_SPEECH.search(text))


def _items(node: Node) -> list[Node]:
    return [item for item in node.children if item.kind == ITEM]


def _numbers(parent: Node) -> Iterator[Fault]:
    """The numbered lists that stand in a block."""
    within = [child for child in parent.children if child.kind in (NUMBERS, HEADING)]
    for before, node, after in zip([None, *within], within, [*within[1:], None], strict=False):
        if node.kind != NUMBERS:
            continue
        items = _items(node)
        if parent.sign[:-1] and items[0].rows[0].line == parent.rows[0].line:
            continue  # "23. 10. 2006": the first number has been told of.
        goes_on = _follows(before, items[0]) or (after and _follows(node, _first(after)))
        run_in = _run_in(parent, node)
        if run_in:
            yield _as_item(*run_in, items[-1])
        alone = len(items) == 1 and not (goes_on or run_in or _is_nested_in(items[0]))
        is_deep = any(_is_deeper(items, item) for item in items)
        for at, item in enumerate(items):
            text, digits = item.rows[0].text, item.sign[:-1]
            written = f"{digits}\\. {shorten(text, 20)}"
            shown = f'"{shorten(f"{item.sign} {text}", 40)}"'
            if alone or is_date(text) or len(digits) >= _YEAR:
                what = f"{shown} is read as an item of a numbered list"
                yield item.rows[0].line, what, f"write {written}"
            elif (number := _expected(items[0], at)) != digits and not is_deep:
                mend = f"write {number}. – or {written}, where it is no item"
                yield item.rows[0].line, f"{shown} would be shown as number {number}", mend


def _run_in(parent: Node, node: Node) -> tuple[SourceLine, bool] | None:
    """The row that bears the next number, but is run into the text of the item before it.

    And whether that text belongs to the item.
    """
    last = _items(node)[-1]
    after = parent.children[parent.children.index(node) + 1 :][:1]
    found = [(child, True) for child in last.children[1:]] + [(child, False) for child in after]
    begin = f"{_expected(_items(node)[0], len(_items(node)))}. "
    for child, is_within in found:
        for above, row in zip(child.rows, child.rows[1:], strict=False):
            if child.kind == PARAGRAPH and row.text.lstrip().startswith(begin):
                # After a colon layout.py tells of it.
                return None if above.text.rstrip().endswith(":") else (row, is_within)
    return None


def _as_item(row: SourceLine, is_within: bool, item: Node) -> Fault:
    mend = "put a blank line above it"
    if not is_within:
        mend += f", and four spaces before each row that belongs to item {item.sign}"
    return row.line, f'"{shorten(row.text.strip(), 40)}" is run into the text above', mend


def _is_nested_in(item: Node) -> bool:
    """Whether an item has one of its own right below, indented or not by enough."""
    return len(item.rows) > 1 and bool(_INNER.match(item.rows[1].text))


def _first(node: Node) -> Node | None:
    return _items(node)[0] if node.kind == NUMBERS else None


def _follows(before: Node | None, item: Node | None) -> bool:
    """Whether an item bears the number after those of the list before it."""
    if before is None or item is None or before.kind != NUMBERS:
        return False
    items = _items(before)
    return _expected(items[0], len(items)) == item.sign[:-1]


def _expected(first: Node, at: int) -> str:
    digits = first.sign[:-1]
    return str(int(digits) + at) if len(digits) < _YEAR else str(at + 1)


def _bullets(node: Node) -> Iterator[Fault]:
    items = _items(node) if node.kind == BULLETS else []
    for item in items:
        sign, text, line = item.sign, item.rows[0].text, item.rows[0].line
        shown = f'"{shorten(f"{sign} {text}", 40)}"'
        written = f"write \\{sign} {shorten(text, 20)}"
        amount, alone = bool(_AMOUNT.match(text)), len(items) == 1
        if alone and sign == "-" and says_somebody(text):
            yield line, f"{shown} is read as a list", f"write – {shorten(text, 20)}"
        elif (alone and (amount or sign != "-")) or (amount and sign == "+"):
            yield line, f"{shown} is read as a list", f"{written}, or - where it is a list"
        elif sign != items[0].sign:
            what = f'{shown} is read as an item of the list above, whose sign is "{items[0].sign}"'
            yield line, what, f"{written}, or {items[0].sign} where it is an item"


def _run_on(root: Node) -> Iterator[Fault]:
    """Sentences right below a list, which become part of its last item.

    Rows of an item may go on below it, broken by an editor: such go on in the middle of a
    sentence, and in other items too.
    """
    for node in root.children:
        items = _items(node) if node.kind in (BULLETS, NUMBERS) else []
        more = [each for each in items if len(each.rows) > 1]
        if not more or more != items[-1:]:
            continue
        row = items[-1].rows[1]
        begins = _SENTENCE.match(row.text)
        if begins and begins["letter"].isupper() and row.line == items[-1].rows[0].line + 1:
            what = f'"{shorten(row.text, 40)}" is run into the item above'
            mend = "put a blank line above it, or four spaces before it if it is of that item"
            yield row.line, what, mend


def _is_deeper(items: list[Node], item: Node) -> bool:
    return item.indent > items[0].indent


def _levels(node: Node) -> Iterator[Fault]:
    items = _items(node)
    for before, item in pairwise(items):
        # Of those that follow one another the first is told.
        if _is_deeper(items, item) and not _is_deeper(items, before):
            shown = f'"{shorten(f"{item.sign} {item.rows[0].text}", 40)}"'
            mend = "put four spaces before all items that belong to the one above, else none"
            yield item.rows[0].line, f"{shown} is read as no deeper than the item above", mend


def _odd_items(node: Node) -> Iterator[Fault]:
    """Items that hold nothing, and items that hold another one in the same row."""
    for item in _items(node):
        row = item.rows[0]
        inner = item.children[0] if item.children else None
        if inner is None and not row.text.strip():
            yield row.line, "an item of the list is empty", "write its text, or take the row away"
        elif (
            inner
            and inner.kind == BULLETS
            and inner.rows[0].line == row.line
            and not list(_bullets(inner))
        ):
            shown = shorten(f"{item.sign} {row.text}", 40)
            mend = f"write {shorten(f'{item.sign} {_items(inner)[0].rows[0].text}', 20)}, with four"
            mend += " spaces before it where it belongs to the item above"
            yield row.line, f'"{shown}" is read as an item within an item', mend
