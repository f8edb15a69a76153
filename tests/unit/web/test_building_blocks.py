"""The table of building blocks: a row each, in few words, and none that reads as praise."""

import pytest
from bs4 import BeautifulSoup

from scripts.common.paths import Project
from scripts.web.fragments import Fragments
from tests.unit.projects import ROOT

BLOCK = {"anchor": "bottom-up", "title": {"no": "Nedenfra", "en": "Bottom-up"}}
ROWS = [
    {**BLOCK, "told": "4 kilder", "found": [("helps", 1), ("little", 3)]},
    {**BLOCK, "anchor": "halt", "told": "én kilde", "found": []},
]


@pytest.mark.parametrize(
    ("code", "found", "none"),
    [
        ("no", "1 fant at arbeidsmåten hjalp, 3 fant liten eller ingen virkning", "ingen funnet"),
        ("en", "1 found that such work helped, 3 found little or no effect", "none found"),
    ],
)
def test_a_building_block_has_a_row_of_few_words(words, code, found, none):
    data = {"building-blocks": ROWS}
    records = Fragments(Project(ROOT).components, data, words[code], "{}/".format, str)
    soup = BeautifulSoup(records.fill("{{ building-blocks }}", str), "html.parser")
    first, second = (row.select("td") for row in soup.select("tbody tr"))
    assert [cell.get_text() for cell in first] == ["4 kilder", found]
    assert second[1].get_text() == none
    assert len(soup.select("thead th")) == 3, "no points, which would read as an effect"
    assert [link["href"] for link in soup.select("th a")] == ["#bottom-up", "#halt"]
