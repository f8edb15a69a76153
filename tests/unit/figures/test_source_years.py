"""Who wrote what: every source counted once, in its class and its year."""

import re

import pytest
from bs4 import BeautifulSoup

from scripts.common.paths import Project
from scripts.content.evidence_classes import EVIDENCE_CLASSES
from scripts.figures.registry import picture_records
from scripts.figures.source_years import UPRIGHT, WIDE, draw
from scripts.web.fragments import Fragments
from tests.unit.projects import ROOT

LAYOUTS = pytest.mark.parametrize("layout", [WIDE, UPRIGHT], ids=["wide", "upright"])


@LAYOUTS
def test_every_source_is_counted_once_in_its_class(layout, real_sources):
    drawn = draw(real_sources.values(), layout)
    assert {row.evidence for row in drawn.rows} == set(EVIDENCE_CLASSES)
    for row in drawn.rows:
        own = [each for each in real_sources.values() if each.evidence == row.evidence]
        assert row.total == len(own)
        assert sum(bar.count for bar in row.bars) + row.undated == len(own)
        assert sum(number for _, _, number in row.spans) == len(own) - row.undated
    assert drawn.total == len(real_sources)


@LAYOUTS
def test_bars_stay_in_their_rows_and_are_as_tall_as_their_numbers(layout, real_sources):
    drawn = draw(real_sources.values(), layout)
    bars = [bar for row in drawn.rows for bar in row.bars]
    assert max(bar.height for bar in bars) == layout.tall < layout.row
    assert len({round(bar.height / bar.count) for bar in bars}) == 1
    assert all(layout.side <= bar.x < layout.width - 60 for bar in bars)


@LAYOUTS
def test_the_tallest_bar_of_a_row_tells_its_number_below_the_name(layout, real_sources):
    above = 0.0
    for row in draw(real_sources.values(), layout).rows:
        assert row.tallest.count == max(bar.count for bar in row.bars)
        assert row.tallest.y - 16 >= (row.name + 7 if layout.upright else above)
        above = row.base


@pytest.mark.parametrize("code", ["no", "en"])
def test_the_words_add_up_to_the_same(words, real_sources, code):
    data = picture_records({"source-years"}, {}, ROOT, words[code], sources=real_sources)
    records = Fragments(Project(ROOT).components, data, words[code], "{}/".format, str)
    soup = BeautifulSoup(records.fill("{{ source-years }}", str), "html.parser")
    for title, told in zip(soup.select(".twin dt"), soup.select(".twin dd"), strict=True):
        total = int(title.get_text().rpartition(": ")[2])
        assert sum(int(number) for number in re.findall(r": (\d+)", told.get_text())) == total
    assert str(len(real_sources)) in soup.figcaption.get_text()
