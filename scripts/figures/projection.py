"""The map projection of Norway, from degrees to kilometres, and the outline of the country."""

from __future__ import annotations

import json
import math
from pathlib import Path

Point = tuple[float, float]


# Lambert's azimuthal equal-area projection, in km from the centre of the country. If degrees
# were used as coordinates, Finnmark would be twice as wide as it is.
MIDDLE_LON, MIDDLE_LAT, EARTH = 15.0, 65.0, 6371.0


def load_rings(path: Path) -> list[list[Point]]:
    """The outline of the country, from data/norway.json.

    Returns:
        One ring of points for the mainland and one for each island, as longitude and
        latitude in degrees.

    Raises:
        OSError: the file cannot be read.
        KeyError: the file has no `rings`.
    """
    rings: list[list[Point]] = json.loads(path.read_text(encoding="utf-8"))["rings"]
    return rings


def projected(lon: float, lat: float) -> Point:
    """Project a position in degrees.

    Lambert's azimuthal equal-area projection on a sphere: Snyder, Map Projections – A Working
    Manual (USGS Professional Paper 1395, 1987), equations 22-4, 22-5 and 24-2.

    Returns:
        Kilometres east and south of the centre of the country.
    """
    east, north = math.radians(lon - MIDDLE_LON), math.radians(lat)
    middle = math.radians(MIDDLE_LAT)
    up = math.sin(middle) * math.sin(north)
    along = math.cos(middle) * math.cos(north) * math.cos(east)
    stretch = EARTH * math.sqrt(2 / (1 + up + along))
    x = stretch * math.cos(north) * math.sin(east)
    y = math.cos(middle) * math.sin(north) - math.sin(middle) * math.cos(north) * math.cos(east)
    return x, -stretch * y
