"""The small map of a municipality's page shows where it is."""

from itertools import pairwise

import pytest

from scripts.figures.locator_map import HEIGHT, locate, thinned
from scripts.figures.projection import load_rings
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
