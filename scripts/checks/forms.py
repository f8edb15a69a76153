"""Checks that the worksheet of each tool has blanks to fill in."""

from __future__ import annotations

import re

from scripts.common.problems import Problem
from scripts.content.markdown import sections
from scripts.content.pages import Site, SourcePage
from scripts.content.statements import ITEM, ROW, Block, blocks
from scripts.content.table_rows import cells

FORM = "form"
_BLANK = {"", "&nbsp;", "\N{NO-BREAK SPACE}"}
_BOX = re.compile(r"[ \t]*[-*+][ \t]+\[ \]")


def check_forms(site: Site) -> list[Problem]:
    """Report tool pages whose worksheet has nothing to fill in."""
    return [problem for page in site.pages if page.kind == "tool" for problem in _page(page)]


def _page(page: SourcePage) -> list[Problem]:
    section = next((s for s in sections(page.body, page.body_line) if s.anchor == FORM), None)
    if section is None:
        # Missing headings are reported by the rules of the page type.
        return []
    units = blocks(section.text, section.line)
    if not any(is_fillable(unit) for unit in units):
        what = "the form has no blank to fill in"
        fix = "add a table with blank cells, written &nbsp;, or boxes to tick, written - [ ]"
        return [Problem(page.path, section.line, what, fix)]
    return []


def is_fillable(unit: Block) -> bool:
    """Whether a table row has a blank cell, or an item a checkbox."""
    if unit.kind == ROW:
        return any(cell in _BLANK for cell in cells(unit.text))
    return unit.kind == ITEM and _BOX.match(unit.text) is not None
