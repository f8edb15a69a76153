"""Estimates text widths and places labels of figures without collisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from scripts.figures.geometry import Box

# Upper bounds of glyph widths in em, in Source Sans 3 (weight 600);
# tests/browser/test_pictures.py compares them with the browser.
NARROW, COMMON, CAPITAL, BROAD = 0.38, 0.57, 0.68, 0.85
# The distance between a mark and its label; the share of a label left of its anchor point.
GAP = 3.0
SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True)
class Label:
    """A placed label: anchor point, SVG text-anchor and bounding box."""

    x: float
    y: float
    anchor: str
    box: Box


def around(x: float, y: float, radius: float) -> Box:
    """The square around a point."""
    return Box(x - radius, y - radius, 2 * radius, 2 * radius)


def text_width(text: str, size: float) -> float:
    """An upper bound of the width of a text, in the unit of `size`."""
    return _units(text) * size


@lru_cache(maxsize=1 << 12)
def _units(text: str) -> float:
    """The width in em; cached, since slides measure each text in many sizes."""
    return sum(_em_width(character) for character in text)


def _em_width(character: str) -> float:
    if character in "mwæMWÆ":
        return BROAD
    if character in "fijlrtI ,.-–":
        return NARROW
    return CAPITAL if character.isupper() else COMMON


def place(text: str, mark: Box, size: float, taken: Iterable[Box], room: Box) -> Label | None:
    """The first free position of a label beside a mark, or None if there is none.

    Right is tried first, since labels are read from their mark; then left; then above and below,
    first centred, then shifted. Deterministic.

    Args:
        text: The label.
        mark: The bounding box of the mark.
        size: The font size.
        taken: The boxes that the label may not overlap.
        room: The box in which it must lie.
    """
    width, height = text_width(text, size), size * 1.1
    middle_x, middle_y = mark.x + mark.width / 2, mark.y + mark.height / 2
    right, left = mark.x + mark.width + GAP, mark.x - GAP
    above, below = mark.y - height / 2, mark.y + mark.height + height / 2
    places = [(right, middle_y, "start"), (left, middle_y, "end")]
    places += [(middle_x, y, "middle") for y in (above, below)]
    # Anchored at the end near the mark, in case the style sheet draws it smaller.
    for part in (0.3, 0.1, 0.2):
        places += [(middle_x - part * width, y, "start") for y in (above, below)]
        places += [(middle_x + part * width, y, "end") for y in (above, below)]
    obstacles = list(taken)
    for x, y, anchor in places:
        box = Box(x - width * SHIFT[anchor], y - height / 2, width, height)
        if room.contains(box) and not any(box.overlaps(each) for each in obstacles):
            return Label(round(x, 1), round(y, 1), anchor, box)
    return None
