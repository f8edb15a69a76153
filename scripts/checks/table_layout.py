"""Tables that become none, or not all of them: what lacks, what is run in, what was pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from scripts.checks.foreign_lists import begins_item
from scripts.checks.row_fault import Fault
from scripts.common.problems import Kind
from scripts.common.shorten import shorten
from scripts.content.block_nodes import PARAGRAPH, TABLE, Node, SourceLine
from scripts.content.markdown import mask_code
from scripts.content.pages import SourcePage
from scripts.content.table_rows import cells, code_with_pipe, is_framed

# The row below the heads of a table, with dashes in its cells, and with those of Word.
_IS_RULE = re.compile(r"[ ]*\|(?=[|:\- ]*-)[|:\- ]*+")
_ODD_RULE = re.compile(r"\s*\|(?=[^\w]*[\-\u2010-\u2015\u2212])[\s|:\-\u2010-\u2015\u2212]*+")
# What begins another block elsewhere, wherever it stands.
_BLOCK = re.compile(r"[ ]*(?:[-*+]|\d{1,9}[.)])[ ]|[ ]*>|#{1,6}[ ]")
# The cells of rows that hold tabs within their text, by line.
Tabbed = Mapping[int, list[str]]


def pasted_rows(page: SourcePage) -> Tabbed:
    """The rows of tables of Word or Excel: with tabs, and none behind the sign of an item."""
    if "\t" not in page.body:
        return {}
    rows = enumerate(mask_code(page.body).split("\n"), page.body_line)
    found = {line: row.strip().split("\t") for line, row in rows if "\t" in row.strip()}
    return {
        line: each
        for line, each in found.items()
        if len(each) > 2 or not begins_item(f"{each[0]} x")
    }


def tables(parent: Node, tabbed: Tabbed) -> Iterator[Fault]:
    """What is wrong with the tables that stand in a block, or should."""
    children = parent.children
    for before, node, after in zip(
        [None, *children], children, [*children[1:], None], strict=False
    ):
        if node.kind == TABLE:
            yield from _table(node.rows, goes_on=after is not None and _goes_on(node, after))
        if node.kind == PARAGRAPH:
            yield from _bars(node, before)
            yield from _pasted(node.rows, tabbed)


def _table(rows: list[SourceLine], *, goes_on: bool) -> Iterator[Fault]:
    framed = is_framed(rows[0].text)
    heads = len(cells(rows[0].text, framed=framed))
    if len(rows) == 2 and not goes_on:
        what = "a table has heads, and no row below them"
        yield Fault(rows[0].line, what, "write a row below them, or take the table away")
    other = next((row for row in rows if _BLOCK.match(row.text) and _has_cells(row)), None)
    if other:
        what = f'"{shorten(other.text, 40)}" is read as no row of the table elsewhere'
        yield Fault(other.line, what, "write | on both sides of each row of the table")
    for row in rows:
        if code := code_with_pipe(row.text):
            what = f"{shorten(code, 40)} holds a bar, which ends a cell elsewhere"
            mend = "write \\| for it, without the ` around it: it cannot stand in code in a table"
            yield Fault(row.line, what, mend)
    is_run_in = False
    for row in rows[2:]:
        # Markdown drops what is too much and fills in what lacks, and says nothing.
        found = len(cells(row.text, framed=framed))
        if heads > 1 and not _has_cells(row):
            # Of a text right below the first row is told.
            if not is_run_in:
                yield _below(row)
            is_run_in = True
        elif found != heads:
            what = f"a row has another number of cells ({found}) than heads ({heads})"
            yield Fault(row.line, what, "give it one cell for each head")


def _below(row: SourceLine) -> Fault:
    what = f'"{shorten(row.text.strip(), 40)}" is run into the table above'
    mend = "put a blank line below the table, or | between cells where it is a row of it"
    return Fault(row.line, what, mend, Kind.NO_BLANK)


def _goes_on(table: Node, after: Node) -> bool:
    """Whether what follows are rows that a blank line has parted from a table."""
    if after.kind != PARAGRAPH or any(_ODD_RULE.fullmatch(row.text) for row in after.rows[1:2]):
        return False
    first, head = after.rows[0], table.rows[0]
    framed = is_framed(head.text)
    return (_is_bar(first) or (not framed and _has_cells(first))) and len(
        cells(first.text, framed=framed)
    ) == len(cells(head.text, framed=framed))


def _bars(node: Node, before: Node | None) -> Iterator[Fault]:
    """Rows with bars that are no table."""
    rows = node.rows
    if before and before.kind == TABLE and _goes_on(before, node):
        what = f'"{shorten(rows[0].text, 40)}" is no row of a table'
        mend = "take the blank row above it away"
        as_text = "" if _is_bar(rows[0]) else ", or write \\| where it is text"
        yield Fault(rows[0].line, what, mend + as_text)
        return
    for above, row, below in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        if not _is_bar(row) or (above and _is_bar(above)):
            continue  # Of rows that follow each other the first is told.
        shown = f'"{shorten(row.text, 40)}" is no row of a table'
        heads = len(cells(row.text))
        rule = f"| {' | '.join(['---'] * heads)} |"
        end = next((each for each in rows if not is_framed(each.text)), None)
        if above:
            yield Fault(row.line, shown, "put a blank line above the table", Kind.NO_BLANK)
        elif below is None or not _ODD_RULE.fullmatch(below.text):
            yield Fault(row.line, shown, f"put a row {rule} below it")
        elif not _IS_RULE.fullmatch(below.text):
            what = f'"{shorten(below.text, 40)}" is no rule below the heads of a table'
            mend = f"write {rule} in its place, with hyphens and ordinary spaces"
            yield Fault(below.line, what, mend)
        elif end and len(cells(below.text)) == heads:
            yield _below(end)
        else:
            yield Fault(row.line, shown, f"give the rule below as many cells: {rule}")


def _has_cells(row: SourceLine) -> bool:
    """Whether a bar stands in a row, so that it can be one of a table."""
    return len(cells(row.text, framed=False)) > 1


def _is_bar(row: SourceLine) -> bool:
    return row.text.lstrip().startswith("|")


def _pasted(rows: list[SourceLine], tabbed: Tabbed) -> Iterator[Fault]:
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
