"""Finds overflow: text and images of a laid out document outside the margins.

WeasyPrint silently draws a table that is too wide over the edge of the paper
(Kozea/WeasyPrint issues 727 and 1905; remove when it warns).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from scripts.documents.pdf.whole_figures import CLASS

# Tolerance beyond the text area, and the unprintable margin of printers (CSS pixels: 3 and 8 mm).
_LEEWAY, _EDGE = 3 * 96 / 25.4, 8 * 96 / 25.4


def cut_off(document: Any) -> tuple[str, int] | None:
    """The first text or image that does not fit, and its page number; None if all fit."""
    for number, page in enumerate(document.pages, 1):
        for text in _outside(page._page_box):
            return text, number
    return None


def _outside(page: Any) -> Iterator[str]:
    left = max(0, page.margin_left - _LEEWAY)
    right = page.margin_width() - max(0, page.margin_right - _LEEWAY)
    bottom = page.margin_height() - min(_EDGE, page.margin_bottom)
    for child in page.children:
        if isinstance(child, boxes.MarginBox):
            continue
        yield from _outside_cells(child)
        for box in child.descendants():
            is_text = isinstance(box, boxes.TextBox) and box.text.strip()
            if not (is_text or isinstance(box, boxes.ReplacedBox)):
                continue
            wide = _width(box) if is_text else box.width
            low = box.position_y + (box.height if is_text else box.margin_height())
            if box.position_x < left - 1 or box.position_x + wide > right + 1 or low > bottom + 1:
                yield box.text.strip() if is_text else str(box.element.get("alt") or "a picture")


def _outside_cells(part: Any) -> Iterator[str]:
    """Numbers that overflow into the next column.

    In columns of fixed width, words are split to fit, and numbers are not.
    """
    for cell in part.descendants():
        if not isinstance(cell, boxes.TableCellBox):
            continue
        left, right = cell.position_x, cell.position_x + cell.border_width()
        for box in cell.descendants():
            if not (isinstance(box, boxes.TextBox) and CLASS in (box.element.get("class") or "")):
                continue
            if box.position_x < left - 1 or box.position_x + _width(box) > right + 1:
                yield box.text.strip()


def _width(box: Any) -> float:
    """The width of a text, without trailing white space, which may overflow."""
    return float(box.width * len(box.text.rstrip()) / (len(box.text) or 1))
