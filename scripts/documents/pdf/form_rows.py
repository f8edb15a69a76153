"""Forms for handwriting: rows as high as the sheet allows, and labels as row headers.

On screen a row needs one line. On paper people write by hand, so the remaining height of a
sheet is distributed over its rows, and small tables are not split.
"""

from __future__ import annotations

import copy
import math
import re
from collections.abc import Iterable

from lxml import html
from lxml.html import HtmlElement

from scripts.documents.pdf.form_heights import LOWEST, SHEET, TITLE, FormBlock, row_heights
from scripts.documents.pdf.paper_text import without
from scripts.documents.pdf.render import PrintContext
from scripts.web.article import sections

# Millimetres: the text width of an A4 sheet.
_WIDTH = 174.0
# A paragraph above a table: line height (mm), characters per line, and space below (mm).
_TEXT_LINE, _LETTERS, _BELOW = 5.5, 92, 2.5
# Millimetres: borders and padding of a cell; line height and average character width of a label.
_PADDING, _LINE, _LETTER = 4.0, 5.3, 2.25
# The width of the label column (per cent), by the number of columns.
_LABEL = {2: 34, 3: 28, 4: 25}
# The width (per cent) of a column for a number, a cross or a date, and of a first column of one
# word; the remaining is for sentences.
_NARROW, _NARROW_LABEL = 15, 19
# The width (per cent) of labels that are sentences, beside short answers. Such a form is dense,
# with the lowest rows for handwriting.
_WIDE_LABEL, _WIDE = 56, "wide-label"
_BRACKET = re.compile(r"(.* )(\([^ ()]{1,5}\))\s*")
# The row height (mm) of other tables in such a form, for sentences.
_BESIDE = 13.5


def form(
    elements: Iterable[HtmlElement], narrow: frozenset[str] = frozenset(), spare: float = 0
) -> list[HtmlElement]:
    """Copies of the elements of a form, with its tables prepared for handwriting.

    Args:
        elements: The elements of the form.
        narrow: The headers of columns for a number, a cross or a date.
        spare: The height (mm) of its sheet that is used by something else.
    """
    copies = [copy.deepcopy(element) for element in elements]
    blocks, above = [], 0.0
    for element in copies:
        if element.tag == "table":
            blocks.append(FormBlock(above, _needed(element, narrow)))
            above = 0.0
        else:
            above += math.ceil(len(element.text_content()) / _LETTERS) * _TEXT_LINE + _BELOW
    is_dense = any(_WIDE in element.classes for element in copies)
    heights = iter([_BESIDE] * len(blocks) if is_dense else row_heights(blocks, spare))
    for element in copies:
        if element.tag == "table":
            height = next(heights)
            _prepare(element, LOWEST if _WIDE in element.classes else height, narrow)
        else:
            element.set("class", "above-form")
    return copies


def _rows(table: HtmlElement) -> list[HtmlElement]:
    return list(table.xpath("./tbody/tr"))


def _needed(table: HtmlElement, narrow: frozenset[str]) -> tuple[float, ...]:
    """The height (mm) that the text of each row needs."""
    rows = _rows(table)
    widths = _widths(table, rows, narrow)
    return tuple(
        max(
            math.ceil(len(cell.text_content().strip()) * _LETTER / (width * _WIDTH / 100 - 5))
            for cell, width in zip(row, widths, strict=True)
        )
        * _LINE
        + _PADDING
        for row in rows
    )


def column_widths(table: HtmlElement, narrow: frozenset[str]) -> list[float]:
    """The width of each column of a form (per cent); `narrow` are headers of narrow columns."""
    return _widths(table, _rows(table), narrow)


def _widths(table: HtmlElement, rows: list[HtmlElement], narrow: frozenset[str]) -> list[float]:
    columns = len(rows[0])
    label = _LABEL.get(columns, 100 / columns) if _labelled(rows) else 0
    if _WIDE in table.classes:
        label = _WIDE_LABEL
    heads = [each.text_content().strip() for each in table.xpath("./thead/tr/*")]
    fixed = {
        index: float(_NARROW if index else _NARROW_LABEL)
        for index, head in enumerate(heads)
        if head in narrow
    }
    if label and 0 not in fixed:
        fixed[0] = float(label)
    remaining = (100 - sum(fixed.values())) / max(columns - len(fixed), 1)
    return [fixed.get(index, remaining) for index in range(columns)]


def _labelled(rows: list[HtmlElement]) -> bool:
    return any(row[0].text_content().strip() for row in rows)


def _prepare(table: HtmlElement, height: float, narrow: frozenset[str]) -> None:
    rows = _rows(table)
    widths = _widths(table, rows, narrow)
    whole = FormBlock(0, _needed(table, narrow)).height(height) <= SHEET - TITLE
    dense = [_WIDE] if _WIDE in table.classes else []
    table.set("class", " ".join(["form", *(["whole"] if whole else []), *dense]))
    table.set("style", f"--row: {height - _PADDING:.1f}mm")
    for row in rows:
        for index, cell in enumerate(row):
            if cell.text_content().strip():
                if index == 0:
                    cell.tag = "th"
                    cell.set("scope", "row")
            else:
                cell.text = None
                cell.set("class", "blank")
    for cell, width in zip(table.xpath("./thead/tr/*"), widths, strict=True):
        cell.set("style", f"width: {width:.1f}%")
        _hold_together(cell)


def _hold_together(head: HtmlElement) -> None:
    """Keep a short parenthesis at the end of a header, such as “(1–3)”, on one line."""
    match = _BRACKET.fullmatch(head.text or "")
    if match and not len(head):
        head.text = match[1]
        whole = html.Element("span")
        whole.set("class", "unbroken")
        whole.text = match[2]
        head.append(whole)


def tool_form(context: PrintContext, tool_page: str) -> list[HtmlElement]:
    """The form of a tool, prepared for handwriting."""
    page = context.pages[tool_page]
    root = without(context.opened(context.article(tool_page), page), "editorial-note")
    return form(sections(root)["form"].elements[1:], narrow_columns(context))


def narrow_columns(context: PrintContext) -> frozenset[str]:
    """The headers of narrow columns, from the messages of the language."""
    return frozenset(context.words("print.narrow-columns").split(" | "))
