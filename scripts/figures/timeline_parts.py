"""The parts of the timeline figure, and the dimensions of its two variants."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.content.records import Event
from scripts.figures.geometry import Box
from scripts.figures.labels import Label
from scripts.figures.timeline_rows import Period

FIRST_YEAR, STEP = 1995, 5


@dataclass(frozen=True)
class TimelineLayout:
    """The dimensions of one variant of the figure, in SVG units (about px at its smallest size).

    `head` is the room for the titles of the lanes, `side` for the years; `year` is the length of
    a year, `row` the breadth of a row, `pad` the padding of a lane, `beside` the extra breadth of
    each lane for labels, `letters` the font size. In the upright variant bars have no labels,
    which would be vertical (`named`).
    """

    upright: bool
    head: float
    side: float
    year: float
    row: float
    pad: float
    letters: float
    beside: tuple[float, ...] = (0, 0, 0)

    @property
    def named(self) -> bool:
        """Whether bars are labelled."""
        return not self.upright

    @property
    def mark(self) -> float:
        """The size of a mark, a little less than a row."""
        return self.row * 0.88

    def at(self, time: float, across: float) -> tuple[float, float]:
        """The x and y of a time; `across` is the offset perpendicular to the axis of years."""
        along = round(self.head + (time - FIRST_YEAR) * self.year, 1)
        across = round(across, 1)
        return (across, along) if self.upright else (along, across)


# The axis is horizontal on wide screens, vertical on phones.
WIDE = TimelineLayout(upright=False, head=124, side=26, year=19.6, row=27, pad=8, letters=14)
UPRIGHT = TimelineLayout(
    upright=True, head=30, side=31, year=36, row=29, pad=7, letters=13, beside=(45, 1, 31)
)


@dataclass(frozen=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Bar:
    """A period, with the position of its label and the bounding box of the label (`room`).

    `number` is that of the first event on it, None if there is none.
    """

    number: int | None
    period: Period
    kind: str
    line: Line
    x: float
    y: float
    room: Box


@dataclass(frozen=True)
class Mark:
    """An event, with the number of its row in the table, and a label where there is room."""

    number: int
    event: Event
    shape: str
    x: float
    y: float
    room: Box
    name: str = ""
    label: Label | None = None


@dataclass(frozen=True)
class Lane:
    """A lane, with the position of its symbol or title."""

    kind: str
    shape: str
    box: Box
    x: float
    y: float


@dataclass(frozen=True)
class Timeline:
    """The data of the template."""

    layout: TimelineLayout
    width: int
    height: int
    years: list[tuple[int, Line]]
    lanes: list[Lane]
    bars: list[Bar]
    marks: list[Mark]
