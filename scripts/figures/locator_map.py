"""A locator map: where in Norway a municipality lies, in a few hundred bytes of SVG."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from scripts.content.records import Municipality
from scripts.figures.projection import Point, projected

# Height and margin in SVG units, and the minimum distance in km between points of the outline:
# at this size more detail would be invisible.
HEIGHT, MARGIN, STEP = 150.0, 4.0, 26.0


@dataclass(frozen=True)
class Locator:
    """The mainland as one SVG path, and the position of the municipality, in SVG units."""

    width: int
    height: int
    land: str
    x: int
    y: int


def locate(record: Municipality, rings: list[list[Point]]) -> Locator:
    """The locator map of a municipality; `rings` is the outline in degrees (data/norway.json).

    Returns:
        Land and position in whole SVG units; the map is `HEIGHT` high.

    Raises:
        ValueError: there is no outline.
    """
    mainland = thinned([projected(*point) for point in max(rings, key=len)])
    left, right = min(x for x, _ in mainland), max(x for x, _ in mainland)
    top, low = min(y for _, y in mainland), max(y for _, y in mainland)
    scale = (HEIGHT - 2 * MARGIN) / (low - top)

    def drawn(point: Point) -> tuple[int, int]:
        return round((point[0] - left) * scale + MARGIN), round((point[1] - top) * scale + MARGIN)

    points = [drawn(point) for point in mainland]
    steps = [
        f"{x - before_x} {y - before_y}"
        for (before_x, before_y), (x, y) in pairwise(points)
        if (x, y) != (before_x, before_y)
    ]
    first_x, first_y = points[0]
    land = f"M{first_x} {first_y}l{' '.join(steps)}z".replace(" -", "-")
    x, y = drawn(projected(record["lon"], record["lat"]))
    return Locator(math.ceil((right - left) * scale + 2 * MARGIN), round(HEIGHT), land, x, y)


def thinned(ring: list[Point], step: float = STEP) -> list[Point]:
    """The outline with at least `step` km between neighbouring points."""
    kept = ring[:1]
    for point in ring[1:]:
        if math.dist(point, kept[-1]) >= step:
            kept.append(point)
    return kept
