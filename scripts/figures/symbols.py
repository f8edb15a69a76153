"""The symbols of maps and timelines, as SVG paths."""

from __future__ import annotations

# Paths centred on 0,0, of about equal optical size.
SHAPES = {
    "circle": "M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0z",
    "square": "M-9-9H9V9H-9z",
    "diamond": "M0-12L12 0 0 12-12 0z",
    "triangle": "M0-11L11 9H-11z",
    "wedge": "M0 11L11-9H-11z",
    # A diamond with room for a number.
    "lozenge": "M0-13.5L13.5 0 0 13.5-13.5 0z",
}
