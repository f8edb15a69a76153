"""The table of building blocks: a row each, in few words, and none that reads as praise."""

import pytest
from bs4 import BeautifulSoup

from scripts.common.paths import Project
from scripts.web.fragments import Records
from tests.unit.projects import ROOT

BLOCK = {"anchor": "bottom-up", "title": {"no": "Nedenfra", "en": "Bottom-up"}, "most": 5}
ROWS = [
    {**BLOCK, "told": "4 kilder", "found": [("helps", 1), ("little", 3)], "points": 4},
    {**BLOCK, "anchor": "halt", "told": "én kilde", "found": [], "points": 0},
]


@pytest.mark.parametrize(
    ("code", "found", "none", "points"),
    [
        ("no", "det hjalp (1), liten eller ingen virkning (3)", "ingen studie funnet", "4 av 5"),
        ("en", "it helped (1), little or no effect (3)", "no study found", "4 of 5"),
    ],
)
def test_a_building_block_has_a_row_of_few_words(words, code, found, none, points):
    data = {"building-blocks": ROWS}
    records = Records(Project(ROOT).records, data, words[code], "{}/".format, str)
    soup = BeautifulSoup(records.fill("{{ building-blocks }}", str), "html.parser")
    first, second = (row.select("td") for row in soup.select("tbody tr"))
    assert [cell.get_text() for cell in first] == ["4 kilder", found, points]
    assert second[1].get_text() == none
    assert [link["href"] for link in soup.select("th a")] == ["#bottom-up", "#halt"]
