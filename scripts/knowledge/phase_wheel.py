"""The picture of the phases: a loop round the three parties, drawn from data/phases.yml.

A loop and not a line: the arc from the last phase leads to the first. Lengths are units
of the drawing, whose width is 800.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT = 800, 540
_CENTRE = (400.0, 270.0)
_RADIUS = 150.0
_NODE = 27.0
# What a label may hold in one line before it is broken; a longer word stands alone.
_LINE = 17
_LEADING = 28.0


@dataclass(frozen=True)
class Node:
    """One phase on the loop, with its label beside it."""

    record: dict[str, Any]
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str
    lines: list[str]


@dataclass(frozen=True)
class Wheel:
    """What the template draws: nodes, arrows between them, and the parties' places."""

    width: int
    height: int
    radius: float
    nodes: list[Node]
    arrows: list[str]
    parties: list[tuple[float, float]]


def draw(phases: list[dict[str, Any]], code: str) -> Wheel:
    """The wheel in one language, the first phase at the top, going clockwise."""
    count = len(phases)
    angles = [2 * math.pi * at / count - math.pi / 2 for at in range(count)]
    nodes = [_node(phase, angle, code) for phase, angle in zip(phases, angles, strict=True)]
    step = 2 * math.pi / count if count else 0.0
    arrows = [_arrow(angle, angle + step) for angle in angles]
    parties = [_at(math.radians(degrees), 54) for degrees in (-90, 30, 150)]
    return Wheel(WIDTH, HEIGHT, _NODE, nodes, arrows, parties)


def wrap(text: str, length: int = _LINE) -> list[str]:
    """Words in lines of at most `length` letters, as few lines as that takes."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= length:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _node(phase: dict[str, Any], angle: float, code: str) -> Node:
    x, y = _at(angle, _RADIUS)
    label_x, label_y = _at(angle, _RADIUS + _NODE + 13)
    lines = wrap(phase["title"][code])
    side = math.cos(angle)
    anchor = "middle" if abs(side) < 0.2 else ("start" if side > 0 else "end")
    # The block of lines stands above a label at the top, below one at the bottom.
    lift = len(lines) * _LEADING * (1 - math.sin(angle)) / 2
    return Node(phase, x, y, label_x, label_y - lift + _LEADING * 0.75, anchor, lines)


def _arrow(start: float, end: float) -> str:
    """An arc between two nodes, with a head that points on."""
    gap = (_NODE + 8) / _RADIUS
    begin, stop = start + gap, end - gap
    x1, y1 = _at(begin, _RADIUS)
    x2, y2 = _at(stop, _RADIUS)
    heads = [_at(stop - 0.07, _RADIUS + offset) for offset in (-9, 9)]
    (ax, ay), (bx, by) = heads
    arc = f"M{x1:.1f} {y1:.1f}A{_RADIUS:.0f} {_RADIUS:.0f} 0 0 1 {x2:.1f} {y2:.1f}"
    return f"{arc}M{ax:.1f} {ay:.1f}L{x2:.1f} {y2:.1f}L{bx:.1f} {by:.1f}"


def _at(angle: float, distance: float) -> tuple[float, float]:
    x, y = _CENTRE
    return (
        round(x + distance * math.cos(angle), 1),
        round(y + distance * math.sin(angle), 1),
    )
