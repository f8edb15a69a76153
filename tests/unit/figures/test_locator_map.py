"""The small map of a municipality's page shows where it is."""

import re
from itertools import pairwise

import pytest

from scripts.figures.locator_map import HEIGHT, locate, thinned
from scripts.figures.projection import load_rings, projected
from tests.unit.projects import ROOT

RINGS = load_rings(ROOT / "data" / "norway.json")
STEINKJER = {"lat": 64.01, "lon": 11.5}
MOSS = {"lat": 59.43, "lon": 10.66}


def test_a_place_further_north_stands_higher():
    assert locate(STEINKJER, RINGS).y < locate(MOSS, RINGS).y


def test_a_place_stands_within_the_drawing():
    for record in (STEINKJER, MOSS):
        found = locate(record, RINGS)
        assert 0 < found.x < found.width
        assert 0 < found.y < found.height == HEIGHT


def test_the_drawing_weighs_little():
    assert len(locate(MOSS, RINGS).land) < 1200


@pytest.mark.parametrize("step", [1.0, 3.0])
def test_the_outline_keeps_its_distance(step):
    ring = [(float(at), 0.0) for at in range(10)]
    kept = thinned(ring, step)
    assert kept[0] == (0.0, 0.0)
    assert all(right[0] - left[0] >= step for left, right in pairwise(kept))


def points(path):
    """The points of a path, read as SVG reads it: a first one, then steps."""
    whole = re.fullmatch(r"M(-?\d+) (-?\d+)l([-\d ]+)z", path)
    assert whole, path
    x, y = int(whole[1]), int(whole[2])
    found = [(x, y)]
    steps = [int(number) for number in re.findall(r"-?\d+", whole[3])]
    for right, down in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + right, y + down
        found.append((x, y))
    return found


def test_the_path_is_the_one_worked_out_by_hand():
    """A box 990 km wide and 1000 km high, walked from the south-west against the clock."""
    middle, edge = 15.0, 65.0
    corners = ((-0.99, 1), (0.99, 1), (0.99, -1), (-0.99, -1))
    square = [corner(middle, edge, x, y) for x, y in corners]
    found = locate({"lon": middle, "lat": edge}, [square])
    # 150 high with margins of 4: 142 for 1000 km, and 140.58 for 990 km.
    assert (found.width, found.height) == (149, 150)
    assert (found.x, found.y) == (74, 75)
    assert found.land == "M4 146l141 0 0-142-141 0z"


def corner(lon, lat, x, y):
    """The degrees that are drawn 500 km east or west, and south or north, of a place."""
    east, north = lon, lat
    for _ in range(60):
        found = projected(east, north)
        east += (500 * x - found[0]) / 50
        north -= (500 * y - found[1]) / 111
    assert projected(east, north) == pytest.approx((500 * x, 500 * y), abs=0.01)
    return east, north


def test_the_whole_coast_lies_inside_the_drawing_and_touches_its_margins():
    found = locate(MOSS, RINGS)
    xs, ys = zip(*points(found.land), strict=True)
    assert (min(xs), min(ys), max(ys)) == (4, 4, 146)
    assert found.width - 5 <= max(xs) <= found.width - 4


def test_the_coast_comes_back_to_where_it_began():
    (first_x, first_y), *_, (last_x, last_y) = points(locate(MOSS, RINGS).land)
    assert abs(last_x - first_x) + abs(last_y - first_y) < 12


def test_north_is_up_and_east_is_right():
    nordkapp = {"lat": 71.17, "lon": 25.78}
    lindesnes = {"lat": 57.98, "lon": 7.05}
    kirkenes = {"lat": 69.73, "lon": 30.05}
    north, south, east = (locate(each, RINGS) for each in (nordkapp, lindesnes, kirkenes))
    assert north.y < 12
    assert south.y > 138
    assert south.x < north.x < east.x
    coast = points(north.land)
    highest, lowest = min(coast, key=lambda p: p[1]), max(coast, key=lambda p: p[1])
    assert highest[0] > lowest[0]


def test_places_lie_on_the_land_that_is_drawn():
    for record in (STEINKJER, {"lat": 60.79, "lon": 11.07}, {"lat": 69.01, "lon": 23.04}):
        found = locate(record, RINGS)
        assert is_inside((found.x, found.y), points(found.land)), record


def is_inside(point, outline):
    """Whether a line from the point to the right crosses the outline an odd number of times."""
    inside = False
    for (x1, y1), (x2, y2) in pairwise([*outline, outline[0]]):
        if (y1 > point[1]) != (y2 > point[1]):
            inside ^= point[0] < x1 + (point[1] - y1) * (x2 - x1) / (y2 - y1)
    return inside


def test_the_mainland_is_drawn_and_no_island():
    island = [(0.0, 60.0), (1.0, 60.0), (1.0, 61.0)]
    assert locate(MOSS, [island, *RINGS]) == locate(MOSS, RINGS) == locate(MOSS, [*RINGS, island])
