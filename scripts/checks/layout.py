"""Rows that Markdown reads otherwise than they look: run in, broken, or taken for code.

A list or a table right below a sentence is no list to it, four spaces make code, and two at
the end of a row break it. None of it is seen in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.foreign_lists import foreign_lists
from scripts.checks.lists import is_date
from scripts.checks.row_fault import Fault
from scripts.checks.table_layout import pasted_rows, tables
from scripts.common.problems import Kind, Problem
from scripts.common.shorten import shorten
from scripts.content.block_nodes import CODE, DEFINITIONS, ITEM, PARAGRAPH, QUOTE, Node, SourceLine
from scripts.content.block_structure import structure
from scripts.content.pages import Site, SourcePage

_BULLET = re.compile(r"[ ]*(?P<sign>[-*+])[ ]+\S")
_NUMBER = re.compile(r"[ ]*(?P<digits>\d+)\.[ ]+(?P<text>\S.*)")
_EMPTY = re.compile(r"[ ]*(?:[-*+]|\d{1,3}\.)[ ]*")
# "> 50 prosent", which says more than: a number, and a year is none.
_MORE = re.compile(
    r"[ ]{0,3}>[ ]?(?!\d{4}[ ])\d+(?:[ \u00a0.,]\d+)*(?:[ \u00a0][^\W\d]|[ \u00a0]?%)"
)
_UNDERLINE = re.compile(r"[ ]*(?P<sign>=+|-+)[ ]*")


def check_layout(site: Site) -> list[Problem]:
    """Rows of all pages that do not become what they look like."""
    return [
        Problem(page.path, fault.line, fault.what, fault.mend, kind=fault.kind)
        for page in site.pages
        for fault in _faults(page)
    ]


def _faults(page: SourcePage) -> Iterator[Fault]:
    nodes = structure(page.body, page.body_line).walk()
    nested = {id(child) for node in nodes if node.kind == ITEM for child in node.children}
    lists = [found for node in nodes for found in foreign_lists(node)]
    listed = {row.line for found in lists for row in found.items}
    tabbed = pasted_rows(page)
    for node in nodes:
        yield from tables(node, tabbed)
        yield from _quotes(node)
        if node.kind == CODE:
            what = f'"{shorten(node.rows[0].text, 40)}" is indented by four spaces and becomes code'
            mend = "take the spaces away, or put the code between two rows of ```"
            yield Fault(node.rows[0].line, what, mend)
        if node.kind == DEFINITIONS:
            yield _term(node)
        if node.kind == PARAGRAPH:
            yield from _paragraph(node.rows, listed, is_nested=id(node) in nested)
    for found in lists:
        if found.items[0].line not in tabbed:
            first = found.items[0]
            what = f'"{shorten(first.text.strip(), 40)}" is no item of a list'
            yield Fault(first.line, what, found.mend)


def _term(node: Node) -> Fault:
    first = node.rows[0]
    what = f'"{shorten(first.text, 40)}" begins a list of terms'
    if first.text.lstrip().startswith(":"):
        return Fault(first.line, what, "take the : away, or write \\: where it is text")
    mend = "write both in one row, - **term:** explanation, or \\: where the : is text"
    return Fault(first.line, what, mend)


def _paragraph(rows: list[SourceLine], listed: set[int], *, is_nested: bool) -> Iterator[Fault]:
    told = 0
    for above, row, below in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        shown = f'"{shorten(row.text, 40)}"'
        if above is None and _EMPTY.fullmatch(row.text):
            told = row.line
            mend = "write its text behind a space, or take the row away"
            yield Fault(row.line, "an item of a list is empty", mend)
        elif above and _UNDERLINE.fullmatch(row.text):
            mend = "put a blank line above a rule, which is ---, or take the row away"
            yield Fault(row.line, f"{shown} is run into the text above", mend, Kind.NO_BLANK)
        elif row.line not in listed and _is_run_in(above, row, below):
            # Of a list the first row is told, where the others are right once that is.
            if told != row.line - 1:
                yield _run_in(row, shown, is_nested=is_nested and row.indent > 0)
            told = row.line
        if below and row.text.endswith("  "):
            mend = "take them away, or write <br> where a line should end"
            what = "two spaces at the end of the row break the line"
            yield Fault(row.line, what, mend, Kind.BREAK)


def _run_in(row: SourceLine, shown: str, *, is_nested: bool) -> Fault:
    if is_nested:
        mend = "indent it by four spaces, so that it is an item of that item"
        return Fault(row.line, f"{shown} is run into the item above", mend)
    mend = f"put a blank line above the list, or write {_as_text(row)} where it is none"
    what = f"{shown} is run into the text, and no item of a list"
    return Fault(row.line, what, mend, Kind.NO_BLANK)


def _is_run_in(above: SourceLine | None, row: SourceLine, below: SourceLine | None) -> bool:
    """Whether a row within a paragraph looks like an item of a list."""
    if _BULLET.match(row.text):
        return above is not None
    neighbours = [each.text for each in (above, below) if each]
    number = _NUMBER.match(row.text)
    if number is None or is_date(number["text"]) or len(number["digits"]) > 3:
        return False
    listed = any(map(_NUMBER.match, neighbours))
    promised = above is not None and above.text.rstrip().endswith(":")
    begins = above is not None and number["digits"] == "1"
    return listed or promised or begins


def _as_text(row: SourceLine) -> str:
    """The sign of an item, so that it is none."""
    bullet, number = _BULLET.match(row.text), _NUMBER.match(row.text)
    return f"\\{bullet['sign']}" if bullet else f"{number['digits'] if number else ''}\\."


def _quotes(node: Node) -> Iterator[Fault]:
    """Quotations that begin right below text, and such as are read as one with that above."""
    for above, quote in zip([None, *node.children], node.children, strict=False):
        if quote.kind != QUOTE:
            continue
        first, last = quote.rows[0], quote.rows[-1].line
        if above and above.kind == PARAGRAPH and above.rows[-1].line == first.line - 1:
            mend = "put a blank line above a quotation, or write \\> where it is none"
            what = f'"{shorten(first.text, 40)}" is read as a quotation'
            yield Fault(first.line, what, mend, Kind.NO_BLANK)
        elif len(quote.rows) == 1 and _MORE.match(first.text):
            what = f'"{shorten(first.text, 40)}" is read as a quotation'
            written = shorten(first.text.strip(), 20)
            mend = f"write \\{written}, or begin with a word where it is a quotation"
            yield Fault(first.line, what, mend)
        other = next((each.rows[0] for each in quote.walk() if each.rows[0].line > last), None)
        if other:
            what = f'"{shorten(other.text, 40)}" is read as part of the quotation above'
            mend = "write > in the blank row above it where it is, else words between the two"
            yield Fault(other.line, what, mend)
