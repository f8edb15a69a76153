"""Measures how full the pages of a laid out document are.

Of several layouts of a document, the one that wastes the least paper is chosen.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes

# A page less full than this is thin: readers wonder whether something is missing.
LEAST = 0.45
_SEEN = (boxes.TextBox, boxes.ReplacedBox, boxes.TableCellBox)


def thin_pages(document: Any) -> tuple[int, int]:
    """The number of thin pages before the last, and whether the last is thin (0 or 1).

    They are separate, since a thin last page is often unavoidable.
    """
    *pages, last = (fill(page) < LEAST for page in document.pages)
    return sum(pages), int(last)


def fill(page: Any) -> float:
    """The bottom of the last element on a page, as a fraction of the text area."""
    box = page._page_box
    top, room = box.content_box_y(), box.height
    ends = [
        each.position_y + each.margin_height()
        for child in box.children
        if not isinstance(child, boxes.MarginBox)
        for each in child.descendants()
        if isinstance(each, _SEEN)
    ]
    return float((max(ends, default=top) - top) / room)
