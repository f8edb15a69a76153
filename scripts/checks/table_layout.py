"""Finds tables that Markdown does not parse, or only in part: malformed, joined or pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from scripts.checks.foreign_lists import begins_item
from scripts.checks.line_fault import LineFault
from scripts.common.problems import Kind
from scripts.common.shorten import shorten
from scripts.content.block_nodes import PARAGRAPH, TABLE, Node, SourceLine
from scripts.content.markdown import mask_code
from scripts.content.pages import SourcePage
from scripts.content.table_rows import cells, code_with_pipe, is_framed

# The delimiter row of a table, and one with dashes and spaces of a word processor.
_DELIMITER = re.compile(r"[ ]*\|(?=[|:\- ]*-)[|:\- ]*+")
_ODD_DELIMITER = re.compile(r"\s*\|(?=[^\w]*[\-\u2010-\u2015\u2212])[\s|:\-\u2010-\u2015\u2212]*+")
# Markers that start another block in CommonMark, even within a table.
_BLOCK = re.compile(r"[ ]*(?:[-*+]|\d{1,9}[.)])[ ]|[ ]*>|#{1,6}[ ]")
# Line number -> cells of a line that contains tabs.
Tabbed = Mapping[int, list[str]]


def pasted_rows(page: SourcePage) -> Tabbed:
    """Find the rows of tables pasted from Word or Excel: tabs, but not after an item marker."""
    if "\t" not in page.body:
        return {}
    rows = enumerate(mask_code(page.body).split("\n"), page.body_line)
    cells_by_line = {line: row.strip().split("\t") for line, row in rows if "\t" in row.strip()}
    return {
        line: each
        for line, each in cells_by_line.items()
        if len(each) > 2 or not begins_item(f"{each[0]} x")
    }


def tables(parent: Node, tabbed: Tabbed) -> Iterator[LineFault]:
    """Yield the faults of tables, and of paragraphs that should be tables, within a block."""
    children = parent.children
    for before, node, after in zip(
        [None, *children], children, [*children[1:], None], strict=False
    ):
        if node.kind == TABLE:
            yield from _table(node.rows, continues=after is not None and _continues(node, after))
        if node.kind == PARAGRAPH:
            yield from _lines_with_pipes(node, before)
            yield from _pasted(node.rows, tabbed)


def _table(rows: list[SourceLine], *, continues: bool) -> Iterator[LineFault]:
    framed = is_framed(rows[0].text)
    heads = len(cells(rows[0].text, framed=framed))
    if len(rows) == 2 and not continues:
        what = "a table has heads, and no row below them"
        yield LineFault(rows[0].line, what, "write a row below them, or take the table away")
    other_block = next((row for row in rows if _BLOCK.match(row.text) and _has_cells(row)), None)
    if other_block:
        what = f'"{shorten(other_block.text, 40)}" is read as no row of the table elsewhere'
        yield LineFault(other_block.line, what, "write | on both sides of each row of the table")
    for row in rows:
        if code := code_with_pipe(row.text):
            what = f"{shorten(code, 40)} holds a bar, which ends a cell elsewhere"
            fix = "write \\| for it, without the ` around it: it cannot stand in code in a table"
            yield LineFault(row.line, what, fix)
    is_joined = False
    for row in rows[2:]:
        # Markdown silently drops surplus cells and adds missing ones.
        count = len(cells(row.text, framed=framed))
        if heads > 1 and not _has_cells(row):
            # Of several lines of text directly below, only the first is reported.
            if not is_joined:
                yield _below(row)
            is_joined = True
        elif count != heads:
            what = f"a row has another number of cells ({count}) than heads ({heads})"
            yield LineFault(row.line, what, "give it one cell for each head")


def _below(row: SourceLine) -> LineFault:
    what = f'"{shorten(row.text.strip(), 40)}" is run into the table above'
    fix = "put a blank line below the table, or | between cells where it is a row of it"
    return LineFault(row.line, what, fix, Kind.NO_BLANK)


def _continues(table: Node, after: Node) -> bool:
    """Whether a paragraph consists of rows separated from the table by a blank line."""
    if after.kind != PARAGRAPH or any(
        _ODD_DELIMITER.fullmatch(row.text) for row in after.rows[1:2]
    ):
        return False
    first, head = after.rows[0], table.rows[0]
    framed = is_framed(head.text)
    return (_starts_with_pipe(first) or (not framed and _has_cells(first))) and len(
        cells(first.text, framed=framed)
    ) == len(cells(head.text, framed=framed))


def _lines_with_pipes(node: Node, before: Node | None) -> Iterator[LineFault]:
    """Report lines with pipes that are not parsed as a table."""
    rows = node.rows
    if before and before.kind == TABLE and _continues(before, node):
        what = f'"{shorten(rows[0].text, 40)}" is no row of a table'
        fix = "take the blank row above it away"
        as_text = "" if _starts_with_pipe(rows[0]) else ", or write \\| where it is text"
        yield LineFault(rows[0].line, what, fix + as_text)
        return
    for above, row, below in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        if not _starts_with_pipe(row) or (above and _starts_with_pipe(above)):
            continue  # Of adjacent lines, only the first is reported.
        shown = f'"{shorten(row.text, 40)}" is no row of a table'
        heads = len(cells(row.text))
        rule = f"| {' | '.join(['---'] * heads)} |"
        end = next((each for each in rows if not is_framed(each.text)), None)
        if above:
            yield LineFault(row.line, shown, "put a blank line above the table", Kind.NO_BLANK)
        elif below is None or not _ODD_DELIMITER.fullmatch(below.text):
            yield LineFault(row.line, shown, f"put a row {rule} below it")
        elif not _DELIMITER.fullmatch(below.text):
            what = f'"{shorten(below.text, 40)}" is no rule below the heads of a table'
            fix = f"write {rule} in its place, with hyphens and ordinary spaces"
            yield LineFault(below.line, what, fix)
        elif end and len(cells(below.text)) == heads:
            yield _below(end)
        else:
            yield LineFault(row.line, shown, f"give the rule below as many cells: {rule}")


def _has_cells(row: SourceLine) -> bool:
    """Whether a line contains a pipe, so that it can be a table row."""
    return len(cells(row.text, framed=False)) > 1


def _starts_with_pipe(row: SourceLine) -> bool:
    return row.text.lstrip().startswith("|")


def _pasted(rows: list[SourceLine], tabbed: Tabbed) -> Iterator[LineFault]:
    """Report a table pasted from Word or Excel, whose cells would be run together."""
    pasted = [tabbed[row.line] for row in rows if row.line in tabbed]
    # A single tab in a paragraph is a typo, and looks like a space.
    if not pasted or (len(pasted) == 1 and len(pasted[0]) < 3):
        return
    line = next(row.line for row in rows if row.line in tabbed)
    columns = max(map(len, pasted))
    bars = " | ".join(each.strip() for each in pasted[0] if each.strip())
    what = f'"{shorten(bars.replace(" | ", " "), 40)}" is a row of a table from Word or Excel'
    rule = f"| {' | '.join(['---'] * columns)} |"
    fix = (
        f"write | on both sides of each cell (| {shorten(bars, 60)} |), and {rule} below the first"
    )
    yield LineFault(line, what, f"{fix} row")
