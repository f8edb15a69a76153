"""One municipality in time: every event that names it, none hidden, and who tells of each."""

from itertools import combinations

import pytest
from bs4 import BeautifulSoup

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.figures.municipality_time import NARROW, RADIUS, WIDE, draw
from scripts.figures.registry import picture_records
from scripts.web.fragments import Fragments
from tests.unit.projects import ROOT

REAL = load_datasets(Project(ROOT)).records
EVENTS = REAL["timeline"]
STEINKJER = next(each for each in REAL["municipalities"] if each["id"] == "steinkjer")
LAYOUTS = pytest.mark.parametrize("layout", [WIDE, NARROW], ids=["wide", "narrow"])


@LAYOUTS
def test_every_event_that_names_the_municipality_has_a_mark_that_hides_no_other(
    layout, real_sources
):
    marks = draw(EVENTS, STEINKJER, real_sources, layout).marks
    named = [each["id"] for each in EVENTS if "Steinkjer" in each["event"]["no"]]
    assert set(named) <= {mark.event["id"] for mark in marks}
    assert len(marks) >= 5
    for a, b in combinations(marks, 2):
        assert (a.x - b.x) ** 2 + (a.y - b.y) ** 2 >= (2 * RADIUS) ** 2
    assert all(RADIUS <= mark.x <= layout.width - RADIUS and mark.y >= RADIUS for mark in marks)


def test_what_the_municipality_says_of_itself_is_the_word_of_a_party(real_sources):
    own = {**EVENTS[-1], "id": "own", "sources": ["stk-narvaer-2010"], "page": STEINKJER["page"]}
    marks = draw([*EVENTS, own], STEINKJER, real_sources, WIDE).marks
    states = {mark.event["id"]: mark.state for mark in marks}
    assert states["own"] == "party"
    assert states["steinkjer-sintef"] == "independent"


@LAYOUTS
def test_the_time_as_a_model_municipality_is_a_bar_only_where_its_end_is_known(
    layout, real_sources
):
    assert draw(EVENTS, STEINKJER, real_sources, layout).bar
    open_end = {key: value for key, value in STEINKJER.items() if key != "end"}
    assert draw(EVENTS, open_end, real_sources, layout).bar is None


@pytest.mark.parametrize("code", ["no", "en"])
def test_the_list_below_tells_each_mark_under_its_number(words, real_sources, code):
    data = picture_records(
        {"municipality-time"}, REAL, ROOT, words[code], "steinkjer", real_sources
    )
    records = Fragments(Project(ROOT).components, data, words[code], "{}/".format, str)
    soup = BeautifulSoup(records.fill("{{ municipality-time }}", str), "html.parser")
    told = [item.get_text() for item in soup.select("figure > ol > li")]
    marks = data["municipality-time"][0]["picture"].marks
    for mark, said in zip(marks, told, strict=True):
        assert mark.event["event"][code] in said
    drawn = [text.get_text() for text in soup.select("svg.drawn-wide text:not(.quiet)")]
    assert drawn == [str(number) for number in range(1, len(marks) + 1)]
