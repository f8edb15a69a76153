"""Distributes the events and periods of the timeline over rows without overlap."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.content.records import Event, Municipality

# The ids of the first and the last event of the project.
PROJECT = ("forste-modellkommune", "prosjektet-slutter")
# The length in years of a period whose end is unknown.
OPEN_YEARS = 1.0


@dataclass(frozen=True)
class Period:
    """A named period, with the events on it; `open` if its end is unknown."""

    start: float
    end: float
    name: str
    open: bool
    events: tuple[Event, ...]


@dataclass(frozen=True)
class LaneRow:
    """One row of a lane."""

    periods: list[Period]
    events: list[Event]


def when(date: str) -> float:
    """A date of the data ("1997", "1997-05", "1997-05-12") as a decimal year.

    Returns:
        1997.5 is the middle of 1997. A year or a month gives its middle; every month counts as
        31 days, since a day is much narrower than a mark.
    """
    year, *rest = (int(part) for part in date.split("-"))
    if not rest:
        return year + 0.5
    day = rest[1] if len(rest) > 1 else 15
    return year + (rest[0] - 1 + day / 31) / 12


def project_period(events: list[Event], name: str) -> list[Period]:
    """The period of the whole project, if both of its end events are among `events`."""
    ends = {event["id"]: event for event in events if event["id"] in PROJECT}
    if len(ends) < len(PROJECT):
        return []
    first, last = (ends[id_] for id_ in PROJECT)
    return [Period(when(first["date"]), when(last["date"]), name, False, (first, last))]


def municipal_periods(events: list[Event], municipalities: list[Municipality]) -> list[Period]:
    """The periods of the municipalities that have a start, with the events on their pages."""
    periods = []
    for record in municipalities:
        if "start" not in record:
            continue
        own = tuple(event for event in events if event.get("page") == record.get("page", ""))
        times = [when(event["date"]) for event in own]
        start = min([*times, record["start"] + 0.5])
        if "end" in record:
            periods.append(Period(start, record["end"] + 0.5, record["name"], False, own))
        else:
            end = max([*times, start + OPEN_YEARS])
            periods.append(Period(start, end, record["name"], True, own))
    return periods


def in_rows(
    events: list[Event], periods: list[Period], mark: float, names: dict[str, float]
) -> list[LaneRow]:
    """Put each period on the first free row, then each event that is on no period.

    Args:
        events: The events of one lane.
        periods: The periods of the lane.
        mark: The size of a mark, in years.
        names: The width of the label of a period, or of the event with that id, in years; those
            without one have no label.

    Returns:
        The rows, from the axis outwards.
    """
    rows: list[tuple[LaneRow, list[tuple[float, float]]]] = []

    def free_row(start: float, end: float) -> LaneRow:
        for row, occupied in rows:
            if all(end <= from_ or until <= start for from_, until in occupied):
                occupied.append((start, end))
                return row
        rows.append((LaneRow([], []), [(start, end)]))
        return rows[-1][0]

    half = mark / 2
    for period in periods:
        end = period.end + half + names.get(period.name, 0)
        row = free_row(period.start - half, end)
        row.periods.append(period)
        row.events.extend(period.events)
    on_a_period = {event["id"] for period in periods for event in period.events}
    for event in sorted(events, key=lambda event: when(event["date"])):
        if event["id"] not in on_a_period:
            time = when(event["date"])
            end = time + half + names.get(event["id"], 0)
            free_row(time - half, end).events.append(event)
    return [row for row, _ in rows]
