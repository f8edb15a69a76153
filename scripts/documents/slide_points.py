"""Text as points on a slide: where it is cut, how large it is set, and how much has room."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scripts.figures.labels import text_width

# The room for points on a slide and the height of a line, in points of type and parts of it.
BODY_WIDTH, BODY_HEIGHT, LINE, BETWEEN = 860.0, 300.0, 1.25, 0.35
# Points are as large as their room allows: what is short is read from the back of the hall.
SIZES = (40, 34, 30, 26)
_ABBREVIATION = re.compile(r"\b(?:kl|nr|ca|jf|kap|f\.eks|bl\.a|e\.g|i\.e|pp?)\.$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?»’])\s+(?=[A-ZÆØÅ«‘\d])")


def sentences(text: str) -> list[str]:
    """The sentences of a text; none is cut after an abbreviation."""
    found: list[str] = []
    for piece in filter(None, _SENTENCE.split(text.strip())):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def height(points: Sequence[str], size: int) -> float:
    """At most how high points are on a slide, in points of type."""
    lines = sum(-(-text_width(point, size) // (BODY_WIDTH - size)) for point in points)
    return lines * size * LINE + len(points) * size * BETWEEN


def fitting(points: Sequence[str], sizes: Sequence[int]) -> int:
    """The first of some sizes in which all points have room on one slide, or the last."""
    return next((size for size in sizes if height(points, size) <= BODY_HEIGHT), sizes[-1])


def shared(points: Sequence[str], size: int) -> list[list[str]]:
    """Points on as many slides as they need, about equally full: none ends with a line alone."""
    groups = _groups(points, size, BODY_HEIGHT)
    for part in range(19, 9, -1):
        closer = _groups(points, size, BODY_HEIGHT * part / 20)
        if len(closer) > len(groups):
            break
        groups = closer
    return groups


def _groups(points: Sequence[str], size: int, room: float) -> list[list[str]]:
    """Points in order, in groups that are no higher than `room` unless one point alone is."""
    groups: list[list[str]] = []
    for point in points:
        if groups and height([*groups[-1], point], size) <= room:
            groups[-1].append(point)
        else:
            groups.append([point])
    return groups
