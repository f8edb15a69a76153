"""Forms for handwriting: rows as high as the sheet allows, labels as headers of their rows.

On the screen a row needs a line. On paper people write with a pen, so the height that a
sheet has left is shared among its rows, and no small table is cut in two.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from scripts.documents.pdf.paper_text import without
from scripts.documents.pdf.render import Language
from scripts.web.article import sections

# Millimetres: the text of an A4 sheet, the heading above a form, what stands about a table.
_WIDTH, _SHEET, _TITLE = 174.0, 252.0, 24.0
_HEAD, _GAP = 10.0, 6.0
# A line of a paragraph above a table, how many letters it holds, and the gap below it.
_TEXT_LINE, _LETTERS, _BELOW = 5.5, 92, 2.5
# What the borders and the padding of a cell take; a line of a label, and its letters.
_PADDING, _LINE, _LETTER = 4.0, 5.3, 2.25
# A line of handwriting is about 9 mm, and more than three are seldom written.
_LOWEST, _HIGHEST, _STEP = 13.0, 34.0, 0.5
_MOST_SHEETS = 4
# Of a table whose rows are labelled, the label takes this much of the width.
_LABEL = {2: 34, 3: 28, 4: 25}
# A column for a number, a cross or a date takes this much; the rest is for sentences.
_NARROW = 15
# And this much where labels are sentences and what stands beside them is short. Such a form is
# dense, and its rows are as low as a pen allows.
_WIDE_LABEL, _WIDE = 56, "wide-label"


@dataclass(frozen=True)
class Block:
    """A table and what stands above it, in millimetres: `needed` is what each label takes."""

    above: float
    needed: tuple[float, ...]

    def height(self, row: float) -> float:
        """Millimetres of the whole, with rows of a height."""
        rows = sum(max(row, least) for least in self.needed)
        return self.above + (_HEAD + rows + _GAP if self.needed else 0)


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
    heights = iter([_LOWEST] * len(blocks) if is_dense else row_heights(blocks, spare))
    for element in found:
        if element.tag == "table":
            _prepare(element, next(heights), narrow)
        else:
            element.set("class", "above-form")
    return found


def row_heights(blocks: list[Block], spare: float = 0) -> list[float]:
    """The height of the rows of each block: one for all, and more where a sheet has room left."""
    common = row_height(blocks, spare)
    found = [common] * len(blocks)
    for taken, sheet in _sheets(blocks, common, spare):
        height = common
        while (
            height + _STEP <= _HIGHEST
            and taken + sum(blocks[at].height(height + _STEP) for at in sheet) <= _SHEET
        ):
            height += _STEP
        for at in sheet:
            found[at] = height
    return found


def _sheets(blocks: list[Block], height: float, spare: float) -> Iterator[tuple[float, list[int]]]:
    """The blocks of each sheet that no other sheet shares, and what else stands on it."""
    taken, used, sheet, shared = _TITLE + spare, _TITLE + spare, list[int](), False
    for at, block in enumerate(blocks):
        need = block.height(height)
        if used + need > _SHEET and need <= _SHEET:
            if not shared:
                yield taken, sheet
            taken, used, sheet, shared = 0.0, 0.0, [], False
        used += need
        sheet.append(at)
        while used > _SHEET:
            used, shared = used - _SHEET + height + _HEAD, True
    if not shared:
        yield taken, sheet


def row_height(blocks: list[Block], spare: float = 0) -> float:
    """The greatest height for which the form takes as few sheets as give a pen room.

    Where it can be, no row of a table that is cut stands alone on its sheet.
    """
    steps = int((_HIGHEST - _LOWEST) / _STEP)
    heights = [_HIGHEST - step * _STEP for step in range(steps + 1)]
    for most in range(1, _MOST_SHEETS):
        fitting = [each for each in heights if sheets_for(blocks, each, spare)[0] <= most]
        for height in fitting:
            if not sheets_for(blocks, height, spare)[1]:
                return height
        if fitting:
            return fitting[0]
    return _LOWEST


def sheets_for(blocks: list[Block], height: float, spare: float = 0) -> tuple[int, bool]:
    """How many sheets the blocks take, and whether a row is alone on one of them.

    A table that fits on a sheet is not cut in two.
    """
    sheets, used, alone = 1, _TITLE + spare, False
    for block in blocks:
        need = block.height(height)
        if used + need > _SHEET and need <= _SHEET:
            sheets, used = sheets + 1, 0.0
        used += need
        while used > _SHEET:
            # A row is not cut, and the head of the table stands on each sheet.
            over = used - _GAP - _SHEET
            alone = alone or 0 < over <= height
            sheets, used = sheets + 1, used - _SHEET + height + _HEAD
    return sheets, alone


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


def _widths(table: HtmlElement, rows: list[HtmlElement], narrow: frozenset[str]) -> list[float]:
    """The width of each column in per cent."""
    columns = len(rows[0])
    label = _LABEL.get(columns, 100 / columns) if _labelled(rows) else 0
    if _WIDE in table.classes:
        label = _WIDE_LABEL
    heads = [each.text_content().strip() for each in table.xpath("./thead/tr/*")]
    given = {at: float(_NARROW) for at, head in enumerate(heads) if head in narrow}
    if label and 0 not in given:
        given[0] = float(label)
    rest = (100 - sum(given.values())) / max(columns - len(given), 1)
    return [given.get(at, rest) for at in range(columns)]


def _labelled(rows: list[HtmlElement]) -> bool:
    return any(row[0].text_content().strip() for row in rows)


def _prepare(table: HtmlElement, height: float, narrow: frozenset[str]) -> None:
    rows = _rows(table)
    widths = _widths(table, rows, narrow)
    whole = Block(0, _needed(table, narrow)).height(height) <= _SHEET - _TITLE
    table.set("class", "form whole" if whole else "form")
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


def tool_form(made: Language, tool_page: str) -> list[HtmlElement]:
    """The form of a tool, ready to write in."""
    page = made.pages[tool_page]
    root = without(made.opened(made.article(tool_page), page), "editorial-note")
    return form(sections(root)["form"].elements[1:], narrow_columns(made))


def narrow_columns(made: Language) -> frozenset[str]:
    """The heads of columns that take little room, as the words of the language name them."""
    return frozenset(made.words("print.narrow-columns").split(" | "))
