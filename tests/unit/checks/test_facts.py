"""Values that fit their schema and cannot be true are told, by the id of the record."""

import pytest

from scripts.checks.identifiers import doi_fault, isbn_fault, issn_fault
from tests.unit.projects import edit, problems_of


@pytest.mark.parametrize("text", ["82-7071-404-6", "9780306406157", "0-306-40615-2"])
def test_an_isbn_with_its_right_digit_is_left_alone(text):
    assert isbn_fault(text) is None


@pytest.mark.parametrize("text", ["82-7071-404-7", "978-82-000-0000-1", "123", "", "abc"])
def test_an_isbn_with_a_wrong_digit_is_told(text):
    assert isbn_fault(text)


def test_an_issn_and_a_doi_are_held_to_their_forms():
    assert issn_fault("0378-5955") is None
    assert issn_fault("0378-5956")
    assert issn_fault("03785955")
    assert doi_fault("10.1000/182") is None
    assert doi_fault("https://doi.org/10.1000/182")[1] == "write 10.1000/182"
    assert doi_fault("doi.org/x")


@pytest.mark.parametrize("day", ["1999-02-31", "2999", "0999"])
def test_a_day_that_was_not_is_told_by_the_id_of_its_event(project, day):
    edit(project, "data/timeline.yml", '"1999"', f'"{day}"')
    assert any('date of "' in each and day in each for each in problems_of(project))


def test_an_address_of_a_source_that_runs_is_told(project):
    text = (project.root / "data/sources.yml").read_text(encoding="utf-8")
    address = next(row for row in text.split("\n") if row.strip().startswith("URL:"))
    edit_all = text.replace(address, "  URL: https://exa mple.org/", 1)
    (project.root / "data/sources.yml").write_text(edit_all, encoding="utf-8")
    assert any("is none of the web" in each for each in problems_of(project))
