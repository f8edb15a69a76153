"""Values that fit their schema and cannot be true are told, by the id of the record."""

import pytest

from scripts.checks.identifiers import doi_fault, isbn_fault, issn_fault
from scripts.checks.source_values import check_foreign_markup, check_values
from scripts.common.yaml_lines import parse_yaml
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


def test_a_record_that_names_the_page_of_another_is_told_once(project):
    """What that page cites, and what the pages of the record name, are no faults of their own."""
    file = project.root / "data/municipalities.yml"
    record = file.read_text(encoding="utf-8")
    known = "  known:\n    - matter: results\n      sources: [adviser, magazine]\n"
    other = record.replace("steinkjer", "moss").replace("Steinkjer", "Moss")
    crossed = record.replace("municipality-steinkjer", "municipality-moss")
    file.write_text(f"{crossed.rstrip()}\n{known}{other}", encoding="utf-8")
    for code in ("no", "en"):
        page = project.root / f"docs/{code}/kommuner/steinkjer.md"
        text = page.read_text(encoding="utf-8").replace("steinkjer", "moss")
        page.with_name("moss.md").write_text(text, encoding="utf-8")
    edit(project, "mkdocs.yml", "steinkjer.md\n", "steinkjer.md\n      - kommuner/moss.md\n")
    assert problems_of(project) == [
        'data/municipalities.yml:3: page of "steinkjer" is municipality-moss, whose record is '
        'another – name the page about it here (that one is about "moss")'
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("10.1111/padm.12345/full", "write 10.1111/padm.12345"),
        ("10.1111/x?utm_source=y", "write 10.1111/x"),
    ],
)
def test_what_stands_behind_a_doi_in_an_address_is_no_part_of_it(text, said):
    assert doi_fault(text)[1] == said
    assert doi_fault(said.removeprefix("write ")) is None


def test_dois_of_the_nineties_are_right_as_they_are():
    assert doi_fault("10.1002/(SICI)1099-162X(199808)18:3<217::AID-PAD15>3.0.CO;2-Q") is None
    assert doi_fault("10.1000/182</a>")[1] == "write 10.1000/182"


def signs(text):
    return check_foreign_markup({"sources": parse_yaml(text, "data/sources.yml")[0]})


@pytest.mark.parametrize(
    ("old", "new", "said", "right"),
    [
        ("Kommuner", "Kommuner &amp; folk", 'title of "a": "&amp;" is HTML and stands there as it '
         'is – write "&"', "Kommuner & folk"),
        ("Kommuner", "Kommuner <i>nå", '"<i>" is HTML and stands there as it is – take', "K nå"),
        ("Kommuner", r"Om \alpha", r'"\alpha" is a command of TeX and stands there', "Om α"),
        ("Anne", "B., Anne; Dahl", 'author 1.given of "a": "B., Anne; Dahl" holds ";" as', "Anne"),
        ("Anne", "Anne og Bjørn", '"Anne og Bjørn" holds "og" as if it were several', "Anne"),
    ],
)  # fmt: skip
def test_what_was_meant_for_another_program_or_for_several_keys_is_told(old, new, said, right):
    text = "- id: a\n  title: 'Kommuner'\n  author:\n    - {family: Berg, given: 'Anne'}\n"
    (problem,) = signs(text.replace(old, new))
    assert said in str(problem)
    assert signs(text.replace(old, right)) == []


def test_the_word_for_pages_is_not_written_in_a_record():
    (problem,) = check_values(parse_yaml("- id: a\n  page: s. 5–9\n", "data/sources.yml")[0])
    said = 'page of "a": "s." stands there, in one language for both – write "5–9"'
    assert str(problem) == f"data/sources.yml:2: {said}"


def test_no_source_may_have_the_name_of_a_mark():
    (problem,) = check_values(parse_yaml("- id: editorial\n", "data/sources.yml")[0])
    assert str(problem).startswith('data/sources.yml:1: the id "editorial" is kept: pages mark')
