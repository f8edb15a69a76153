"""A matter on two parallel lines, development and decision, and where it crosses between them.

The steps are those of the form on the page of the tool; the line of each step is the site's own
suggestion.
"""

from __future__ import annotations

from dataclasses import dataclass

from scripts.figures.phase_wheel import wrap
from scripts.language.messages import Messages

DEVELOPMENT, DECISION = "development", "decision"
# The line of each step of the form, in order.
STEPS = (
    DEVELOPMENT,
    DECISION,
    DEVELOPMENT,
    DEVELOPMENT,
    DECISION,
    DECISION,
    DEVELOPMENT,
    DEVELOPMENT,
)
# The steps (from 1) between which the matter crosses: the remit comes down, the proposal goes up,
# the decision comes down.
CROSSINGS = ((2, 3), (4, 5), (6, 7))


@dataclass(frozen=True)
class TwoLinesLayout:
    """The dimensions of one variant of the figure, in SVG units (about px at its smallest size)."""

    upright: bool
    step: float
    start: float
    lines: dict[str, float]
    length: int


WIDE = TwoLinesLayout(False, 78, 52, {DECISION: 96, DEVELOPMENT: 176}, 12)
UPRIGHT = TwoLinesLayout(True, 52, 60, {DEVELOPMENT: 16, DECISION: 324}, 26)
_LEADING = 16.0


@dataclass(frozen=True)
class Step:
    """A step: the position of its mark, and its label in lines."""

    number: int
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str
    words: list[str]


@dataclass(frozen=True)
class Crossing:
    """An arrow between the lines: its path, the position of its letter, and its arrowhead."""

    number: int
    path: str
    x: float
    y: float
    point: str


@dataclass(frozen=True)
class TwoLines:
    """The data of the template."""

    upright: bool
    width: float
    height: float
    lines: list[tuple[str, float, float, float, float]]
    steps: list[Step]
    crossings: list[Crossing]


def draw(words: Messages, layout: TwoLinesLayout) -> TwoLines:
    """The two lines in one language."""

    def at(number: float, across: float) -> tuple[float, float]:
        along = layout.start + (number - 1) * layout.step
        return (across, along) if layout.upright else (along, across)

    steps = []
    for number, line in enumerate(STEPS, 1):
        x, y = at(number, layout.lines[line])
        text = wrap(words(f"two-lines.step.{number}"), layout.length)
        rows = len(text) - 1
        if layout.upright:
            side = 1 if line == DEVELOPMENT else -1
            label = (x + side * 16, y - rows * _LEADING / 2)
            anchor = "start" if side > 0 else "end"
        elif line == DECISION:
            label, anchor = (x, y - 22 - rows * _LEADING), "middle"
        else:
            label, anchor = (x, y + 24), "middle"
        steps.append(Step(number, x, y, *label, anchor, text))
    crossings = []
    for number, (before, after) in enumerate(CROSSINGS, 1):
        start = at(before, layout.lines[STEPS[before - 1]])
        end = at(after, layout.lines[STEPS[after - 1]])
        middle = at((before + after) / 2, 0)[1 if layout.upright else 0]
        way = f"V{middle}H{end[0]}V{end[1]}" if layout.upright else f"H{middle}V{end[1]}H{end[0]}"
        from_, to = (layout.lines[STEPS[step - 1]] for step in (before, after))
        across, tip, side = (from_ + to) / 2, to, 1 if to > from_ else -1
        # The arrowhead ends at the target line.
        tip -= side * 3
        if layout.upright:
            point = f"M{tip} {middle}l{-side * 11} -6v12z"
            place = (across, middle)
        else:
            point = f"M{middle} {tip}l-6 {-side * 11}h12z"
            place = (middle, across)
        crossings.append(Crossing(number, f"M{start[0]} {start[1]}{way}", *place, point))
    last = len(STEPS)
    lines = [
        (line, *at(0.6, across), *at(last + 0.4, across)) for line, across in layout.lines.items()
    ]
    length = layout.start + (last - 0.4) * layout.step
    width, height = (340.0, length) if layout.upright else (length, 244.0)
    return TwoLines(layout.upright, width, height, lines, steps, crossings)
