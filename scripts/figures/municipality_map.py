"""The municipalities on a map of Norway, with an inset for the crowded area by the Oslofjord."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.content.records import Municipality
from scripts.figures.geometry import Box
from scripts.figures.labels import Label, around, place
from scripts.figures.projection import Point, projected

# SVG units. On a phone of 320 px one unit is about half a pixel, so a font size of 25 is 12 px
# there; figures.css reduces it on larger screens.
WIDTH, MARGIN = 600.0, 8.0
FONT_SIZE, DOT = 25.0, 13.0
# The area of the inset: its centre in degrees, its width and height in km.
INSET_CENTRE: Point = (10.55, 59.72)
INSET_AREA_WIDTH, INSET_AREA_HEIGHT = 138.0, 166.0
# The inset is drawn over Sweden, which is not on the map.
INSET_WIDTH, INSET_BOTTOM = 324.0, 8.0

# Statuses in the order of the legend. Shapes distinguish them without colour.
SHAPE_OF_STATUS = {
    "trial": "circle",
    "model": "square",
    "kvalitetskommune": "circle",  # not filled
    "related": "diamond",
}


@dataclass(frozen=True)
class PlacedMunicipality:
    """A municipality; `small` is its position on the main map if it is drawn in the inset."""

    record: Municipality
    shape: str
    x: float
    y: float
    label: Label | None
    room: Box
    small: Point | None


@dataclass(frozen=True)
class MunicipalityMap:
    """The data of the template, in SVG units."""

    width: float
    height: float
    land: str
    frame: Box
    inset: Box
    # Leader lines from the frame to the inset.
    beams: list[tuple[Point, Point]]
    # The inset is the same path, scaled and translated.
    scale: float
    move_x: float
    move_y: float
    places: list[PlacedMunicipality]


def draw(municipalities: list[Municipality], rings: list[list[Point]]) -> MunicipalityMap:
    """The map; a label that does not fit is left out.

    `rings` is the outline in degrees (data/norway.json).

    Returns:
        The map in SVG units, `WIDTH` wide; its height follows from the outline.

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

    x, y = on_map(projected(*INSET_CENTRE))
    wide, high = INSET_AREA_WIDTH * unit, INSET_AREA_HEIGHT * unit
    frame = Box(round(x - wide / 2, 1), round(y - high / 2, 1), round(wide, 1), round(high, 1))
    scale = INSET_WIDTH / frame.width
    tall = frame.height * scale
    inset = Box(WIDTH - INSET_WIDTH - 1, height - tall - INSET_BOTTOM, INSET_WIDTH, tall)
    move_x, move_y = inset.x - frame.x * scale, inset.y - frame.y * scale
    spots = []
    for record in municipalities:
        small = on_map(projected(record["lon"], record["lat"]))
        within = frame.contains(around(*small, 0))
        large = (small[0] * scale + move_x, small[1] * scale + move_y)
        spots.append((record, large if within else small, small if within else None))
    whole = Box(0, 0, WIDTH, height)
    beams = [
        ((frame.x + frame.width, frame.y), (inset.x, inset.y)),
        ((frame.x + frame.width, frame.y + frame.height), (inset.x, inset.y + inset.height)),
    ]
    drawn = [frame, inset, *(box for beam in beams for box in along(*beam))]
    return MunicipalityMap(
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
    """A line as small boxes, so that labels can avoid it."""
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
) -> list[PlacedMunicipality]:
    """The municipalities with labels that overlap neither marks, lines nor each other."""
    dots = [around(*spot, DOT) for _, spot, _ in spots]
    names: list[Box] = []
    places = []
    for (record, spot, small), dot in zip(spots, dots, strict=True):
        others = [each for each in dots if each is not dot]
        taken = [*others, *names, *(drawn if small is None else [])]
        label = place(record["name"], dot, FONT_SIZE, taken, whole if small is None else inset)
        if label:
            names.append(label.box)
        room = dot.united_with(label.box) if label else dot
        shape = SHAPE_OF_STATUS[record["status"]]
        places.append(
            PlacedMunicipality(
                record, shape, round(spot[0], 1), round(spot[1], 1), label, room, small
            )
        )
    return places


def path(rings: list[list[Point]]) -> str:
    """Rings as one SVG path, with relative coordinates of one decimal."""
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
    """Tenths as the shortest SVG number: 1.2, -.8, 3 (SVG 2, 9.3.9: path grammar)."""
    return f"{tenths / 10:g}".replace("0.", ".", 1) if abs(tenths) < 10 else f"{tenths / 10:g}"
