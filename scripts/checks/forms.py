"""The form of a tool has something to fill in, and each of its rows fits its heads."""

from __future__ import annotations

import re

from scripts.common.problems import Problem
from scripts.content.markdown import sections
from scripts.content.pages import Site, SourcePage
from scripts.content.statements import ITEM, ROW, Block, blocks

FORM = "form"
_BLANK = {"", "&nbsp;", "\N{NO-BREAK SPACE}"}
_BOX = re.compile(r"[ \t]*[-*+][ \t]+\[ \]")


def check_forms(site: Site) -> list[Problem]:
    """Tool pages whose form nobody could fill in."""
    return [problem for page in site.pages if page.kind == "tool" for problem in _page(page)]


def _page(page: SourcePage) -> list[Problem]:
    section = next((s for s in sections(page.body, page.body_line) if s.anchor == FORM), None)
    if section is None:
        # A page without its headings has been told of already.
        return []
    units = blocks(section.text, section.line)
    if not any(_to_fill_in(unit) for unit in units):
        what = "the form has no blank to fill in"
        mend = "add a table with blank cells, written &nbsp;, or boxes to tick, written - [ ]"
        return [Problem(page.path, section.line, what, mend)]
    rows = section.text.split("\n")
    problems = []
    for unit in units:
        if unit.kind != ROW:
            continue
        heads = len(_cells(_head_row(rows, unit.line - section.line)))
        cells = len(_cells(unit.text))
        if cells != heads:
            # Markdown drops what is too much and fills in what lacks, and says nothing.
            what = f"a row of the form has another number of cells ({cells}) than heads ({heads})"
            problems.append(Problem(page.path, unit.line, what, "give it one cell for each head"))
    return problems


def _head_row(rows: list[str], at: int) -> str:
    """The first row of the table that a row belongs to."""
    while at and rows[at - 1].lstrip().startswith("|"):
        at -= 1
    return rows[at]


def _to_fill_in(unit: Block) -> bool:
    if unit.kind == ROW:
        return any(cell in _BLANK for cell in _cells(unit.text))
    return unit.kind == ITEM and _BOX.match(unit.text) is not None


def _cells(row: str) -> list[str]:
    """The cells of a row that begins and ends with a bar."""
    text = row.strip().removeprefix("|").removesuffix("|")
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", text)]
