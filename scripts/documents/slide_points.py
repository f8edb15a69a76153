"""Bullet points on slides: splitting text into sentences, font sizes, and what fits a slide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scripts.figures.labels import text_width

# The area for bullet points (typographic points); line height and spacing (in font sizes).
BODY_WIDTH, BODY_HEIGHT, LINE, BETWEEN = 860.0, 300.0, 1.25, 0.35
# The largest font size that fits is used, so that short texts can be read from the back row.
SIZES = (40, 34, 30, 26)
_ABBREVIATION = re.compile(r"\b(?:kl|nr|ca|jf|kap|f\.eks|bl\.a|e\.g|i\.e|pp?)\.$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?»’])\s+(?=[A-ZÆØÅ«‘\d])")


def sentences(text: str) -> list[str]:
    """Split a text into sentences, but not after abbreviations."""
    parts: list[str] = []
    for piece in filter(None, _SENTENCE.split(text.strip())):
        if parts and _ABBREVIATION.search(parts[-1]):
            parts[-1] += f" {piece}"
        else:
            parts.append(piece)
    return parts


def height(points: Sequence[str], size: int) -> float:
    """An upper bound of the height of bullet points, in typographic points."""
    lines = sum(-(-text_width(point, size) // (BODY_WIDTH - size)) for point in points)
    return lines * size * LINE + len(points) * size * BETWEEN


def fitting(points: Sequence[str], sizes: Sequence[int]) -> int:
    """The first font size in which all bullet points fit one slide, or the last."""
    return next((size for size in sizes if height(points, size) <= BODY_HEIGHT), sizes[-1])


def distributed(points: Sequence[str], size: int) -> list[list[str]]:
    """Distribute bullet points evenly over as few slides as they need."""
    groups = _groups(points, size, BODY_HEIGHT)
    for part in range(19, 9, -1):
        closer = _groups(points, size, BODY_HEIGHT * part / 20)
        if len(closer) > len(groups):
            break
        groups = closer
    return groups


def _groups(points: Sequence[str], size: int, room: float) -> list[list[str]]:
    """Group bullet points in order; a group is higher than `room` only if it has one point."""
    groups: list[list[str]] = []
    for point in points:
        if groups and height([*groups[-1], point], size) <= room:
            groups[-1].append(point)
        else:
            groups.append([point])
    return groups
