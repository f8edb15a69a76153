"""Short names beside the signs of the timeline, where there is room for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scripts.figures.geometry import Box
from scripts.figures.labels import GAP, around, place
from scripts.figures.timeline_parts import Bar, Lane, Line, Mark, TimelineLayout


def named_marks(
    marks: Sequence[Mark],
    bars: Sequence[Bar],
    lanes: Sequence[Lane],
    short: Mapping[str, str],
    layout: TimelineLayout,
) -> list[Mark]:
    """The marks, each with a name beside it if one is free: what it tells, or whose bar it begins.

    Args:
        marks: in the order of the table.
        bars: whose names stand in the drawing, or wait for one of their marks.
        lanes: which no name leaves.
        short: the names of events by their id.
        layout: of the drawing.
    """
    taken = [_room(each.line) for each in bars] + [mark.room for mark in marks]
    taken += [each.room for each in bars if layout.named]
    rooms = {lane.kind: lane.box for lane in lanes}
    done = {mark.number: mark for mark in marks}
    for name, places in _wanted(marks, bars, short, layout):
        for number, beside in places:
            mark = done[number]
            others = [box for box in taken if not beside.contains(box)]
            label = place(name, beside, layout.letters, others, rooms[mark.event["kind"]])
            if label and not mark.label:
                done[number] = replace(mark, name=name, label=label)
                taken.append(_line_of(label.box, layout.letters))
                break
    return list(done.values())


def _wanted(
    marks: Sequence[Mark], bars: Sequence[Bar], short: Mapping[str, str], layout: TimelineLayout
) -> Iterator[tuple[str, list[tuple[int, Box]]]]:
    """Each name, and what it may stand beside, the best first, with the mark that it belongs to."""
    places = {
        mark.event["id"]: (mark.number, around(mark.x, mark.y, layout.row / 2)) for mark in marks
    }
    told = set()
    for bar in bars:
        on_it = [event["id"] for event in bar.period.events]
        if layout.named:
            told.update(on_it)
        elif on_it and bar.kind == "municipality":
            end = around(bar.line.x2, bar.line.y2, GAP)
            yield bar.period.name, [*(places[id_] for id_ in on_it), (places[on_it[0]][0], end)]
    for id_, place_of in places.items():
        if id_ in short and id_ not in told:
            yield short[id_], [place_of]


def _line_of(name: Box, letters: float) -> Box:
    """What a browser takes for a line of text: more than its letters, above and below."""
    spare = letters / 6
    return Box(name.x, name.y - spare, name.width, name.height + 2 * spare)


def _room(line: Line) -> Box:
    """What the line of a bar takes."""
    width, height = line.x2 - line.x1, line.y2 - line.y1
    return Box(line.x1 - GAP, line.y1 - GAP, width + 2 * GAP, height + 2 * GAP)
