"""Signs and letters of pictures: shapes, the room they take, and labels that do not collide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from scripts.figures.geometry import Box

# How wide letters are at most, in parts of their size, in Source Sans 3 (weight 600);
# tests/browser/test_pictures.py measures what the browser makes of it.
NARROW, COMMON, CAPITAL, BROAD = 0.38, 0.57, 0.68, 0.85
# Between a mark and its name, and how much of a name stands left of its anchor.
GAP = 3.0
SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True)
class Label:
    """A name beside its mark: where it is anchored and the room it takes."""

    x: float
    y: float
    anchor: str
    box: Box


def around(x: float, y: float, radius: float) -> Box:
    """The square around a point."""
    return Box(x - radius, y - radius, 2 * radius, 2 * radius)


def text_width(text: str, size: float) -> float:
    """At most how wide a text is, in the unit of `size`."""
    return _units(text) * size


@lru_cache(maxsize=1 << 12)
def _units(text: str) -> float:
    """The width in parts of the size: slides ask for each text in many sizes and places."""
    return sum(_letter(letter) for letter in text)


def _letter(letter: str) -> float:
    if letter in "mwæMWÆ":
        return BROAD
    if letter in "fijlrtI ,.-–":
        return NARROW
    return CAPITAL if letter.isupper() else COMMON


def place(text: str, mark: Box, size: float, taken: Iterable[Box], room: Box) -> Label | None:
    """The first free place beside a mark, or None when all are taken.

    Right is tried first, since names are read from their mark; then left; then above and
    below, first in the middle, then pushed aside. The same data give the same picture.
    """
    width, height = text_width(text, size), size * 1.1
    middle_x, middle_y = mark.x + mark.width / 2, mark.y + mark.height / 2
    right, left = mark.x + mark.width + GAP, mark.x - GAP
    above, below = mark.y - height / 2, mark.y + mark.height + height / 2
    places = [(right, middle_y, "start"), (left, middle_y, "end")]
    places += [(middle_x, y, "middle") for y in (above, below)]
    # A name pushed aside is anchored where it is nearest its mark, should it be drawn smaller.
    for part in (0.3, 0.1, 0.2):
        places += [(middle_x - part * width, y, "start") for y in (above, below)]
        places += [(middle_x + part * width, y, "end") for y in (above, below)]
    obstacles = list(taken)
    for x, y, anchor in places:
        box = Box(x - width * SHIFT[anchor], y - height / 2, width, height)
        if room.holds(box) and not any(box.meets(each) for each in obstacles):
            return Label(round(x, 1), round(y, 1), anchor, box)
    return None
