"""The timeline of MKM: one lane per kind of event, along an axis of years."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from scripts.content.list_parts import OWN_EVENTS
from scripts.content.records import Event, Municipality
from scripts.figures.geometry import Box
from scripts.figures.labels import around, text_width
from scripts.figures.timeline_names import named_marks
from scripts.figures.timeline_parts import (
    FIRST_YEAR,
    STEP,
    Bar,
    Lane,
    Line,
    Mark,
    Timeline,
    TimelineLayout,
)
from scripts.figures.timeline_rows import (
    Period,
    in_rows,
    municipal_periods,
    project_period,
    when,
)

# Kinds of events of MKM itself, in the order of their lanes, with the shape of their marks.
# Events of other programmes and of the context have a table of their own and are not drawn.
SHAPE_OF_KIND = {"method": "circle", "municipality": "square", "publication": "lozenge"}


def own_events(events: list[Event]) -> list[Event]:
    """The events of MKM itself, which are numbered and drawn."""
    return [event for event in events if event["kind"] in OWN_EVENTS]


def draw(
    events: list[Event],
    municipalities: list[Municipality],
    project: str,
    layout: TimelineLayout,
    code: str,
) -> Timeline:
    """The timeline in one layout; `project` is the label of the bar of the whole project."""
    shown = own_events(events)
    numbers = {event["id"]: number for number, event in enumerate(shown, 1)}
    last = max([when(event["date"]) for event in shown], default=FIRST_YEAR)
    # The project may end last, and its label follows the end of its bar.
    last += text_width(project, layout.letters) / layout.year if layout.named else 0
    final = ceil(last) + 1
    if layout.named:
        final = FIRST_YEAR + STEP * (int(last - FIRST_YEAR) // STEP + 1)
    short = {each["id"]: each["short"][code] for each in shown if "short" in each}
    lanes, bars, marks = [], [], []
    across = layout.side
    for (kind, shape), beside in zip(SHAPE_OF_KIND.items(), layout.beside, strict=True):
        own = [event for event in shown if event["kind"] == kind]
        periods = []
        if kind == "method":
            periods = project_period(own, project)
        elif kind == "municipality":
            periods = municipal_periods(own, municipalities)
        # A name on the row takes time from what would follow it there.
        names: dict[str, float] = {}
        if layout.named:
            named = {**short, **{period.name: period.name for period in periods}}
            names = {
                key: (text_width(name, layout.letters) + layout.row / 2) / layout.year
                for key, name in named.items()
            }
        rows = in_rows(own, periods, layout.mark / layout.year, names)
        size = len(rows) * layout.row + layout.pad + beside
        for number, row in enumerate(rows):
            middle = across + (number + 0.5) * layout.row + layout.pad / 2
            bars += [bar(period, kind, numbers, middle, layout) for period in row.periods]
            for event in row.events:
                x, y = layout.at(when(event["date"]), middle)
                reach = around(x, y, layout.mark / 2)
                marks.append(Mark(numbers[event["id"]], event, shape, x, y, reach))
        lanes.append(lane(kind, across, size, final, layout))
        across += size
    # Focus order is document order: that of the table.
    marks.sort(key=lambda mark: mark.number)
    bars.sort(key=lambda bar: bar.number or 0)
    marks = named_marks(marks, bars, lanes, short, layout)
    years = [
        (year, Line(*layout.at(year, layout.side), *layout.at(year, across)))
        for year in range(FIRST_YEAR, final + 1, STEP)
    ]
    right, low = layout.at(final, across)
    room = round(layout.letters * 1.3)  # half of the last year is outside the lanes
    width, height = (
        (ceil(right) + 1, ceil(low) + room)
        if layout.upright
        else (ceil(right) + room, ceil(low) + 1)
    )
    return Timeline(layout, width, height, years, lanes, bars, marks)


def lane(kind: str, across: float, size: float, final: int, layout: TimelineLayout) -> Lane:
    """A lane, from its title to the last year."""
    length = (final - FIRST_YEAR) * layout.year + layout.head
    across, size, length = round(across, 1), round(size, 1), round(length, 1)
    middle = round(across + size / 2, 1)
    if layout.upright:
        top = layout.head - layout.row / 3
        box, x, y = Box(across, top, size, length - top), middle, top / 2
    else:
        box, x, y = Box(0, across, length, size), layout.row / 2, middle
    return Lane(kind, SHAPE_OF_KIND[kind], box, x, y)


def bar(
    period: Period, kind: str, numbers: Mapping[str, int], middle: float, layout: TimelineLayout
) -> Bar:
    """A period as a bar, with its label after its end."""
    line = Line(*layout.at(period.start, middle), *layout.at(period.end, middle))
    width = text_width(period.name, layout.letters)
    number = min((numbers[event["id"]] for event in period.events), default=None)
    # A larger gap where there is a mark at the end of the bar.
    marked = any(when(event["date"]) == period.end for event in period.events)
    gap = layout.row * (0.6 if marked else 0.3)
    x, y = line.x2 + gap, line.y2
    room = Box(x, y - layout.letters / 2, width, layout.letters)
    return Bar(number, period, kind, line, round(x, 1), round(y, 1), room)
