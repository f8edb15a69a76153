"""The timeline of one municipality: its events, and from what kind of source each is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.content.evidence_classes import State
from scripts.content.records import Event, Municipality
from scripts.content.sources import Source
from scripts.content.standing import standing
from scripts.figures.timeline_rows import when

# Years between labels of the axis.
STEP = 5
RADIUS = 12.0


@dataclass(frozen=True)
class MunicipalityTimelineLayout:
    """The dimensions of one variant of the figure, in SVG units (about px at its smallest size)."""

    upright: bool
    width: float
    margin: float


WIDE = MunicipalityTimelineLayout(upright=False, width=640, margin=22)
NARROW = MunicipalityTimelineLayout(upright=True, width=340, margin=18)


@dataclass(frozen=True)
class Mark:
    """An event: its number in the list, its position, and the kind of its sources."""

    number: int
    event: Event
    state: State
    x: float
    y: float


@dataclass(frozen=True)
class MunicipalityTimeline:
    """The data of the template; `bar` is the x range as a trial or model municipality."""

    layout: MunicipalityTimelineLayout
    height: float
    base: float
    years: list[tuple[int, float]]
    bar: tuple[float, float] | None
    marks: list[Mark]


def draw(
    events: list[Event],
    record: Municipality,
    sources: Mapping[str, Source],
    layout: MunicipalityTimelineLayout,
) -> MunicipalityTimeline:
    """The events of one municipality above an axis of years, in as few rows as possible."""
    own = [event for event in events if is_about(event, record)]
    times = [when(event["date"]) for event in own]
    first = STEP * int(min(times, default=2000) // STEP)
    final = STEP * (int(max(times, default=2000) // STEP) + 1)
    year = (layout.width - 2 * layout.margin) / (final - first)

    def x_of(time: float) -> float:
        return round(layout.margin + (time - first) * year, 1)

    # The x up to which each row is occupied, from the axis upwards.
    occupied: list[float] = []
    placed = []
    for time, event in zip(times, own, strict=True):
        x = x_of(time)
        row = next((n for n, until in enumerate(occupied) if until <= x), len(occupied))
        occupied[row : row + 1] = [x + 2 * RADIUS + 2]
        placed.append((event, x, row))
    base = len(occupied) * (2 * RADIUS + 4) + 14
    marks = [
        Mark(
            number,
            event,
            standing(event["sources"], sources, record["name"]).state,
            x,
            base - 10 - RADIUS - row * (2 * RADIUS + 4),
        )
        for number, (event, x, row) in enumerate(placed, 1)
    ]
    bar = (x_of(record["start"]), x_of(record["end"] + 1)) if "end" in record else None
    years = [(each, x_of(each)) for each in range(first, final + 1, STEP)]
    return MunicipalityTimeline(
        layout, base + 28, base, years, bar if "start" in record else None, marks
    )


def is_about(event: Event, record: Municipality) -> bool:
    """Whether an event links to the page of the municipality, or names the municipality."""
    return event.get("page") == record.get("page") or record["name"] in event["event"]["no"]
