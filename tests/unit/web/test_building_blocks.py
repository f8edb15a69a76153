"""The table of building blocks: a row each, in few words, and none that reads as praise."""

import pytest
from bs4 import BeautifulSoup

from scripts.common.paths import Project
from scripts.web.fragments import Records
from tests.unit.projects import ROOT

BLOCK = {"anchor": "bottom-up", "title": {"no": "Nedenfra", "en": "Bottom-up"}}
ROWS = [
    {**BLOCK, "told": "4 kilder", "found": [("helps", 1), ("little", 3)]},
    {**BLOCK, "anchor": "halt", "told": "én kilde", "found": []},
]


@pytest.mark.parametrize(
    ("code", "found", "none"),
    [
        ("no", "det hjalp (1), liten eller ingen virkning (3)", "ingen studie funnet"),
        ("en", "it helped (1), little or no effect (3)", "no study found"),
    ],
)
def test_a_building_block_has_a_row_of_few_words(words, code, found, none):
    data = {"building-blocks": ROWS}
    records = Records(Project(ROOT).records, data, words[code], "{}/".format, str)
    soup = BeautifulSoup(records.fill("{{ building-blocks }}", str), "html.parser")
    first, second = (row.select("td") for row in soup.select("tbody tr"))
    assert [cell.get_text() for cell in first] == ["4 kilder", found]
    assert second[1].get_text() == none
    assert len(soup.select("thead th")) == 3, "no points, which would read as an effect"
    assert [link["href"] for link in soup.select("th a")] == ["#bottom-up", "#halt"]
