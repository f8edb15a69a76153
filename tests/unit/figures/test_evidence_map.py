"""The map of evidence: all six and every matter, in the picture, in words and for sharing."""

import io
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.content.sources import Source
from scripts.figures.evidence_map import MATTERS, UPRIGHT, WIDE, draw
from scripts.figures.labels import text_width
from scripts.figures.registry import picture_records
from scripts.figures.share_image import HEIGHT, WIDTH, share_image
from scripts.web.fragments import Fragments
from scripts.web.tokens import read_tokens
from tests.unit.projects import ROOT

REAL = load_datasets(Project(ROOT)).records
MUNICIPALITIES = REAL["municipalities"]
SIX = ["Sørum", "Steinkjer", "Porsgrunn", "Holmestrand", "Øvre Eiker", "Moss"]


@pytest.fixture
def page(words, real_sources):
    def of(code, name="evidence-map"):
        data = {"municipalities": MUNICIPALITIES}
        data |= picture_records({name}, data, Path(), words[code], sources=real_sources)
        records = Fragments(Project(ROOT).components, data, words[code], "{}/".format, str)
        return BeautifulSoup(records.fill(f"{{{{ {name} }}}}", str), "html.parser")

    return of


@pytest.mark.parametrize("layout", [WIDE, UPRIGHT], ids=["wide", "upright"])
def test_each_of_the_six_has_a_box_for_every_matter(layout, real_sources):
    drawn = draw(MUNICIPALITIES, real_sources, layout)
    assert [row.record["name"] for row in drawn.rows] == SIX
    assert all(tuple(cell.matter for cell in row.cells) == MATTERS for row in drawn.rows)
    assert all(0 < cell.x < drawn.width - layout.width for row in drawn.rows for cell in row.cells)
    assert all(text_width(name, 14) < layout.side for name in SIX)


def test_the_sum_counts_every_box_and_later_work_has_none(real_sources):
    drawn = draw(MUNICIPALITIES, real_sources, WIDE)
    states = [cell.told.state for row in drawn.rows for cell in row.cells]
    assert "afterwards" not in MATTERS
    assert drawn.asked == len(states) == sum(drawn.sums.values())
    assert drawn.sums == {state: states.count(state) for state in drawn.sums}


@pytest.mark.parametrize("code", ["no", "en"])
def test_the_words_below_say_what_each_box_shows(page, words, code):
    soup = page(code)
    boxes = [box["class"][1] for box in soup.select("svg.drawn-wide path.told:not(.told-half)")]
    said = " ".join(each.get_text() for each in soup.select(".twin dd"))
    counted = {
        state: said.count(": " + words[code](f"evidence.short.{state}"))
        for state in ("independent", "party", "unknown")
    }
    assert counted == {state: boxes.count(f"told-{state}") for state in counted}
    assert sum(counted.values()) == len(SIX) * len(MATTERS)


def test_what_is_known_leads_to_the_part_of_the_page_that_tells_it(page):
    links = {link["href"] for link in page("no").select(".twin a")}
    assert "municipality-steinkjer/#what-was-done" in links
    for link in links:
        name, _, anchor = link.partition("/#")
        path = ROOT / "docs/no/kommuner" / f"{name.removeprefix('municipality-')}.md"
        assert f"{{ #{anchor} }}" in path.read_text(encoding="utf-8"), link


@pytest.mark.parametrize("code", ["no", "en"])
def test_the_small_map_on_the_home_page_is_understood_alone(page, words, code):
    soup = page(code, "evidence-map-small")
    drawings = soup.select("svg[role]")
    assert len(drawings) == 2
    for drawing in drawings:
        assert "24" in drawing["aria-label"]
        assert len(drawing.select("path.told:not(.told-half)")) == 24
    assert [link["href"] for link in soup.select("a")] == ["municipalities/#evidence-map"]
    # Who sees the boxes need not read how many there are.
    shown = soup.select_one("p:has(a)").get_text()
    assert shown.startswith(words[code]("evidence.sum-none"))
    assert "24" not in shown


@pytest.mark.parametrize("code", ["no", "en"])
def test_the_share_image_has_the_size_that_others_ask_for_and_changes_with_the_data(
    words, real_sources, code
):
    colours, fonts = read_tokens(Project(ROOT)).light, Project(ROOT).print_templates / "fonts"

    def drawn(sources):
        picture = draw(MUNICIPALITIES, sources, WIDE)
        return share_image(
            picture, "The Model Municipality Methodology", words[code], colours, fonts
        )

    png = drawn(real_sources)
    assert Image.open(io.BytesIO(png)).size == (WIDTH, HEIGHT) == (1200, 630)
    assert len(png) < 60_000
    assert png == drawn(real_sources)
    research = {
        id_: Source(id_, {**each.record, "class": "research"}) for id_, each in real_sources.items()
    }
    assert png != drawn(research)
