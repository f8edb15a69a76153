"""The municipalities on a map of Norway, with the Oslofjord enlarged where they crowd."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.content.records import Municipality
from scripts.figures.geometry import Box
from scripts.figures.labels import Label, around, place
from scripts.figures.projection import Point, projected

# Units of the drawing. A phone of 320 px shows one as about half a pixel, so that letters
# of 25 are 12 px high there; figures.css makes them smaller where there is room.
WIDTH, MARGIN = 600.0, 8.0
FONT_SIZE, DOT = 25.0, 13.0
# What is enlarged: its middle in degrees and its sides in km.
CROWD: Point = (10.55, 59.72)
CROWD_WIDTH, CROWD_HEIGHT = 138.0, 166.0
# Where the enlargement lies: on Sweden, which is not drawn.
INSET_WIDTH, INSET_BOTTOM = 324.0, 8.0

# Statuses in the order of the key. Shape tells them apart where colour does not.
SHAPE_OF_STATUS = {
    "trial": "circle",
    "model": "square",
    "kvalitetskommune": "circle",  # an open one
    "related": "diamond",
}


@dataclass(frozen=True)
class Place:
    """A municipality on the map; `small` is where it lies in the frame, if there."""

    record: Municipality
    shape: str
    x: float
    y: float
    label: Label | None
    room: Box
    small: Point | None


@dataclass(frozen=True)
class Map:
    """What the template draws, in units of the drawing."""

    width: float
    height: float
    land: str
    frame: Box
    inset: Box
    # From the frame to its enlargement.
    beams: list[tuple[Point, Point]]
    # The enlargement is the land again, moved and scaled.
    scale: float
    move_x: float
    move_y: float
    places: list[Place]


def draw(municipalities: list[Municipality], rings: list[list[Point]]) -> Map:
    """The whole map; a label for which there is no room is left out.

    `rings` is the outline in degrees (data/norway.json).

    Returns:
        The map in units of a drawing that is `WIDTH` wide, as high as the country asks for.

    Raises:
        ValueError: there is no outline.
    """
    outline = [[projected(*point) for point in ring] for ring in rings]
    left = min(x for ring in outline for x, _ in ring)
    right = max(x for ring in outline for x, _ in ring)
    top = min(y for ring in outline for _, y in ring)
    low = max(y for ring in outline for _, y in ring)
    unit = (WIDTH - 2 * MARGIN) / (right - left)
    height = round((low - top) * unit + 2 * MARGIN)

    def on_map(point: Point) -> Point:
        return (point[0] - left) * unit + MARGIN, (point[1] - top) * unit + MARGIN

    x, y = on_map(projected(*CROWD))
    wide, high = CROWD_WIDTH * unit, CROWD_HEIGHT * unit
    frame = Box(round(x - wide / 2, 1), round(y - high / 2, 1), round(wide, 1), round(high, 1))
    scale = INSET_WIDTH / frame.width
    tall = frame.height * scale
    inset = Box(WIDTH - INSET_WIDTH - 1, height - tall - INSET_BOTTOM, INSET_WIDTH, tall)
    move_x, move_y = inset.x - frame.x * scale, inset.y - frame.y * scale
    spots = []
    for record in municipalities:
        small = on_map(projected(record["lon"], record["lat"]))
        within = frame.holds(around(*small, 0))
        large = (small[0] * scale + move_x, small[1] * scale + move_y)
        spots.append((record, large if within else small, small if within else None))
    whole = Box(0, 0, WIDTH, height)
    beams = [
        ((frame.x + frame.width, frame.y), (inset.x, inset.y)),
        ((frame.x + frame.width, frame.y + frame.height), (inset.x, inset.y + inset.height)),
    ]
    drawn = [frame, inset, *(box for beam in beams for box in along(*beam))]
    return Map(
        WIDTH,
        height,
        path([[on_map(point) for point in ring] for ring in outline]),
        frame,
        inset,
        beams,
        round(scale, 3),
        round(move_x, 1),
        round(move_y, 1),
        labelled(spots, drawn, whole, inset),
    )


def along(start: Point, end: Point) -> list[Box]:
    """A line as small boxes, which names can keep clear of."""
    steps = [number / 40 for number in range(41)]
    return [
        around(start[0] + (end[0] - start[0]) * step, start[1] + (end[1] - start[1]) * step, 4)
        for step in steps
    ]


def labelled(
    spots: list[tuple[Municipality, Point, Point | None]],
    drawn: list[Box],
    whole: Box,
    inset: Box,
) -> list[Place]:
    """The places with names that meet neither marks, lines nor one another."""
    dots = [around(*spot, DOT) for _, spot, _ in spots]
    names: list[Box] = []
    places = []
    for (record, spot, small), dot in zip(spots, dots, strict=True):
        others = [each for each in dots if each is not dot]
        taken = [*others, *names, *(drawn if small is None else [])]
        label = place(record["name"], dot, FONT_SIZE, taken, whole if small is None else inset)
        if label:
            names.append(label.box)
        room = dot.with_(label.box) if label else dot
        shape = SHAPE_OF_STATUS[record["status"]]
        places.append(
            Place(record, shape, round(spot[0], 1), round(spot[1], 1), label, room, small)
        )
    return places


def path(rings: list[list[Point]]) -> str:
    """Rings as one SVG path, in steps from point to point with one decimal."""
    parts = []
    for ring in rings:
        tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
        x, y = tenths[0]
        parts.append(f"M{short(x)} {short(y)}l")
        for next_x, next_y in tenths[1:]:
            if (next_x, next_y) != (x, y):
                parts.append(f"{short(next_x - x)} {short(next_y - y)} ")
                x, y = next_x, next_y
        parts.append("z")
    return "".join(parts).replace(" -", "-").replace(" z", "z")


def short(tenths: int) -> str:
    """A number of tenths as short as SVG reads it: 1.2, -.8, 3 (SVG 2, 9.3.9: path grammar)."""
    return f"{tenths / 10:g}".replace("0.", ".", 1) if abs(tenths) < 10 else f"{tenths / 10:g}"
