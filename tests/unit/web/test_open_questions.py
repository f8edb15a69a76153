"""The open questions: the great ones first, small differences in a line each, all of them once."""

import pytest
from bs4 import BeautifulSoup

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.web.fragments import Fragments
from tests.unit.projects import ROOT

QUESTIONS = load_datasets(Project(ROOT)).records["open-questions"]


@pytest.fixture
def page(words):
    def of(code):
        data = dict.fromkeys(("open-questions-great", "open-questions"), QUESTIONS)
        records = Fragments(Project(ROOT).components, data, words[code], "{}/".format, str)
        html = records.fill("{{ open-questions-great }}\n\n{{ open-questions }}", str)
        return BeautifulSoup(html, "html.parser")

    return of


@pytest.mark.parametrize("code", ["no", "en"])
def test_every_question_stands_once_and_the_great_ones_come_first(page, code):
    shown = [each["id"].removeprefix("question-") for each in page(code).select("[id^=question-]")]
    assert sorted(shown) == sorted(each["id"] for each in QUESTIONS)
    great = [each["id"] for each in QUESTIONS if each.get("weight") == "great"]
    assert shown[: len(great)] == great
    assert 3 <= len(great) <= 6


def test_a_small_difference_has_a_line_with_all_that_is_said(page):
    soup = page("no")
    small = [each for each in QUESTIONS if each.get("weight") == "small"]
    lines = soup.select("[aria-labelledby=list-small] > ul > li")
    assert [line["id"] for line in lines] == [f"question-{each['id']}" for each in small]
    for line, record in zip(lines, small, strict=True):
        said = [record["question"], *(view["says"] for view in record["views"]), record["comment"]]
        assert all(each["no"] in line.get_text() for each in said)
    assert [each["kind"] for each in small] == ["disagreement"] * len(small)
