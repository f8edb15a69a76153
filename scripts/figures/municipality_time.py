"""One municipality in time: what the timeline tells of it, and whether only a party says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.content.records import Event, Municipality
from scripts.content.sources import Source
from scripts.content.standing import State, standing
from scripts.figures.timeline_rows import when

STEP = 5
RADIUS = 12.0


@dataclass(frozen=True)
class Layout:
    """The measures of one drawing, in units that are nearly pixels at its smallest."""

    upright: bool
    width: float
    margin: float


WIDE = Layout(upright=False, width=640, margin=22)
NARROW = Layout(upright=True, width=340, margin=18)


@dataclass(frozen=True)
class Mark:
    """An event: its number in the list, its place, and who tells of it."""

    number: int
    event: Event
    state: State
    x: float
    y: float


@dataclass(frozen=True)
class Picture:
    """What the template draws; `bar` is the time as a trial or model municipality."""

    layout: Layout
    height: float
    base: float
    years: list[tuple[int, float]]
    bar: tuple[float, float] | None
    marks: list[Mark]


def draw(
    events: list[Event],
    record: Municipality,
    sources: Mapping[str, Source],
    layout: Layout,
) -> Picture:
    """The events of one municipality along a line of years, above it in as few rows as needed."""
    own = [event for event in events if is_about(event, record)]
    times = [when(event["date"]) for event in own]
    first = STEP * int(min(times, default=2000) // STEP)
    final = STEP * (int(max(times, default=2000) // STEP) + 1)
    year = (layout.width - 2 * layout.margin) / (final - first)

    def at(time: float) -> float:
        return round(layout.margin + (time - first) * year, 1)

    # How far each row is taken, from the line of years upwards.
    taken: list[float] = []
    placed = []
    for time, event in zip(times, own, strict=True):
        x = at(time)
        row = next((n for n, until in enumerate(taken) if until <= x), len(taken))
        taken[row : row + 1] = [x + 2 * RADIUS + 2]
        placed.append((event, x, row))
    base = len(taken) * (2 * RADIUS + 4) + 14
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
    bar = (at(record["start"]), at(record["end"] + 1)) if "end" in record else None
    years = [(each, at(each)) for each in range(first, final + 1, STEP)]
    return Picture(layout, base + 28, base, years, bar if "start" in record else None, marks)


def is_about(event: Event, record: Municipality) -> bool:
    """Whether an event stands on the page of the municipality, or names it."""
    return event.get("page") == record.get("page") or record["name"] in event["event"]["no"]
