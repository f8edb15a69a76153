"""Rows that Markdown reads otherwise than they look: run in, broken, or taken for code.

A list or a table right below a sentence is no list to it, four spaces make code, and two at
the end of a row break it. None of it is seen in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scripts.checks.lists import is_date
from scripts.common.problems import Kind, Problem
from scripts.common.shorten import shorten
from scripts.content.block_nodes import CODE, ITEM, PARAGRAPH, QUOTE, TABLE, Node, Row
from scripts.content.block_structure import structure
from scripts.content.markdown import mask_code
from scripts.content.pages import Site, SourcePage
from scripts.content.table_rows import cells, is_framed

_BULLET = re.compile(r"[ ]*(?P<sign>[-*+])[ ]+\S")
_NUMBER = re.compile(r"[ ]*(?P<digits>\d+)(?P<stop>[.)])[ ]+(?P<text>\S.*)")
# Signs that other programs begin an item with, and items that lack their space.
_FOREIGN = re.compile(r"[ ]*(?P<sign>[•▪◦●■‣⁃∙])[ \N{NO-BREAK SPACE}]*\S")
_CLOSE = re.compile(
    r"[ ]*(?:[-+](?=[^\W\d])|\d{1,2}[.)][\N{NO-BREAK SPACE}\u202f]?(?=[^\W\d])|[a-z]\)[ ])"
)
# The row below the heads of a table, with dashes in its cells.
_IS_RULE = re.compile(r"[ ]*\|[|:\- ]*-[|:\- ]*")
_UNDERLINE = re.compile(r"[ ]*(?P<sign>=+|-+)[ ]*")


class Fault(NamedTuple):
    """A row that is read otherwise: its line (from 1), what is wrong, the mend, and its kind."""

    line: int
    what: str
    mend: str
    kind: Kind | None = None


def check_layout(site: Site) -> list[Problem]:
    """Rows of all pages that do not become what they look like."""
    return [
        Problem(page.path, fault.line, fault.what, fault.mend, kind=fault.kind)
        for page in site.pages
        for fault in _faults(structure(page.body, page.body_line), _tabbed(page))
    ]


def _tabbed(page: SourcePage) -> dict[int, list[str]]:
    """The cells of rows that hold tabs within their text, by their line."""
    if "\t" not in page.body:
        return {}
    rows = enumerate(mask_code(page.body).split("\n"), page.body_line)
    return {line: row.strip().split("\t") for line, row in rows if "\t" in row.strip()}


def _faults(root: Node, tabbed: Mapping[int, list[str]]) -> Iterator[Fault]:
    nested = {id(child) for node in root.walk() if node.kind == ITEM for child in node.children}
    for node in root.walk():
        if node.kind == CODE:
            what = f'"{shorten(node.rows[0].text, 40)}" is indented by four spaces and becomes code'
            mend = "take the spaces away, or put the code between two rows of ```"
            yield Fault(node.rows[0].line, what, mend)
        if node.kind == PARAGRAPH:
            yield from _paragraph(node.rows, is_nested=id(node) in nested)
            yield from _pasted_table(node.rows, tabbed)
        if node.kind == TABLE:
            yield from _table(node.rows)
        yield from _quotes(node)


def _pasted_table(rows: list[Row], tabbed: Mapping[int, list[str]]) -> Iterator[Fault]:
    """A table of Word or Excel, pasted with tabs between its cells: it would be one sentence."""
    found = [tabbed[row.line] for row in rows if row.line in tabbed]
    # One tab in a paragraph is a slip of the finger, and a space to readers.
    if not found or (len(found) == 1 and len(found[0]) < 3):
        return
    line = next(row.line for row in rows if row.line in tabbed)
    most = max(map(len, found))
    bars = " | ".join(each.strip() for each in found[0] if each.strip())
    what = f'"{shorten(bars.replace(" | ", " "), 40)}" is a row of a table from Word or Excel'
    rule = f"| {' | '.join(['---'] * most)} |"
    mend = (
        f"write | on both sides of each cell (| {shorten(bars, 60)} |), and {rule} below the first"
    )
    yield Fault(line, what, f"{mend} row")


def _paragraph(rows: list[Row], *, is_nested: bool) -> Iterator[Fault]:
    told = 0
    for above, row, below in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        shown = f'"{shorten(row.text, 40)}"'
        foreign = _FOREIGN.match(row.text)
        if foreign:
            mend = "begin it with - and a space"
            yield Fault(row.line, f"{shown} is no item of a list", mend)
        elif row.text.lstrip().startswith("|"):
            yield from _bar(above, row, below, shown)
        elif above and _UNDERLINE.fullmatch(row.text):
            mend = "put a blank line above a rule, which is ---, or take the row away"
            yield Fault(row.line, f"{shown} is run into the text above", mend, Kind.NO_BLANK)
        elif _is_run_in(above, row, below):
            # Of a list the first row is told, where the others are right once that is.
            if told != row.line - 1:
                yield _run_in(row, shown, is_nested=is_nested and row.indent > 0)
            number = _NUMBER.match(row.text)
            if _BULLET.match(row.text) or (number and number["stop"] == "."):
                told = row.line
        if below and row.text.endswith("  "):
            mend = "take them away, or write <br> where a line should end"
            what = "two spaces at the end of the row break the line"
            yield Fault(row.line, what, mend, Kind.BREAK)


def _run_in(row: Row, shown: str, *, is_nested: bool) -> Fault:
    if is_nested:
        mend = "indent it by four spaces, so that it is an item of that item"
        return Fault(row.line, f"{shown} is run into the item above", mend)
    mend = _mend(row, "put a blank line above the list")
    what = f"{shown} is run into the text, and no item of a list"
    return Fault(row.line, what, mend, Kind.NO_BLANK)


def _bar(above: Row | None, row: Row, below: Row | None, shown: str) -> Iterator[Fault]:
    if above and above.text.lstrip().startswith("|"):
        return  # The first row has been told of.
    rule = f"| {' | '.join(['---'] * len(cells(row.text)))} |"
    mend, kind = f"put a row {rule} below it", None
    if above:
        mend, kind = "put a blank line above the table", Kind.NO_BLANK
    elif below and _IS_RULE.fullmatch(below.text):
        mend = f"give the rule below as many cells: {rule}"
    yield Fault(row.line, f"{shown} is no row of a table", mend, kind)


def _table(rows: list[Row]) -> Iterator[Fault]:
    framed = is_framed(rows[0].text)
    heads = len(cells(rows[0].text, framed=framed))
    for row in rows[2:]:
        # Markdown drops what is too much and fills in what lacks, and says nothing.
        found = len(cells(row.text, framed=framed))
        if found != heads:
            what = f"a row has another number of cells ({found}) than heads ({heads})"
            yield Fault(row.line, what, "give it one cell for each head")


def _is_run_in(above: Row | None, row: Row, below: Row | None) -> bool:
    """Whether a row within a paragraph looks like an item of a list."""
    if _BULLET.match(row.text):
        return above is not None
    neighbours = [each.text for each in (above, below) if each]
    number = _NUMBER.match(row.text)
    if number is None:
        return bool(_CLOSE.match(row.text)) and any(map(_CLOSE.match, neighbours))
    if is_date(number["text"]) or len(number["digits"]) > 3:
        return False
    listed = any(map(_NUMBER.match, neighbours))
    promised = above is not None and above.text.rstrip().endswith(":")
    begins = above is not None and number["digits"] == "1" and number["stop"] == "."
    return listed or promised or begins


def _mend(row: Row, mend: str) -> str:
    bullet, number = _BULLET.match(row.text), _NUMBER.match(row.text)
    if bullet:
        return f"{mend}, or write \\{bullet['sign']} where it is none"
    if number and number["stop"] == ".":
        return f"{mend}, or write {number['digits']}\\. where it is none"
    return f"{mend}, and begin its items with - or 1. and a space"


def _quotes(node: Node) -> Iterator[Fault]:
    """Quotations that begin right below text."""
    for above, quote in zip(node.children, node.children[1:], strict=False):
        first = quote.rows[0]
        if (above.kind, quote.kind) == (PARAGRAPH, QUOTE) and above.rows[-1].line == first.line - 1:
            mend = "put a blank line above a quotation, or write \\> where it is none"
            what = f'"{shorten(first.text, 40)}" is read as a quotation'
            yield Fault(first.line, what, mend, Kind.NO_BLANK)
