"""Lists that share the records of a file show each of them once, and count as lists of it."""

import pytest

from scripts.bibliography.cited_by import pages_by_source
from scripts.checks.reserved_ids import is_taken
from scripts.checks.run import load_content
from scripts.common.paths import Project
from scripts.content.list_parts import OWN_EVENTS, part_of
from scripts.content.placeholders import placeholders
from scripts.figures.timeline import SHAPE_OF_KIND
from scripts.language.locales import LOCALES, NORWEGIAN
from tests.unit.projects import ROOT

SHARED = {
    "people": ("people", "people-later"),
    "municipalities": ("municipalities", "municipalities-others"),
    "timeline": ("timeline", "timeline-others"),
    "open-questions": ("open-questions", "open-questions-great"),
}


@pytest.fixture(scope="module")
def content():
    return load_content(Project(ROOT))


@pytest.mark.parametrize("dataset", SHARED)
def test_the_parts_of_a_file_hold_each_record_once_and_none_is_empty(content, dataset):
    records = content.datasets.of(dataset)
    parts = [[each for each in records if part_of(name).holds(each)] for name in SHARED[dataset]]
    assert all(parts)
    held = [each["id"] for part in parts for each in part]
    assert sorted(held) == sorted(each["id"] for each in records)


@pytest.mark.parametrize("dataset", SHARED)
def test_every_part_stands_on_a_page_of_each_language(content, dataset):
    for locale in LOCALES:
        pages = content.site.of(locale).values()
        shown = {found.name for page in pages for found in placeholders(page.body)}
        assert shown >= set(SHARED[dataset])


def test_a_page_cites_what_the_part_it_shows_cites_and_no_more(content):
    cited = pages_by_source(content.site, content.datasets, NORWEGIAN)
    assert "kommuner/slektninger.md" in {page.key for page in cited["psi-video"]}
    assert "kommuner/index.md" not in {page.key for page in cited["psi-video"]}


def test_an_id_of_the_records_is_taken_where_a_part_of_them_is_shown():
    assert is_taken("municipality-bodo", {"municipalities-others"}, {})
    assert is_taken("list-people", {"people-later"}, {})


def test_what_belongs_to_mkm_in_time_is_what_is_drawn():
    assert set(SHAPE_OF_KIND) == OWN_EVENTS
