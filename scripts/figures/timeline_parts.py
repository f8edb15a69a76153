"""What the picture of the timeline is drawn of, and the measures of its two drawings."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.content.records import Event
from scripts.figures.geometry import Box
from scripts.figures.labels import Label
from scripts.figures.timeline_rows import Period

FIRST_YEAR, STEP = 1995, 5


@dataclass(frozen=True)
class Layout:
    """The measures of one drawing, in units that are nearly pixels at its smallest.

    `head` is the room for the titles of the lanes, `side` for the numbers of the years, `pad`
    what a lane has beside its rows, and `beside` what it has for names beside them, where names
    do not make room for themselves. Where they would stand on end, bars have none (`named`).
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
        """Whether the names of bars stand in the drawing."""
        return not self.upright

    @property
    def mark(self) -> float:
        """The room that a mark takes, a little less than its row."""
        return self.row * 0.88

    def at(self, time: float, across: float) -> tuple[float, float]:
        """The place of a time; across the years is down, or to the right if upright."""
        along = round(self.head + (time - FIRST_YEAR) * self.year, 1)
        across = round(across, 1)
        return (across, along) if self.upright else (along, across)


# Years run to the right where there is room, and downwards on a phone.
WIDE = Layout(upright=False, head=124, side=26, year=19.6, row=27, pad=8, letters=14)
UPRIGHT = Layout(
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
    """A drawn period, with the place where its name begins and the room that it takes.

    `number` is that of the first event on it; none stands on an empty one.
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
    """A drawn event, with the number of its row in the table, and its name where one has room."""

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
    """A drawn lane, with the place of its sign or title."""

    kind: str
    shape: str
    box: Box
    x: float
    y: float


@dataclass(frozen=True)
class Picture:
    """What the template draws."""

    layout: Layout
    width: int
    height: int
    years: list[tuple[int, Line]]
    lanes: list[Lane]
    bars: list[Bar]
    marks: list[Mark]
