"""The map of the municipalities: the six, told apart, named and never on one another."""

import json
from itertools import combinations
from math import dist

import brotli
import pytest
from bs4 import BeautifulSoup

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.devtools.norway_outline import outline
from scripts.figures.geometry import Box
from scripts.figures.labels import place
from scripts.figures.municipality_map import SHAPE_OF_STATUS, along, draw
from scripts.figures.projection import load_rings, projected
from scripts.figures.registry import picture_records
from scripts.figures.symbols import SHAPES
from scripts.web.fragments import Fragments
from tests.unit.projects import ROOT, edit, problems_of

OUTLINE = Project(ROOT).data / "norway.json"
MUNICIPALITIES = load_datasets(Project(ROOT)).records["municipalities"]
SIX = [each for each in MUNICIPALITIES if each["status"] in {"trial", "model"}]
RINGS = load_rings(OUTLINE)


@pytest.fixture
def page(words):
    """The map and the table of a page in one language."""

    def of(code, municipalities=MUNICIPALITIES, link="../{}/".format):
        data = {"municipalities": municipalities}
        data |= picture_records({"municipality-map"}, data, OUTLINE, words[code])
        records = Fragments(Project(ROOT).components, data, words[code], link, str)
        html = records.fill("{{ municipality-map }}\n\n{{ municipalities }}", str)
        return BeautifulSoup(html, "html.parser")

    return of


def names(soup):
    """What each place on the map is called by a screen reader, in the order of the keyboard."""
    return [each.find("title").get_text() for each in soup.select("svg.map .place")]


@pytest.mark.parametrize("code", ["no", "en"])
def test_every_municipality_of_the_table_is_on_the_map(page, code):
    soup = page(code)
    table = [(th.a or th).find(string=True) for th in soup.select("th[scope=row]")]
    drawn = [text.get_text() for text in soup.select("svg.map .place text")]
    assert len(table) == 6
    assert sorted(drawn) == sorted(table)
    assert sorted(name.split(", ")[0] for name in names(soup)) == sorted(table)


def test_no_name_meets_another_name_a_mark_or_a_line():
    drawn = draw(MUNICIPALITIES, RINGS)
    labels = {each.record["id"]: each.label.box for each in drawn.places}
    marks = {each.record["id"]: Box(each.x - 11, each.y - 11, 22, 22) for each in drawn.places}
    pairs = [(a, b) for a, b in combinations(labels, 2) if labels[a].overlaps(labels[b])]
    pairs += [(a, b) for a in labels for b in marks if labels[a].overlaps(marks[b])]
    lines = [box for beam in drawn.beams for box in along(*beam)]
    outside = [each for each in drawn.places if each.small is None]
    crossed = [
        each.record["id"]
        for each in outside
        if any(each.label.box.overlaps(line) for line in [*lines, drawn.inset, drawn.frame])
    ]
    assert (pairs, crossed) == ([], [])


def test_every_name_lies_within_the_drawing_and_those_enlarged_within_their_frame():
    drawn = draw(MUNICIPALITIES, RINGS)
    whole = Box(0, 0, drawn.width, drawn.height)
    enlarged = [each for each in drawn.places if each.small]
    assert len(enlarged) >= 5
    assert all(whole.contains(each.label.box) for each in drawn.places)
    assert all(drawn.inset.contains(each.label.box) for each in enlarged)
    assert whole.contains(drawn.inset)


def test_a_name_without_room_is_left_out_and_its_place_is_still_drawn(page):
    crowd = [{**MUNICIPALITIES[0], "id": f"m{at}", "name": f"Kommune {at}"} for at in range(30)]
    soup = page("no", crowd)
    assert len(names(soup)) == 30
    assert 0 < len(soup.select("svg.map .place text")) < 30


def test_the_first_free_side_is_taken_and_a_full_room_gives_no_place():
    mark, room = Box(50, 50, 10, 10), Box(0, 0, 200, 110)
    assert place("Moss", mark, 10, [], room).anchor == "start"
    assert place("Moss", mark, 10, [Box(60, 50, 50, 10)], room).anchor == "end"
    assert place("Moss", mark, 10, [Box(0, 0, 200, 110)], room) is None


