"""Ids that the build puts on pages are not free for headings, and others are."""

import pytest

from scripts.checks.reserved_ids import is_taken
from scripts.content.datasets import DATASETS

RECORDS = {each.name: {"evaluation-2002"} for each in DATASETS}


@pytest.mark.parametrize(
    "anchor", ["cite-1", "cite-12-3", "ref-1", "ref-40", "references", "main", "sections"]
)
def test_ids_of_notes_and_templates_are_taken_on_every_page(anchor):
    assert is_taken(anchor, set(), {})


@pytest.mark.parametrize(
    "anchor", ["cite", "cite-", "cite-one", "cite-1-2-3", "xcite-1", "ref-1x", "reference", "mains"]
)
def test_ids_that_only_look_like_those_are_free(anchor):
    assert not is_taken(anchor, set(), {})


@pytest.mark.parametrize(
    ("name", "anchor"),
    [
        ("sources", "source-imtec"),
        ("municipalities", "filter-status"),
        ("publications", "list-books"),
        ("publications", "filter-text-kind"),
        ("timeline", "event-3"),
        ("glossary", "term-anchoring"),
        ("open-questions", "question-2"),
        ("open-questions", "list-first"),
        ("people", "list-others"),
        ("pages", "letter-a"),
        ("downloads", "files-phase"),
    ],
)
def test_ids_of_a_list_are_taken_where_the_list_is_shown_and_nowhere_else(name, anchor):
    assert is_taken(anchor, {name}, {})
    assert is_taken(anchor, {"phases", name}, {})
    assert not is_taken(anchor, {"phases"}, {})
    assert not is_taken(anchor, set(), {})
    assert not is_taken(f"x-{anchor}", {name}, {})


@pytest.mark.parametrize("each", DATASETS, ids=lambda each: each.name)
def test_id_of_a_record_is_taken_only_where_its_list_shows_it_as_it_is(each):
    bare = each.name in ("publications", "people")
    assert is_taken("evaluation-2002", {each.name}, RECORDS) is bare
    assert not is_taken("evaluation-2002", set(), RECORDS)
    assert not is_taken("evaluation-2003", {each.name}, RECORDS)
