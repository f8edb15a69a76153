"""The picture of the phases is a loop, whatever the number of phases."""

import math
from itertools import combinations

import pytest

from scripts.figures.labels import text_width
from scripts.figures.phase_wheel import HEIGHT, WIDTH, draw, wrap


def phases(count):
    return [
        {"id": f"p{at}", "number": at, "title": {"no": f"Fase nummer {at}", "en": f"Phase {at}"}}
        for at in range(1, count + 1)
    ]


@pytest.mark.parametrize("count", [3, 7, 9])
def test_every_phase_has_a_place_of_its_own_and_an_arrow_to_the_next(count):
    wheel = draw(phases(count), "no")
    assert wheel.arrow.endswith("Z")
    assert [node.turn for node in wheel.nodes] == [
        pytest.approx(360 * at / count, abs=0.01) for at in range(count)
    ]
    for left, right in combinations(wheel.nodes, 2):
        # A number is 30 units high: no two may touch.
        assert math.dist((left.x, left.y), (right.x, right.y)) > 60


def test_the_first_phase_stands_at_the_top():
    wheel = draw(phases(7), "no")
    assert wheel.nodes[0].y == min(node.y for node in wheel.nodes)


def test_labels_are_in_the_language_of_the_page():
    assert draw(phases(7), "en").nodes[2].lines == ["Phase 3"]
    assert draw(phases(7), "no").nodes[2].lines == ["Fase nummer 3"]


def test_everything_stands_within_the_drawing():
    for node in draw(phases(7), "no").nodes:
        assert 0 < node.label_x < WIDTH
        assert 0 < node.label_y + 26 * (len(node.lines) - 1) < HEIGHT


@pytest.mark.parametrize("code", ["no", "en"])
def test_the_name_of_a_party_stands_free_in_its_circle(words, code):
    wheel = draw(phases(7), code)
    (_, right, left), middle = wheel.parties, wheel.centre[0]
    # Where the two lower circles begin and end: each has to itself what the other does not cover.
    begin, second, first, end = (
        centre[0] + side * wheel.party_radius
        for centre, side in ((left, -1), (right, -1), (left, 1), (right, 1))
    )
    for number, centre, low, high in ((3, left, begin, second), (2, right, first, end)):
        x = middle + (centre[0] - middle) * wheel.aside
        half = text_width(words[code](f"wheel.party.{number}"), 17) / 2
        assert low < x - half, number
        assert x + half < high, number


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Avtale", ["Avtale"]),
        ("Kartlegging og arbeidsgrupper", ["Kartlegging og", "arbeidsgrupper"]),
        ("Modellkommuneutviklingsveileder", ["Modellkommuneutviklingsveileder"]),
        ("", []),
    ],
)
def test_labels_are_broken_between_words(text, lines):
    assert wrap(text) == lines
