"""Who was who stands in the order that a reader looks for a name in."""

from types import SimpleNamespace

import pytest

from scripts.checks.run import checked_content
from scripts.common.paths import Project
from scripts.content.list_parts import part_of
from scripts.language.formats import alphabetical
from scripts.pipeline.parted_rows import people_rows
from tests.unit.projects import ROOT


@pytest.fixture(scope="module")
def content():
    return checked_content(Project(ROOT))


def rows(content, name, code):
    source = next(
        page
        for page in content.site.pages
        if page.meta["id"] == "method-people" and page.locale.code == code
    )
    return people_rows(name)(SimpleNamespace(build=SimpleNamespace(content=content), source=source))


@pytest.mark.parametrize("name", ["people", "people-later"])
@pytest.mark.parametrize("code", ["no", "en"])
def test_organisations_are_sorted_by_the_name_that_the_reader_sees(content, name, code):
    shown = [row["shown"] for row in rows(content, name, code) if row["kind"] != "person"]
    assert len(shown) > 3
    assert shown == sorted(shown, key=alphabetical)


def test_an_english_reader_sees_the_english_name_and_a_norwegian_reader_the_norwegian(content):
    def first(code):
        found = rows(content, "people", code)
        return next(row["shown"] for row in found if row["kind"] == "organisation")

    assert (first("no"), first("en")) == ("Fagforbundet", "Campaign for the Welfare State")


@pytest.mark.parametrize("name", ["people", "people-later"])
@pytest.mark.parametrize("code", ["no", "en"])
def test_people_keep_the_order_of_their_family_names(content, name, code):
    holds = part_of(name).holds
    wanted = [
        each["id"]
        for each in content.datasets.records["people"]
        if holds(each) and each["kind"] == "person"
    ]
    found = [row["id"] for row in rows(content, name, code) if row["kind"] == "person"]
    assert found == wanted != []
