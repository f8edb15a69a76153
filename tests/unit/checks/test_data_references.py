"""Records name pages by id and sources that exist, and all that is wrong is told at once."""

import re

import pytest

from scripts.checks.data_references import page_addresses
from scripts.content.pages import load_site
from tests.unit.projects import problems_of

GLOSSARY = "data/glossary.yml"


def test_a_page_is_found_by_its_file_its_address_and_the_end_of_both(project):
    found = page_addresses(load_site(project.root))
    for typed in ("docs/no/metoden/historie", "metoden/historie", "historie", "method/history"):
        assert found[typed] == "history"


@pytest.mark.parametrize("typed", ["metoden/historie", "historie", "../metoden/historie.md",
                                   "https://mkm.example/metoden/historie/"])  # fmt: skip
def test_the_address_of_a_page_is_answered_with_its_id(project, typed):
    page = project.data / "municipalities.yml"
    text = page.read_text("utf-8")
    page.write_text(
        text.replace("  page: municipality-steinkjer", f'  page: "{typed}"', 1), "utf-8"
    )
    found = [line for line in problems_of(project) if "municipalities.yml" in line]
    assert any(
        line.endswith(f'"{typed}" is the address of a page – write the id of the page: history')
        for line in found
    )
    assert not any("does not fit" in line for line in found)


def test_what_records_name_is_told_together_with_values_that_do_not_fit(project):
    page = project.data / "tools.yml"
    text = page.read_text("utf-8")
    assert "minutes: " in text
    first = text.replace("minutes: ", "minutes: x", 1).replace("phase-1", "phase-9", 1)
    page.write_text(first, "utf-8")
    found = " ".join(problems_of(project))
    assert "minutes of" in found
    assert "unknown phase" in found


def test_a_word_of_our_own_has_no_source_and_a_source_that_is_not_there_is_still_told(project):
    page = project.root / GLOSSARY
    text = page.read_text("utf-8")
    found, last = re.subn(r"(?m)^  sources: .*$", "  sources: []", text, count=1)
    assert last == 1
    page.write_text(found, "utf-8")
    assert not [line for line in problems_of(project) if "glossary.yml" in line]
    page.write_text(found.replace("sources: []", "sources: [nibr-2099]", 1), "utf-8")
    assert [line for line in problems_of(project) if "glossary.yml" in line and "2099" in line]
