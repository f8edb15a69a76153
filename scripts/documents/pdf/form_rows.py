"""Forms for handwriting: rows as high as the sheet allows, labels as headers of their rows.

On the screen a row needs a line. On paper people write with a pen, so the height that a
sheet has left is shared among its rows, and no small table is cut in two.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Iterable
from dataclasses import dataclass

from lxml.html import HtmlElement

from scripts.documents.pdf.paper_text import without
from scripts.documents.pdf.render import Language
from scripts.web.article import sections

# Millimetres: the text of an A4 sheet, the heading above a form, what stands about a table.
_WIDTH, _SHEET, _TITLE = 174.0, 254.0, 24.0
_HEAD, _GAP, _PARAGRAPH = 10.0, 6.0, 8.0
# What the borders and the padding of a cell take; a line of a label, and its letters.
_PADDING, _LINE, _LETTER = 4.0, 5.3, 2.25
# A line of handwriting is about 9 mm, and more than three are seldom written.
_LOWEST, _HIGHEST, _STEP = 13.0, 34.0, 0.5
_MOST_SHEETS = 4
# Of a table whose rows are labelled, the label takes this much of the width.
_LABEL = {2: 34, 3: 28, 4: 25}
# And this much where labels are sentences and what stands beside them is short. Such a form is
# dense, and its rows are as low as a pen allows.
_WIDE_LABEL, _WIDE = 56, "wide-label"


@dataclass(frozen=True)
class Block:
    """A table with the paragraphs above it: `needed` is what the label of each row takes."""

    paragraphs: int
    needed: tuple[float, ...]

    def height(self, row: float) -> float:
        """Millimetres of the whole, with rows of a height."""
        rows = sum(max(row, least) for least in self.needed)
        return self.paragraphs * _PARAGRAPH + (_HEAD + rows + _GAP if self.needed else 0)


def form(elements: Iterable[HtmlElement], spare: float = 0) -> list[HtmlElement]:
    """The elements of a form, its tables ready to write in.

    `spare` are the millimetres of its sheet that something else takes.
    """
    found = [copy.deepcopy(element) for element in elements]
    blocks, paragraphs = [], 0
    for element in found:
        if element.tag == "table":
            blocks.append(Block(paragraphs, _needed(element)))
            paragraphs = 0
        else:
            paragraphs += 1
    is_dense = any(_WIDE in element.classes for element in found)
    height = _LOWEST if is_dense else row_height(blocks, spare)
    for element in found:
        if element.tag == "table":
            _prepare(element, height - _PADDING, height)
        else:
            element.set("class", "above-form")
    return found


def row_height(blocks: list[Block], spare: float = 0) -> float:
    """The greatest height for which the form takes as few sheets as give a pen room."""
    steps = int((_HIGHEST - _LOWEST) / _STEP)
    heights = [_HIGHEST - step * _STEP for step in range(steps + 1)]
    for sheets in range(1, _MOST_SHEETS):
        for height in heights:
            if sheets_for(blocks, height, spare) <= sheets:
                return height
    return _LOWEST


def sheets_for(blocks: list[Block], height: float, spare: float = 0) -> int:
    """How many sheets the blocks take; one that fits on a sheet is not cut in two."""
    sheets, used = 1, _TITLE + spare
    for block in blocks:
        need = block.height(height)
        if used + need > _SHEET and need <= _SHEET:
            sheets, used = sheets + 1, 0.0
        used += need
        while used > _SHEET:
            # A row is not cut, and the head of the table stands on each sheet.
            sheets, used = sheets + 1, used - _SHEET + height + _HEAD
    return sheets


def _rows(table: HtmlElement) -> list[HtmlElement]:
    return list(table.xpath("./tbody/tr"))


def _needed(table: HtmlElement) -> tuple[float, ...]:
    """What the text in each row takes."""
    rows = _rows(table)
    widths = _widths(table, rows)
    return tuple(
        max(
            math.ceil(len(cell.text_content().strip()) * _LETTER / (width * _WIDTH / 100 - 5))
            for cell, width in zip(row, widths, strict=True)
        )
        * _LINE
        + _PADDING
        for row in rows
    )


def _widths(table: HtmlElement, rows: list[HtmlElement]) -> list[float]:
    """The width of each column in per cent."""
    columns = len(rows[0])
    label = _LABEL.get(columns, 100 / columns) if _labelled(rows) else 100 / columns
    if _WIDE in table.classes:
        label = _WIDE_LABEL
    rest = (100 - label) / max(columns - 1, 1)
    return [label, *[rest] * (columns - 1)]


def _labelled(rows: list[HtmlElement]) -> bool:
    return any(row[0].text_content().strip() for row in rows)


def _prepare(table: HtmlElement, inside: float, height: float) -> None:
    rows = _rows(table)
    widths = _widths(table, rows)
    whole = Block(0, _needed(table)).height(height) <= _SHEET - _TITLE
    table.set("class", "form whole" if whole else "form")
    table.set("style", f"--row: {inside:.1f}mm")
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


def tool_form(made: Language, tool_page: str) -> list[HtmlElement]:
    """The form of a tool, ready to write in."""
    page = made.pages[tool_page]
    root = without(made.opened(made.article(tool_page), page), "editorial-note")
    return form(sections(root)["form"].elements[1:])
