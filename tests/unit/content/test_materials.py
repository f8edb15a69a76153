"""What a workshop needs is read from its agenda, and counted for its people and groups."""

from math import ceil

import pytest

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.content.materials import named, needs, needs_of_tool
from scripts.content.pages import load_site
from scripts.language.locales import ENGLISH, NORWEGIAN
from scripts.language.messages import load_entries, messages_for
from tests.unit.projects import ROOT

RECORDS = load_datasets(Project(ROOT)).records
ENTRIES, _ = load_entries(Project(ROOT))
WORDS = messages_for(ENTRIES, NORWEGIAN)


def ids(text, code="no"):
    return [(material["id"], words) for material, words in named(text, code, RECORDS["materials"])]


def test_the_longest_name_is_meant_and_each_is_told_in_the_order_of_the_text():
    assert ids("Storark med tre kolonner på vegg, lapper, storark") == [
        ("three-columns", "Storark med tre kolonner"),
        ("notes-and-pens", "lapper"),
        ("large-sheets", "storark"),
    ]
    assert ids("Svarkort") == [("reply-cards", "Svarkort")]
    assert ids("", "en") == []


def test_a_thing_is_needed_once_and_what_comes_of_itself_is_on_no_list():
    found = needs(
        ["Lapper, penner", "Lapper", "Mandatskjema i Word", "Mandatene på vegg"], RECORDS, WORDS
    )
    assert list(found) == ["notes-and-pens", "pens", "mandate-form"]


def test_a_paper_is_called_by_its_title_with_how_it_is_printed():
    found = needs(["Svarkort", "Fingerskala på vegg, lukkede kort", "Forslagsark"], RECORDS, WORDS)
    assert [(each["label"], each["about"], each["shared"]) for each in found.values()] == [
        ("Svarkort", "A4, kort til å klippe ut", 2),
        ("Fingerskala", "A3, på veggen", 1),
        ("Fingerskala", "A4, kort til å klippe ut", 1),
        ("Forslagsark", "A4, for hvert forslag", 1),
    ]


def test_what_is_made_is_called_as_the_agenda_calls_it():
    words = messages_for(ENTRIES, ENGLISH)
    found = needs(["Old and new numbers on one sheet", "Numbers on one sheet"], RECORDS, words)
    assert [each["label"] for each in found.values()] == ["Old and new numbers on one sheet"]


def test_a_tool_that_is_added_brings_its_own_form():
    tools = {tool["id"]: tool for tool in RECORDS["tools"]}
    found = needs_of_tool(tools["tool-anchoring-conversation"], RECORDS, WORDS)
    assert found["tool-anchoring-conversation"]["label"] == "Forankringssamtale"
    assert "half-page" in found
    # One that the agenda names too is the same line.
    assert "mandate-form" in needs_of_tool(tools["tool-working-group-mandate"], RECORDS, WORDS)


@pytest.mark.parametrize(
    ("phase", "fewest", "most"),
    [(1, 2, 4), (2, 2, 4), (3, 2, 4), (4, 2, 4), (5, 2, 4), (6, 1, 3), (7, 2, 4)],
)
def test_groups_are_as_many_as_the_text_above_the_agenda_says(phase, fewest, most):
    record = RECORDS["phases"][phase - 1]
    page = load_site(ROOT).by_id(NORWEGIAN)[record["page"]]
    assert [ceil(people / record["group"]) for people in page.meta["people"]] == [fewest, most]