@pytest.mark.parametrize(
    ("code", "trial", "model"),
    [
        ("no", "Steinkjer, forsøkskommune", "Moss, modellkommune"),
        ("en", "Steinkjer, pilot municipality", "Moss, model municipality"),
    ],
)
def test_each_place_says_its_name_and_status_in_the_language_of_the_page(page, code, trial, model):
    soup = page(code)
    assert {trial, model} <= set(names(soup))
    assert len(soup.select(".key li")) == 2


def test_the_keyboard_meets_the_places_in_the_order_of_the_data(page):
    order = [name.split(", ")[0] for name in names(page("no"))]
    assert order == [record["name"] for record in SIX]


def test_a_place_is_a_link_only_where_its_page_exists(page):
    links = page("no").select("svg.map a")
    assert [link["href"] for link in links] == [f"../{record['page']}/" for record in SIX]
    soup = page("no", link=lambda _: None)
    assert soup.select("svg.map a") == []
    assert len(names(soup)) == len(SIX)


def test_the_map_has_a_name_and_hides_no_link_from_screen_readers(page):
    svg = page("en").select_one("svg.map")
    assert svg.find(id=svg["aria-labelledby"]).get_text() == "Map of the six municipalities"
    assert svg["role"] == "group"
    assert svg.select("[aria-hidden] a") == []


def test_names_are_escaped(page):
    record = {**MUNICIPALITIES[0], "name": "<b>Fet & Sørum</b>"}
    soup = page("no", [record])
    assert soup.select("svg.map b") == []
    assert soup.select_one("svg.map .place text").get_text() == "<b>Fet & Sørum</b>"
    assert names(soup) == ["<b>Fet & Sørum</b>, forsøkskommune"]


def test_every_status_has_a_shape():
    schema = json.loads(Project(ROOT).schema("municipalities").read_text(encoding="utf-8"))
    assert set(SHAPE_OF_STATUS) == set(schema["items"]["properties"]["status"]["enum"])
    assert set(SHAPE_OF_STATUS.values()) <= set(SHAPES)


def test_north_and_south_are_drawn_to_one_scale():
    for lat, degree in ((59, 57.4), (70, 38.2)):
        assert dist(projected(15, lat), projected(16, lat)) == pytest.approx(degree, rel=0.02)


def test_the_outline_weighs_little_and_says_where_it_is_from():
    data = json.loads(OUTLINE.read_text(encoding="utf-8"))
    assert OUTLINE.stat().st_size <= 25_000
    assert len(brotli.compress(draw([], RINGS).land.encode())) <= 6_000
    assert "Natural Earth" in data["source"]
    assert "Public domain" in data["licence"]


def test_the_outline_is_the_mainland_and_nothing_in_the_polar_sea():
    assert all(4 < lon < 32 and 57 < lat < 71.5 for ring in RINGS for lon, lat in ring)


def test_the_outline_is_read_from_arcs_that_go_either_way():
    # Two arcs around one square of a degree, the second backwards; and Svalbard, left out.
    topology = {
        "transform": {"scale": [1, 1], "translate": [10, 60]},
        "arcs": [
            [[0, 0], [1, 0], [0, 1]],
            [[0, 0], [0, 1], [1, 0]],
            [[5, 18], [1, 0], [0, 1], [-1, 0], [0, -1]],
        ],
        "objects": {
            "countries": {
                "geometries": [
                    {"id": "578", "type": "MultiPolygon", "arcs": [[[0, ~1]], [[2]]]},
                ]
            }
        },
    }
    assert outline(topology) == [[(10, 60), (11, 60), (11, 61), (10, 61)]]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  lat: 64.01\n", "", 'the key "lat" is missing'),
        ("lon: 11.5", "lon: 64.01", 'lon of "steinkjer" is 64.01 – write a number from 4 to 32'),
    ],
    ids=["left-out", "latitude-as-longitude"],
)
def test_municipality_that_the_map_cannot_place_is_reported(project, old, new, said):
    edit(project, "data/municipalities.yml", old, new)
    (problem,) = [each for each in problems_of(project) if "municipalities.yml" in each]
    assert said in problem
