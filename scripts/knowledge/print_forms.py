"""Forms for handwriting: rows as high as the sheet allows, labels as headers of their rows.

On the screen a row needs a line. On paper people write with a pen, so the height that a
sheet has left is shared among its rows.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable

from lxml.html import HtmlElement

# Millimetres of an A4 sheet below its heading, and what stands there beside the rows.
_SHEET = 222.0
_HEAD, _GAP, _PARAGRAPH = 9.5, 6.0, 10.0
# A row holds two lines of the label, and one line of handwriting is about 9 mm.
_LOWEST, _HIGHEST = 13.0, 34.0
# Of a table with a label and one column, the label takes this much of the width.
_LABEL = {2: 34, 3: 26, 4: 25}


def form(elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    """The elements of a form, its tables ready to write in."""
    found = [copy.deepcopy(element) for element in elements]
    tables = [table for element in found for table in element.iter("table")]
    height = row_height(
        sum(len(_rows(table)) for table in tables),
        len(tables),
        sum(element.tag == "p" for element in found),
    )
    for table in tables:
        _prepare(table, height)
    return found


def row_height(rows: int, tables: int, paragraphs: int) -> float:
    """Millimetres for each row, on as few sheets as give a pen room enough."""
    beside = tables * (_HEAD + _GAP) + paragraphs * _PARAGRAPH
    for sheets in (1, 2, 3):
        height = (sheets * _SHEET - beside) / max(rows, 1)
        if height >= _LOWEST:
            return round(min(height, _HIGHEST), 1)
    return _LOWEST


def _rows(table: HtmlElement) -> list[HtmlElement]:
    return list(table.xpath("./tbody/tr"))


def _prepare(table: HtmlElement, height: float) -> None:
    rows = _rows(table)
    table.set("class", "form")
    table.set("style", f"--row: {height}mm")
    labelled = all(row[0].text_content().strip() for row in rows)
    for row in rows:
        for at, cell in enumerate(row):
            if cell.text_content().strip():
                if at == 0:
                    cell.tag = "th"
                    cell.set("scope", "row")
            else:
                cell.text = None
                cell.set("class", "blank")
    columns = len(rows[0]) if rows else 0
    if labelled and columns in _LABEL:
        label = _LABEL[columns]
        for at, cell in enumerate(table.xpath("./thead/tr/*")):
            width = label if at == 0 else (100 - label) / (columns - 1)
            cell.set("style", f"width: {width:.1f}%")
