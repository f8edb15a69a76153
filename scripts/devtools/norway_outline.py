"""Generates data/norway.json, the outline of the maps, from Natural Earth.

Run by hand to regenerate the outline (`npm pack world-atlas` provides the input):

    .venv/bin/python -m scripts.devtools.norway_outline path/to/countries-10m.json
"""

from __future__ import annotations

import json
import math
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import typer

Point = tuple[float, float]
Ring = list[Point]

NORWAY = "578"  # ISO 3166-1, as world-atlas names its countries
# Svalbard lies north of this, Bouvet Island far south, Jan Mayen west of the mainland.
NORTH, SOUTH, WEST = 71.5, 57.0, 4.0
# The smallest features shown on a map of the whole country: islands, and bends of the coast (km²).
SMALLEST_ISLAND, SMALLEST_BEND = 120.0, 12.0
# The map has an enlarged inset of the Oslofjord, which shows smaller features.
ENLARGED_SOUTH, ENLARGED_NORTH, ENLARGED_EAST, ENLARGED_WEST = 58.8, 60.6, 12.4, 8.5
FINER = 10.0
KM_A_DEGREE = 111.2


def main(
    topology: Annotated[Path, typer.Argument(help="countries-10m.json of world-atlas.")],
    target: Annotated[Path, typer.Option(help="The file to write.")] = Path("data/norway.json"),
) -> None:
    """Write the outline of mainland Norway and its larger islands."""
    rings = outline(json.loads(topology.read_text(encoding="utf-8")))
    lines = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in rings)
    head = {
        "source": "Natural Earth 4.1, 1:10m, Admin 0 countries (from npm world-atlas 2.0.2)",
        "licence": "Public domain (Natural Earth); the package world-atlas: ISC",
    }
    fields = "".join(f"{json.dumps(key)}:{json.dumps(value)},\n" for key, value in head.items())
    target.write_text(f'{{{fields}"rings":[\n{lines}\n]}}\n', encoding="utf-8")
    points = sum(len(ring) for ring in rings)
    print(f"Wrote {target}: {len(rings)} rings, {points} points, {target.stat().st_size} bytes.")


def outline(topology: dict[str, Any]) -> list[Ring]:
    """The rings of [lon, lat], largest first, simplified, with two decimals."""
    rings = []
    for ring in country(topology, NORWAY):
        if not wanted(ring):
            continue
        rounded = [(round(lon, 2), round(lat, 2)) for lon, lat in simplified(ring)]
        # Rounding can make adjacent points equal.
        rings.append([here for here, after in pairwise([*rounded, rounded[0]]) if here != after])
    return sorted((ring for ring in rings if len(ring) > 3), key=ring_area, reverse=True)


def country(topology: dict[str, Any], number: str) -> list[Ring]:
    """The outer rings of one country of a TopoJSON topology."""
    arcs = [decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    shapes = topology["objects"]["countries"]["geometries"]
    shape = next(shape for shape in shapes if shape.get("id") == number)
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    return [joined(polygon[0], arcs) for polygon in polygons]


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """An arc in degrees; TopoJSON stores it as integer deltas between points."""
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + move_x, y * scale_y + move_y))
    return points


def joined(indices: list[int], arcs: list[Ring]) -> Ring:
    """A ring joined from arcs; ~n is arc n reversed, and each starts where the last ended."""
    points: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[:-1]
    return points


def wanted(ring: Ring) -> bool:
    """Whether a ring is the mainland or one of its larger islands."""
    in_reach = all(SOUTH < lat < NORTH and lon > WEST for lon, lat in ring)
    return in_reach and ring_area(ring) >= SMALLEST_ISLAND / fineness(ring[0])


def fineness(point: Point) -> float:
    """The factor by which features may be smaller and still be shown."""
    lon, lat = point
    inside = ENLARGED_WEST < lon < ENLARGED_EAST and ENLARGED_SOUTH < lat < ENLARGED_NORTH
    return FINER if inside else 1.0


def simplified(ring: Ring) -> Ring:
    """The ring simplified with the Visvalingam–Whyatt algorithm."""
    points = list(ring)
    bends = [bend(points, at) for at in range(len(points))]
    while len(points) > 4:
        at = min(range(len(points)), key=bends.__getitem__)
        least = bends[at]
        if least >= SMALLEST_BEND:
            break
        del points[at], bends[at]
        for near in ((at - 1) % len(points), at % len(points)):
            # A bend never counts for less than a removed neighbour.
            bends[near] = max(bend(points, near), least)
    return points


def bend(points: Ring, at: int) -> float:
    """The area (km²) of the triangle of a point and its neighbours, weighted by fineness."""
    triangle = [points[at - 1], points[at], points[(at + 1) % len(points)]]
    return ring_area(triangle) * fineness(points[at])


def ring_area(ring: Ring) -> float:
    """The area of a ring in km², near enough to compare by."""
    total = 0.0
    middle = math.cos(math.radians(ring[0][1]))
    for (lon_a, lat_a), (lon_b, lat_b) in pairwise([*ring, ring[0]]):
        total += (lon_a * lat_b - lon_b * lat_a) * middle
    return abs(total) / 2 * KM_A_DEGREE**2


if __name__ == "__main__":
    typer.run(main)
