"""What a workshop needs is read from its agenda, and counted for its people and groups."""

from math import ceil

import pytest

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.content.materials import copies, named_materials, needs, needs_of_tool, printed_ids
from scripts.content.pages import load_site
from scripts.language.locales import ENGLISH, NORWEGIAN
from scripts.language.messages import load_entries, messages_for
from tests.unit.projects import ROOT

RECORDS = load_datasets(Project(ROOT)).records
ENTRIES, _ = load_entries(Project(ROOT))
WORDS = messages_for(ENTRIES, NORWEGIAN)


def ids(text, code="no"):
    return [
        (material["id"], words)
        for material, words in named_materials(text, code, RECORDS["materials"])
    ]


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


def test_a_form_that_the_agenda_asks_for_in_a3_is_counted_as_such():
    found = needs(["Rolleskjema på A3, penner", "Mandatskjema", "To akser"], RECORDS, WORDS)
    told = {id_: (each["size"], each["about"]) for id_, each in found.items()}
    assert told["role-form"] == ("A3", "A3, skjema")
    assert told["mandate-form"] == ("A4", "skjema")
    words = messages_for(ENTRIES, ENGLISH)
    assert needs(["Role forms in A3"], RECORDS, words)["role-form"]["size"] == "A3"


def test_copies_are_counted_as_by_the_planner():
    """The numbers are those of tests/js/shopping-list.test.js."""
    found = needs(["Den halve siden, svarkort, storark, partskart"], RECORDS, WORDS)
    counted = [[copies(need, people, 5) for need in found.values()] for people in (6, 12, 24)]
    assert counted == [[6, 3, 4, 1], [12, 6, 6, 1], [24, 12, 10, 1]]


def test_papers_and_tools_that_are_named_have_sheets_and_what_is_bought_has_none():
    texts = ["Lapper, fellesarket", "Mandatskjema, kalender"]
    found = printed_ids(texts, "no", RECORDS["materials"])
    assert found == {"shared-sheet", "tool-working-group-mandate"}


@pytest.mark.parametrize(
    ("phase", "fewest", "most"),
    [(1, 2, 4), (2, 2, 4), (3, 2, 4), (4, 2, 4), (5, 2, 4), (6, 1, 3), (7, 2, 4)],
)
def test_groups_are_as_many_as_the_text_above_the_agenda_says(phase, fewest, most):
    record = RECORDS["phases"][phase - 1]
    page = load_site(ROOT).by_id(NORWEGIAN)[record["page"]]
    assert [ceil(people / record["group"]) for people in page.meta["people"]] == [fewest, most]
