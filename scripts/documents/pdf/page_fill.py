"""How full the pages of a document are, before it is written.

Of several ways to set a document the one that wastes the least paper is taken, so it must
be known which pages hold little.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes

# A page that is less full than this is thin: a reader wonders whether something is missing.
LEAST = 0.45
_SEEN = (boxes.TextBox, boxes.ReplacedBox, boxes.TableCellBox)


def thin_pages(document: Any) -> tuple[int, int]:
    """How many pages of a laid out document are thin, and of its last page.

    The end of a text stands where it stands; a page before it need not be thin.
    """
    *pages, last = (fill(page) < LEAST for page in document.pages)
    return sum(pages), int(last)


def fill(page: Any) -> float:
    """How far down the last thing on a page stands, as a part of the room for text."""
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
