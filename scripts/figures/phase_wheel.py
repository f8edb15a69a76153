"""The phase wheel: a ring of arrows round the three parties, from data/phases.yml.

A ring and not a line: the last arrow points at the first. All arrows are one shape, rotated into
place, to keep the SVG small on every page that has it. Lengths are SVG units; the figure is 800
units wide.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from scripts.content.records import Phase

WIDTH, HEIGHT = 800, 500
_CENTRE = (400.0, 250.0)
# Inner and outer radius of the ring; how far the tip of an arrow extends into the next sector.
_INNER, _OUTER = 118.0, 192.0
_POINT = math.radians(11)
_GAP = math.radians(5)
_LABEL = _OUTER + 16
# The maximum length of a line of a label in characters; a longer word gets its own line.
_LINE_LENGTH = 17
_LEADING = 26.0
# The distance of the parties' circles from the centre. They overlap, since the parties act
# together, and leave room for the longest name ("Employees") outside the overlap.
_PARTY_DISTANCE = 54.0
PARTY = 57.0
# The number of segments that approximate an arc in `ring`.
_SEGMENTS = 12
# The view box of the small wheel, which shows only the ring.
SMALL = "200 50 400 400"


@dataclass(frozen=True)
class Node:
    """One phase: the rotation of its arrow in degrees, the position of its number, its label."""

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
    """The data of the template: the shape of the top arrow, the phases, the parties' centres."""

    width: int
    height: int
    small: str
    centre: tuple[float, float]
    arrow: str
    nodes: list[Node]
    parties: list[tuple[float, float]]
    party_radius: float = PARTY
    aside: float = PARTY / (_PARTY_DISTANCE * math.cos(math.radians(30)))
    leading: float = _LEADING


def draw(phases: list[Phase], code: str) -> Wheel:
    """The wheel in one language, clockwise with the first phase at the top.

    Returns:
        Positions in SVG units within `WIDTH` by `HEIGHT`, rotations in degrees clockwise; no
        arrow if there are no phases.
    """
    count = len(phases)
    angles = [2 * math.pi * index / count - math.pi / 2 for index in range(count)]
    nodes = [_node(phase, angle, code) for phase, angle in zip(phases, angles, strict=True)]
    parties = [_at(math.radians(degrees), _PARTY_DISTANCE) for degrees in (-90, 30, 150)]
    arrow = _arrow(2 * math.pi / count) if count else ""
    return Wheel(WIDTH, HEIGHT, SMALL, _CENTRE, arrow, nodes, parties)


@dataclass(frozen=True)
class Arrow:
    """One arrow as a polygon, for renderers without arcs, and the position of its number."""

    number: int
    corners: list[tuple[float, float]]
    x: float
    y: float


def ring(count: int) -> list[Arrow]:
    """The arrows of `count` phases, in the coordinates of `draw`."""
    step, middle = 2 * math.pi / count, (_INNER + _OUTER) / 2
    arrows = []
    for index in range(count):
        angle = index * step - math.pi / 2
        start, end = angle - step / 2, angle + step / 2 - _GAP
        angles = [start + (end - start) * part / _SEGMENTS for part in range(_SEGMENTS + 1)]
        corners = [_at(each, _OUTER) for each in angles]
        corners += [_at(end + _POINT, middle)]
        corners += [_at(each, _INNER) for each in reversed(angles)]
        corners += [_at(start + _POINT, middle)]
        arrows.append(Arrow(index + 1, corners, *_at(angle + _POINT / 2, middle)))
    return arrows


def wrap(text: str, length: int = _LINE_LENGTH) -> list[str]:
    """Break a text into lines of at most `length` characters, greedily."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= length:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _node(phase: Phase, angle: float, code: str) -> Node:
    # The optical centre of an arrow, a little towards its tip.
    x, y = _at(angle + _POINT / 2, (_INNER + _OUTER) / 2)
    label_x, label_y = _at(angle, _LABEL)
    lines = wrap(phase["title"][code])
    side = math.cos(angle)
    anchor = "middle" if abs(side) < 0.2 else ("start" if side > 0 else "end")
    # A label of several lines grows upwards at the top of the wheel, downwards at the bottom.
    lift = (len(lines) - 1) * _LEADING * (1 - math.sin(angle)) / 2
    turn = round(math.degrees(angle) + 90, 2)
    return Node(phase, turn, x, y, label_x, round(label_y - lift, 1), anchor, lines)


def _arrow(step: float) -> str:
    """The SVG path of the top arrow: a sector of the ring with a notch and a tip."""
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
    """Polar coordinates around the centre as x and y."""
    x, y = _CENTRE
    return (
        round(x + distance * math.cos(angle), 1),
        round(y + distance * math.sin(angle), 1),
    )
