"""Where in Norway a municipality lies, as a drawing of a few hundred bytes for its page."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from scripts.content.records import Municipality
from scripts.figures.projection import Point, projected

# Units of the drawing, and how far apart in km the points of its outline are at least:
# at this size a finer coast would not be seen, only paid for.
HEIGHT, MARGIN, STEP = 150.0, 4.0, 26.0


@dataclass(frozen=True)
class Locator:
    """The mainland as one path, and the place on it, in units of the drawing."""

    width: int
    height: int
    land: str
    x: int
    y: int


def locate(record: Municipality, rings: list[list[Point]]) -> Locator:
    """The place of a municipality; `rings` is the outline in degrees (data/norway.json).

    Returns:
        Land and place in whole units of a drawing that is `HEIGHT` high.

    Raises:
        ValueError: there is no outline.
    """
    mainland = thinned([projected(*point) for point in max(rings, key=len)])
    left, right = min(x for x, _ in mainland), max(x for x, _ in mainland)
    top, low = min(y for _, y in mainland), max(y for _, y in mainland)
    unit = (HEIGHT - 2 * MARGIN) / (low - top)

    def drawn(point: Point) -> tuple[int, int]:
        return round((point[0] - left) * unit + MARGIN), round((point[1] - top) * unit + MARGIN)

    points = [drawn(point) for point in mainland]
    steps = [
        f"{x - before_x} {y - before_y}"
        for (before_x, before_y), (x, y) in pairwise(points)
        if (x, y) != (before_x, before_y)
    ]
    first_x, first_y = points[0]
    land = f"M{first_x} {first_y}l{' '.join(steps)}z".replace(" -", "-")
    x, y = drawn(projected(record["lon"], record["lat"]))
    return Locator(math.ceil((right - left) * unit + 2 * MARGIN), round(HEIGHT), land, x, y)


def thinned(ring: list[Point], step: float = STEP) -> list[Point]:
    """The outline with no two neighbours nearer each other than `step` (km)."""
    kept = ring[:1]
    for point in ring[1:]:
        if math.dist(point, kept[-1]) >= step:
            kept.append(point)
    return kept
