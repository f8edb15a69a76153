"""Lines that Markdown parses differently from how they look: joined, broken, or taken for code.

A list or table directly below a sentence is not parsed as one, four spaces of indentation make
code, and two trailing spaces a line break. None of that is visible in the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.foreign_lists import foreign_lists
from scripts.checks.line_fault import LineFault
from scripts.checks.lists import is_date
from scripts.checks.table_layout import pasted_rows, tables
from scripts.common.problems import Kind, Problem
from scripts.common.shorten import shorten
from scripts.content.block_nodes import CODE, DEFINITIONS, ITEM, PARAGRAPH, QUOTE, Node, SourceLine
from scripts.content.block_structure import structure
from scripts.content.pages import Site, SourcePage

_BULLET = re.compile(r"[ ]*(?P<sign>[-*+])[ ]+\S")
_NUMBER = re.compile(r"[ ]*(?P<digits>\d+)\.[ ]+(?P<text>\S.*)")
_EMPTY = re.compile(r"[ ]*(?:[-*+]|\d{1,3}\.)[ ]*")
# A > that means "more than", as in "> 50 prosent": a number, but not a year.
_MORE_THAN = re.compile(
    r"[ ]{0,3}>[ ]?(?!\d{4}[ ])\d+(?:[ \u00a0.,]\d+)*(?:[ \u00a0][^\W\d]|[ \u00a0]?%)"
)
_UNDERLINE = re.compile(r"[ ]*(?P<sign>=+|-+)[ ]*")


def check_layout(site: Site) -> list[Problem]:
    """Report the lines of all pages that are not parsed as what they look like."""
    return [
        Problem(page.path, fault.line, fault.what, fault.fix, kind=fault.kind)
        for page in site.pages
        for fault in _faults(page)
    ]


def _faults(page: SourcePage) -> Iterator[LineFault]:
    nodes = structure(page.body, page.body_line).walk()
    nested = {id(child) for node in nodes if node.kind == ITEM for child in node.children}
    lists = [foreign_list for node in nodes for foreign_list in foreign_lists(node)]
    listed = {row.line for foreign_list in lists for row in foreign_list.items}
    tabbed = pasted_rows(page)
    for node in nodes:
        yield from tables(node, tabbed)
        yield from _quotes(node)
        if node.kind == CODE:
            what = f'"{shorten(node.rows[0].text, 40)}" is indented by four spaces and becomes code'
            fix = "take the spaces away, or put the code between two rows of ```"
            yield LineFault(node.rows[0].line, what, fix)
        if node.kind == DEFINITIONS:
            yield _term(node)
        if node.kind == PARAGRAPH:
            yield from _paragraph(node.rows, listed, is_nested=id(node) in nested)
    for foreign_list in lists:
        if foreign_list.items[0].line not in tabbed:
            first = foreign_list.items[0]
            what = f'"{shorten(first.text.strip(), 40)}" is no item of a list'
            yield LineFault(first.line, what, foreign_list.fix)


def _term(node: Node) -> LineFault:
    first = node.rows[0]
    what = f'"{shorten(first.text, 40)}" begins a list of terms'
    if first.text.lstrip().startswith(":"):
        return LineFault(first.line, what, "take the : away, or write \\: where it is text")
    fix = "write both in one row, - **term:** explanation, or \\: where the : is text"
    return LineFault(first.line, what, fix)


def _paragraph(rows: list[SourceLine], listed: set[int], *, is_nested: bool) -> Iterator[LineFault]:
    reported = 0
    for above, row, below in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        shown = f'"{shorten(row.text, 40)}"'
        if above is None and _EMPTY.fullmatch(row.text):
            reported = row.line
            fix = "write its text behind a space, or take the row away"
            yield LineFault(row.line, "an item of a list is empty", fix)
        elif above and _UNDERLINE.fullmatch(row.text):
            fix = "put a blank line above a rule, which is ---, or take the row away"
            yield LineFault(row.line, f"{shown} is run into the text above", fix, Kind.NO_BLANK)
        elif row.line not in listed and _is_joined(above, row, below):
            # Only the first item is reported: fixing it fixes those that follow.
            if reported != row.line - 1:
                yield _joined(row, shown, is_nested=is_nested and row.indent > 0)
            reported = row.line
        if below and row.text.endswith("  "):
            fix = "take them away, or write <br> where a line should end"
            what = "two spaces at the end of the row break the line"
            yield LineFault(row.line, what, fix, Kind.BREAK)


def _joined(row: SourceLine, shown: str, *, is_nested: bool) -> LineFault:
    if is_nested:
        fix = "indent it by four spaces, so that it is an item of that item"
        return LineFault(row.line, f"{shown} is run into the item above", fix)
    fix = f"put a blank line above the list, or write {_as_text(row)} where it is none"
    what = f"{shown} is run into the text, and no item of a list"
    return LineFault(row.line, what, fix, Kind.NO_BLANK)


def _is_joined(above: SourceLine | None, row: SourceLine, below: SourceLine | None) -> bool:
    """Whether a line within a paragraph looks like a list item."""
    if _BULLET.match(row.text):
        return above is not None
    neighbours = [each.text for each in (above, below) if each]
    number = _NUMBER.match(row.text)
    if number is None or is_date(number["text"]) or len(number["digits"]) > 3:
        return False
    listed = any(map(_NUMBER.match, neighbours))
    promised = above is not None and above.text.rstrip().endswith(":")
    is_first = above is not None and number["digits"] == "1"
    return listed or promised or is_first


def _as_text(row: SourceLine) -> str:
    """The marker of an item, escaped."""
    bullet, number = _BULLET.match(row.text), _NUMBER.match(row.text)
    return f"\\{bullet['sign']}" if bullet else f"{number['digits'] if number else ''}\\."


def _quotes(node: Node) -> Iterator[LineFault]:
    """Report quotations that start directly below text, or merge with the one above."""
    for above, quote in zip([None, *node.children], node.children, strict=False):
        if quote.kind != QUOTE:
            continue
        first, last = quote.rows[0], quote.rows[-1].line
        if above and above.kind == PARAGRAPH and above.rows[-1].line == first.line - 1:
            fix = "put a blank line above a quotation, or write \\> where it is none"
            what = f'"{shorten(first.text, 40)}" is read as a quotation'
            yield LineFault(first.line, what, fix, Kind.NO_BLANK)
        elif len(quote.rows) == 1 and _MORE_THAN.match(first.text):
            what = f'"{shorten(first.text, 40)}" is read as a quotation'
            written = shorten(first.text.strip(), 20)
            fix = f"write \\{written}, or begin with a word where it is a quotation"
            yield LineFault(first.line, what, fix)
        other = next((each.rows[0] for each in quote.walk() if each.rows[0].line > last), None)
        if other:
            what = f'"{shorten(other.text, 40)}" is read as part of the quotation above'
            fix = "write > in the blank row above it where it is, else words between the two"
            yield LineFault(other.line, what, fix)
