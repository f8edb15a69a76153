"""The two lines: the steps of the form on the tool's page, and a line for each of them."""

import re

import pytest
from bs4 import BeautifulSoup

from scripts.common.paths import Project
from scripts.figures.labels import text_width
from scripts.figures.registry import picture_records
from scripts.figures.two_lines import CROSSINGS, STEPS, UPRIGHT, WIDE, draw
from scripts.web.fragments import Fragments
from tests.unit.projects import ROOT

LAYOUTS = pytest.mark.parametrize("layout", [WIDE, UPRIGHT], ids=["wide", "upright"])


@pytest.mark.parametrize("code", ["no", "en"])
def test_the_steps_are_those_of_the_form(words, code):
    name = "beslutningslinje-og-utviklingslinje.md"
    page = (ROOT / f"docs/{code}/verktoy/{name}").read_text(encoding="utf-8")
    form = re.findall(r"^\| (\d) ([^|]+?) \|", page, re.MULTILINE)
    assert form == [
        (str(number), words[code](f"two-lines.step.{number}"))
        for number in range(1, len(STEPS) + 1)
    ]


@pytest.mark.parametrize("code", ["no", "en"])
@LAYOUTS
def test_every_word_stays_inside_and_no_crossing_runs_through_one(words, layout, code):
    drawn = draw(words[code], layout)
    assert [step.number for step in drawn.steps] == list(range(1, 9))
    for step in drawn.steps:
        width = max(text_width(line, 13) for line in step.words)
        left = step.label_x - {"start": 0, "middle": width / 2, "end": width}[step.anchor]
        assert 0 <= left <= left + width <= drawn.width
        rows = [step.label_y + 16 * row for row in range(len(step.words))]
        assert 8 < rows[0] <= rows[-1] < drawn.height - 6
        if drawn.upright:
            assert all(abs(row - crossing.y) > 9 for row in rows for crossing in drawn.crossings)


def test_a_matter_crosses_only_where_two_steps_stand_on_different_lines():
    assert len(CROSSINGS) == 3
    assert all(STEPS[before - 1] != STEPS[after - 1] for before, after in CROSSINGS)


@pytest.mark.parametrize("code", ["no", "en"])
def test_the_words_tell_each_step_with_its_line_and_each_crossing(words, code):
    data = picture_records({"two-lines"}, {}, ROOT, words[code])
    records = Fragments(Project(ROOT).components, data, words[code], "{}/".format, str)
    told = BeautifulSoup(records.fill("{{ two-lines }}", str), "html.parser").select(".twin li")
    for number, (item, line) in enumerate(zip(told, STEPS, strict=True), 1):
        assert words[code](f"two-lines.step.{number}") in item.get_text()
        assert words[code](f"two-lines.{line}").lower() in item.get_text()
    said = " ".join(item.get_text() for item in told)
    assert all(words[code](f"two-lines.crossing.{number}") in said for number in (1, 2, 3))
