"""The picture of the phases: a loop of arrows round the three parties, from data/phases.yml.

A loop and not a line: the last arrow points at the first. All arrows are one shape, turned
to its place, so that the drawing weighs little on every page that carries it. Lengths are
units of the drawing, whose width is 800.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from scripts.content.records import Phase

WIDTH, HEIGHT = 800, 500
_CENTRE = (400.0, 250.0)
# The ring of arrows, from edge to edge, and how far a point reaches beyond its own part.
_INNER, _OUTER = 118.0, 192.0
_POINT = math.radians(11)
_GAP = math.radians(5)
_LABEL = _OUTER + 16
# What a label may hold in one line before it is broken; a longer word stands alone.
_LINE = 17
_LEADING = 26.0
# The parties' circles overlap: what they do, they do together. Between the far edge of each and
# the near edge of its neighbour there is room for the longest name ("Employees").
_TOGETHER = 54.0
PARTY = 57.0
# How many straight pieces stand for an arc where there are none.
_CORNERS = 12
# The small wheel shows the ring alone.
SMALL = "200 50 400 400"


@dataclass(frozen=True)
class Node:
    """One phase of the loop: its arrow's turn in degrees, its number's place, its label."""

    record: Phase
    turn: float
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str
    lines: list[str]


@dataclass(frozen=True)
class Wheel:
    """What the template draws: the arrow at the top, every phase, and the parties' places."""

    width: int
    height: int
    small: str
    centre: tuple[float, float]
    arrow: str
    nodes: list[Node]
    parties: list[tuple[float, float]]
    party_radius: float = PARTY
    aside: float = PARTY / (_TOGETHER * math.cos(math.radians(30)))
    leading: float = _LEADING


def draw(phases: list[Phase], code: str) -> Wheel:
    """The wheel in one language, the first phase at the top, going clockwise.

    Returns:
        Places in units of a drawing of `WIDTH` by `HEIGHT`, turns in degrees clockwise; no
        arrow when there are no phases.
    """
    count = len(phases)
    angles = [2 * math.pi * at / count - math.pi / 2 for at in range(count)]
    nodes = [_node(phase, angle, code) for phase, angle in zip(phases, angles, strict=True)]
    parties = [_at(math.radians(degrees), _TOGETHER) for degrees in (-90, 30, 150)]
    arrow = _arrow(2 * math.pi / count) if count else ""
    return Wheel(WIDTH, HEIGHT, SMALL, _CENTRE, arrow, nodes, parties)


@dataclass(frozen=True)
class Arrow:
    """One arrow of the ring as corners, for what knows no arcs, and the place of its number."""

    number: int
    corners: list[tuple[float, float]]
    x: float
    y: float


def ring(count: int) -> list[Arrow]:
    """The ring of the wheel for so many phases, in the same units and places as `draw`."""
    step, middle = 2 * math.pi / count, (_INNER + _OUTER) / 2
    arrows = []
    for at in range(count):
        angle = at * step - math.pi / 2
        start, end = angle - step / 2, angle + step / 2 - _GAP
        along = [start + (end - start) * part / _CORNERS for part in range(_CORNERS + 1)]
        corners = [_at(each, _OUTER) for each in along]
        corners += [_at(end + _POINT, middle)]
        corners += [_at(each, _INNER) for each in reversed(along)]
        corners += [_at(start + _POINT, middle)]
        arrows.append(Arrow(at + 1, corners, *_at(angle + _POINT / 2, middle)))
    return arrows


def wrap(text: str, length: int = _LINE) -> list[str]:
    """Messages in lines of at most `length` letters, as few lines as that takes."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= length:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _node(phase: Phase, angle: float, code: str) -> Node:
    # The eye's middle of an arrow lies a little before its point.
    x, y = _at(angle + _POINT / 2, (_INNER + _OUTER) / 2)
    label_x, label_y = _at(angle, _LABEL)
    lines = wrap(phase["title"][code])
    side = math.cos(angle)
    anchor = "middle" if abs(side) < 0.2 else ("start" if side > 0 else "end")
    # The block of lines stands above a label at the top, below one at the bottom.
    lift = (len(lines) - 1) * _LEADING * (1 - math.sin(angle)) / 2
    turn = round(math.degrees(angle) + 90, 2)
    return Node(phase, turn, x, y, label_x, round(label_y - lift, 1), anchor, lines)


def _arrow(step: float) -> str:
    """The arrow of the phase at the top: a part of the ring, notched behind, pointed before."""
    start, end = -math.pi / 2 - step / 2, -math.pi / 2 + step / 2 - _GAP
    middle = (_INNER + _OUTER) / 2
    corners = [
        _at(start, _OUTER),
        _at(end, _OUTER),
        _at(end + _POINT, middle),
        _at(end, _INNER),
        _at(start, _INNER),
        _at(start + _POINT, middle),
    ]
    (a, b, c, d, e, f) = (f"{x:.0f} {y:.0f}" for x, y in corners)
    outer, inner = f"{_OUTER:.0f} {_OUTER:.0f}", f"{_INNER:.0f} {_INNER:.0f}"
    return f"M{a}A{outer} 0 0 1 {b}L{c}L{d}A{inner} 0 0 0 {e}L{f}Z"


def _at(angle: float, distance: float) -> tuple[float, float]:
    x, y = _CENTRE
    return (
        round(x + distance * math.cos(angle), 1),
        round(y + distance * math.sin(angle), 1),
    )
