"""Forms for handwriting: rows as high as the sheet allows, labels as headers of their rows.

On the screen a row needs a line. On paper people write with a pen, so the height that a
sheet has left is shared among its rows, and no small table is cut in two.
"""

from __future__ import annotations

import copy
import math
import re
from collections.abc import Iterable

from lxml import html
from lxml.html import HtmlElement

from scripts.documents.pdf.form_heights import LOWEST, SHEET, TITLE, Block, row_heights
from scripts.documents.pdf.paper_text import without
from scripts.documents.pdf.render import Language
from scripts.web.article import sections

# Millimetres: the width of an A4 sheet.
_WIDTH = 174.0
# A line of a paragraph above a table, how many letters it holds, and the gap below it.
_TEXT_LINE, _LETTERS, _BELOW = 5.5, 92, 2.5
# What the borders and the padding of a cell take; a line of a label, and its letters.
_PADDING, _LINE, _LETTER = 4.0, 5.3, 2.25
# Of a table whose rows are labelled, the label takes this much of the width.
_LABEL = {2: 34, 3: 28, 4: 25}
# A column for a number, a cross or a date takes this much, and a first column of one word; the
# rest is for sentences.
_NARROW, _NARROW_LABEL = 15, 19
# And this much where labels are sentences and what stands beside them is short. Such a form is
# dense, and its rows are as low as a pen allows.
_WIDE_LABEL, _WIDE = 56, "wide-label"
_BRACKET = re.compile(r"(.* )(\([^ ()]{1,5}\))\s*")
# Another table of such a form is for sentences.
_BESIDE = 13.5


def form(
    elements: Iterable[HtmlElement], narrow: frozenset[str] = frozenset(), spare: float = 0
) -> list[HtmlElement]:
    """The elements of a form, its tables ready to write in.

    Args:
        elements: What the form consists of.
        narrow: The heads of columns that ask for a number, a cross or a date.
        spare: The millimetres of its sheet that something else takes.
    """
    found = [copy.deepcopy(element) for element in elements]
    blocks, above = [], 0.0
    for element in found:
        if element.tag == "table":
            blocks.append(Block(above, _needed(element, narrow)))
            above = 0.0
        else:
            above += math.ceil(len(element.text_content()) / _LETTERS) * _TEXT_LINE + _BELOW
    is_dense = any(_WIDE in element.classes for element in found)
    heights = iter([_BESIDE] * len(blocks) if is_dense else row_heights(blocks, spare))
    for element in found:
        if element.tag == "table":
            height = next(heights)
            _prepare(element, LOWEST if _WIDE in element.classes else height, narrow)
        else:
            element.set("class", "above-form")
    return found


def _rows(table: HtmlElement) -> list[HtmlElement]:
    return list(table.xpath("./tbody/tr"))


def _needed(table: HtmlElement, narrow: frozenset[str]) -> tuple[float, ...]:
    """What the text in each row takes."""
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
    """The width of each column of a form in per cent; `narrow` are heads that ask for little."""
    return _widths(table, _rows(table), narrow)


def _widths(table: HtmlElement, rows: list[HtmlElement], narrow: frozenset[str]) -> list[float]:
    columns = len(rows[0])
    label = _LABEL.get(columns, 100 / columns) if _labelled(rows) else 0
    if _WIDE in table.classes:
        label = _WIDE_LABEL
    heads = [each.text_content().strip() for each in table.xpath("./thead/tr/*")]
    given = {
        at: float(_NARROW if at else _NARROW_LABEL)
        for at, head in enumerate(heads)
        if head in narrow
    }
    if label and 0 not in given:
        given[0] = float(label)
    rest = (100 - sum(given.values())) / max(columns - len(given), 1)
    return [given.get(at, rest) for at in range(columns)]


def _labelled(rows: list[HtmlElement]) -> bool:
    return any(row[0].text_content().strip() for row in rows)


def _prepare(table: HtmlElement, height: float, narrow: frozenset[str]) -> None:
    rows = _rows(table)
    widths = _widths(table, rows, narrow)
    whole = Block(0, _needed(table, narrow)).height(height) <= SHEET - TITLE
    dense = [_WIDE] if _WIDE in table.classes else []
    table.set("class", " ".join(["form", *(["whole"] if whole else []), *dense]))
    table.set("style", f"--row: {height - _PADDING:.1f}mm")
    for row in rows:
        for at, cell in enumerate(row):
            if cell.text_content().strip():
                if at == 0:
                    cell.tag = "th"
                    cell.set("scope", "row")
            else:
                cell.text = None
                cell.set("class", "blank")
    for cell, width in zip(table.xpath("./thead/tr/*"), widths, strict=True):
        cell.set("style", f"width: {width:.1f}%")
        _hold_together(cell)


def _hold_together(head: HtmlElement) -> None:
    """A short bracket behind a head, such as “(1–3)”, is not divided."""
    match = _BRACKET.fullmatch(head.text or "")
    if match and not len(head):
        head.text = match[1]
        whole = html.Element("span")
        whole.set("class", "unbroken")
        whole.text = match[2]
        head.append(whole)


def tool_form(made: Language, tool_page: str) -> list[HtmlElement]:
    """The form of a tool, ready to write in."""
    page = made.pages[tool_page]
    root = without(made.opened(made.article(tool_page), page), "editorial-note")
    return form(sections(root)["form"].elements[1:], narrow_columns(made))


def narrow_columns(made: Language) -> frozenset[str]:
    """The heads of columns that take little room, as the words of the language name them."""
    return frozenset(made.words("print.narrow-columns").split(" | "))
