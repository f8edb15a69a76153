"""Events and periods of the timeline, sorted into rows where none hides another."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.content.records import Event, Municipality

# The project itself lasts from one event of the timeline to another.
PROJECT = ("forste-modellkommune", "prosjektet-slutter")
# How long a period is drawn, in years, whose end nobody tells.
OPEN_YEARS = 1.0


@dataclass(frozen=True)
class Period:
    """A stretch of time with a name, and the events that stand on it."""

    start: float
    end: float
    name: str
    open: bool
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Row:
    """What stands side by side on one line of a lane."""

    periods: list[Period]
    events: list[Event]


def when(date: str) -> float:
    """A date of the data ("1997", "1997-05", "1997-05-12") as a point in time.

    Returns:
        Years and parts of a year: 1997.5 is the middle of 1997. A date of only a year or
        month stands in its middle; every month counts as 31 days, since a day is less wide
        than a mark.
    """
    year, *rest = (int(part) for part in date.split("-"))
    if not rest:
        return year + 0.5
    day = rest[1] if len(rest) > 1 else 15
    return year + (rest[0] - 1 + day / 31) / 12


def project_period(events: list[Event], name: str) -> list[Period]:
    """The period of the whole project, if the timeline tells both its ends."""
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
) -> list[Row]:
    """Each period on the first row with room for it, then each event that stands on none.

    A mark takes `mark` years and a name (of a period, or of the event with that id) as many as
    `names` says, so that a row is free again where the last thing on it ends.

    Returns:
        The rows from the line of years outwards, as few as this order asks for.
    """
    rows: list[tuple[Row, list[tuple[float, float]]]] = []

    def free(start: float, end: float) -> Row:
        for row, taken in rows:
            if all(end <= from_ or until <= start for from_, until in taken):
                taken.append((start, end))
                return row
        rows.append((Row([], []), [(start, end)]))
        return rows[-1][0]

    half = mark / 2
    for period in periods:
        end = period.end + half + names.get(period.name, 0)
        row = free(period.start - half, end)
        row.periods.append(period)
        row.events.extend(period.events)
    standing = {event["id"] for period in periods for event in period.events}
    for event in sorted(events, key=lambda event: when(event["date"])):
        if event["id"] not in standing:
            time = when(event["date"])
            end = time + half + names.get(event["id"], 0)
            free(time - half, end).events.append(event)
    return [row for row, _ in rows]
