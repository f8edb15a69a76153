"""What a workshop needs is told apart by its names; whatever is left has no origin."""

import pytest

from scripts.checks.materials import check_materials, unknown_materials
from scripts.common.paths import Project
from scripts.content.datasets import Datasets, load_datasets
from scripts.content.pages import Site, load_site
from tests.unit.projects import ROOT

KNOWN = [
    {"id": "notes", "comes": "bought", "names": {"no": ["lapper"], "en": ["sticky notes"]}},
    {"id": "pens", "comes": "bought", "names": {"no": ["penner"], "en": ["pens"]}},
    {
        "id": "columns",
        "paper": "columns",
        "names": {"no": ["storark med tre kolonner"], "en": ["large sheet with three columns"]},
    },
    {"id": "sheets", "comes": "bought", "names": {"no": ["storark"], "en": ["large sheet"]}},
]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        pytest.param("no", "Lapper, penner", [], id="two-names"),
        pytest.param("no", "lapper og penner til hver gruppe", [], id="words-about-them"),
        pytest.param("no", "Storark med tre kolonner på vegg", [], id="the-longest-name"),
        pytest.param("no", "[Lapper](../ark.md#notes)", [], id="link"),
        pytest.param("no", "–", [], id="nothing"),
        pytest.param("en", "A large sheet on the wall", [], id="article"),
        pytest.param("no", "Lapper, prosjektor", ["prosjektor"], id="unknown"),
        pytest.param("no", "Storarket", ["Storarket"], id="no-part-of-a-word"),
        pytest.param("en", "Pens and a lava lamp, glue", ["lava lamp", "glue"], id="two-unknown"),
    ],
)
def test_what_is_left_when_all_names_are_taken_out_is_unknown(code, text, expected):
    assert unknown_materials(text, code, KNOWN) == expected


def test_every_material_of_the_site_comes_from_somewhere():
    site, records = load_site(ROOT), load_datasets(Project(ROOT))
    assert check_materials(site, records) == []
    # The check is one: with a name gone, agenda, phase and tool are told of.
    records.records["materials"] = [
        each for each in records.records["materials"] if each["id"] != "finger-scale"
    ]
    told = {problem.path for problem in check_materials(site, records)}
    assert {"data/phases.yml", "data/tools.yml", "docs/no/faser/dialog-og-konsensus.md"} <= told


@pytest.mark.parametrize(
    ("changed", "what", "fix"),
    [
        ({"paper": "columms"}, 'unknown paper "columms"', 'did you mean "columns"?'),
        ({"paper": None, "tool": "x"}, 'unknown tool "x"', "see data/tools.yml"),
        (
            {"paper": None},
            '"columns" says nothing of where it comes from',
            "write one of: paper, tool, comes",
        ),
        (
            {"comes": "bought"},
            '"columns" says paper and comes of where it comes from',
            "write one of: paper, tool, comes",
        ),
        (
            {"prints": "cards"},
            'the paper "columns" is not printed as cards',
            "write one of: form, wall",
        ),
    ],
)
def test_the_origin_of_a_material_is_one_and_is_there(changed, what, fix):
    material = {"id": "columns", "paper": "columns", "names": {"no": ["ark"], "en": ["sheet"]}}
    material = {key: value for key, value in (material | changed).items() if value}
    records = Datasets(
        {
            "materials": [material],
            "papers": [{"id": "columns", "prints": ["form", "wall"]}],
            "tools": [{"id": "tool-scale"}],
        }
    )
    found = [
        (each.what, each.fix)
        for each in check_materials(Site(ROOT), records)
        if each.path == "data/materials.yml" and "names" not in each.what
    ]
    assert (what, fix) in found
