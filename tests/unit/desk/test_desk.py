"""What waits for editors, and in which order."""

import json
from datetime import date

import pytest

from scripts.checks.run import load_content
from scripts.common.problems import ProblemsFound
from scripts.content.pages import load_site
from scripts.content.translation import mark_translated
from scripts.desk.desk import build_desk
from scripts.desk.reviews import months_later
from scripts.desk.text import chosen, rows
from scripts.desk.thin_pages import words_in
from scripts.editing.draft import Draft
from scripts.editing.reviewed import mark_reviewed
from scripts.editing.write import write
from tests.unit.projects import edit, problems_of

TODAY = date(2027, 3, 3)
NO, EN = "docs/no/metoden/historie.md", "docs/en/metoden/historie.md"


@pytest.fixture
def laid(project):
    """The desk of the small project, all of which is translated, on a day."""
    mark_translated(load_site(project.root), [])

    def laid(days=None, site_reviewed=""):
        return build_desk(load_content(project), days or {}, TODAY, site_reviewed)

    return laid


def items(found, name):
    return next(group.items for group in found.groups if group.name == name)


def places(found, name):
    return [f"{item.path}:{item.line}" for item in items(found, name)]


def review(project, day, *paths):
    draft = Draft(project.root)
    mark_reviewed(draft, [*paths], day)
    return write(draft)


def test_a_page_in_another_encoding_is_told_so_when_it_is_marked(project):
    with (project.root / NO).open("ab") as file:
        file.write(b"\xff")
    with pytest.raises(ProblemsFound, match=r"not in UTF-8 \(byte 0xff\) – open it in"):
        review(project, date(2026, 1, 1), NO)


def test_what_readers_meet_first_comes_first(laid):
    assert [group.name for group in laid().groups] == [
        "translations", "failing", "review-due", "thin", "unread", "moved", "never-reviewed",
        "untried",
    ]  # fmt: skip


def test_a_section_whose_original_moved_on_is_named_with_its_line_and_its_command(laid, project):
    assert items(laid(), "translations") == ()
    edit(project, NO, "Hva sto i avtalene?", "Hva sto i hver avtale?")
    (item,) = items(laid(), "translations")
    line = (project.root / EN).read_text("utf-8").splitlines()[item.line - 1]
    assert (item.path, item.language) == (EN, "en")
    assert f"#{item.anchor} " in line
    assert item.fix == f"translate it, then make translated PAGES={EN} SECTION={item.anchor}"


def test_the_three_dates_of_a_page_are_kept_apart(laid, project):
    review(project, date(2026, 1, 31), NO)
    dates = laid({NO: "2026-11-28"}).dates
    assert (dates[NO].changed, dates[NO].reviewed, dates[NO].due) == (
        "2026-11-28", "2026-01-31", "2028-01-31",
    )  # fmt: skip
    assert (dates[EN].changed, dates[EN].reviewed, dates[EN].due) == ("", "", "")


def test_a_change_is_no_review(laid, project):
    review(project, date(2025, 3, 3), NO)
    assert places(laid({NO: "2027-03-02"}), "review-due") == [f"{NO}:6"]


@pytest.mark.parametrize(("day", "is_due"), [("2025-03-03", True), ("2025-03-04", False)])
def test_a_review_holds_the_months_that_the_setting_says(laid, project, day, is_due):
    review(project, date.fromisoformat(day), NO)
    assert bool(items(laid(), "review-due")) is is_due
    edit(project, "data/desk.yml", "review_months: 24", "review_months: 1")
    assert items(laid(), "review-due")


def test_the_review_that_waits_longest_comes_first(laid, project):
    review(project, date(2024, 1, 1), EN)
    review(project, date(2023, 1, 1), NO)
    assert [item.path for item in items(laid(), "review-due")] == [NO, EN]


def test_whoever_reviewed_the_whole_site_reviewed_each_page(laid, project):
    review(project, date(2027, 1, 1), NO)
    found = laid(site_reviewed="2026-11-28")
    assert items(found, "never-reviewed") == ()
    assert (found.dates[NO].reviewed, found.dates[EN].reviewed) == ("2027-01-01", "2026-11-28")


def test_pages_of_both_languages_wait_until_they_are_reviewed(laid, project):
    assert {item.language for item in items(laid(), "never-reviewed")} == {"no", "en"}
    assert len(items(laid(), "never-reviewed")) == 8
    review(project, date(2027, 1, 1), NO)
    assert len(items(laid(), "never-reviewed")) == 7


def test_a_month_that_is_shorter_ends_earlier():
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2026, 12, 1), 1) == date(2027, 1, 1)


def test_a_page_with_few_words_or_few_independent_sources_is_thin(laid, project):
    both = {"docs/no/metoden/historie.md", "docs/en/metoden/historie.md"}
    assert both < {item.path for item in items(laid(), "thin")}
    for old, new in (("words: 250", "words: 0"), ("independent: 2", "independent: 0")):
        edit(project, "data/desk.yml", old, new)
    assert items(laid(), "thin") == ()


def test_citations_and_marks_are_no_words():
    text = "## Kort fortalt { #in-short }\n\nTo ord [@nibr, s. 13; @fb] om [det](../a/b.md#c).\n"
    assert words_in(text) == len(["Kort", "fortalt", "To", "ord", "om", "det"])


def test_sources_not_read_whole_come_in_the_order_of_the_pages_that_cite_them(laid):
    found = items(laid(), "unread")
    counts = [int(item.what.rpartition(" and ")[2].split()[0]) for item in found]
    assert counts == sorted(counts, reverse=True)
    assert [item for item in found if "read is full" in item.what] == []
    line = items(laid(), "unread")[0]
    assert line.path == "data/sources.yml"


def test_each_item_of_a_source_points_at_the_line_of_its_key(laid, project):
    rows_of_file = (project.data / "sources.yml").read_text("utf-8").splitlines()
    for name, key in (("unread", "  read: "), ("untried", "  URL: ")):
        for item in items(laid(), name):
            assert rows_of_file[item.line - 1].startswith(key)


def test_addresses_that_failed_moved_or_were_never_tried_wait_apart(laid, project):
    (project.data / "source-addresses.yml").write_text(
        '- {id: adviser, address: "http://www.example.no/metodikken/", state: gone, '
        'tried: "2027-01-01"}\n'
        '- {id: ministry, address: "https://www.example.no/forsoket/", state: moved, '
        'to: "https://www.example.no/ny/", tried: "2027-01-01"}\n',
        encoding="utf-8",
    )
    found = laid()
    (failing,) = items(found, "failing")
    assert failing.what == "adviser: the address was gone on 2027-01-01, no copy is known"
    (moved,) = items(found, "moved")
    assert moved.fix.endswith("write URL: https://www.example.no/ny/")
    assert len(items(found, "untried")) == 1


def test_people_are_shown_the_first_of_each_group_and_its_count(laid):
    text = list(rows(laid(), 2))
    assert "Pages that were never reviewed: 8" in text
    at = text.index("Pages that were never reviewed: 8")
    assert text[at + 3] == "  … and 6 more (ALL=1, or GROUP=never-reviewed)"
    assert text[-1] == "0 of 8 pages were reviewed; a review holds 24 months."
    assert len([row for row in rows(laid(), 0) if row.startswith("  docs/")]) >= 8


def test_programs_are_given_all_of_it(laid):
    data = json.loads(json.dumps(laid({NO: "2026-11-28"}).as_data()))
    assert data["today"] == "2027-03-03"
    (group,) = [each for each in data["groups"] if each["name"] == "never-reviewed"]
    assert group["count"] == len(group["items"]) == 8
    assert {"path": NO, "changed": "2026-11-28", "reviewed": "", "due": ""} in data["pages"]


def test_one_group_is_shown_alone_and_an_unknown_one_is_told(laid):
    assert [group.name for group in chosen(laid(), "thin").groups] == ["thin"]
    with pytest.raises(ProblemsFound, match='did you mean "thin"'):
        chosen(laid(), "thni")


def test_a_review_is_written_once_and_leaves_the_rest_of_the_page(project):
    before = (project.root / NO).read_text("utf-8")
    assert review(project, date(2027, 1, 1), NO) == [NO]
    assert review(project, date(2027, 2, 2), NO) == [NO]
    after = (project.root / NO).read_text("utf-8")
    assert after.replace('reviewed: "2027-02-02"\n', "") == before
    assert [each for each in problems_of(project) if "reviewed" in each and "not been" not in each
            ] == []  # fmt: skip


def test_a_review_of_a_page_that_is_not_there_writes_nothing(project):
    before = (project.root / NO).read_bytes()
    with pytest.raises(ProblemsFound, match="this is no page"):
        review(project, date(2027, 1, 1), NO, "docs/no/metoden/histori.md")
    assert (project.root / NO).read_bytes() == before


@pytest.mark.parametrize(
    ("day", "told"), [("2026-11-31", "there is no day"), ("2199-01-01", "has not been yet")]
)
def test_a_day_of_review_that_cannot_be_is_told_and_counts_for_nothing(laid, project, day, told):
    edit(project, NO, "kind: concept\n", f'kind: concept\nreviewed: "{day}"\n')
    (problem,) = [each for each in problems_of(project) if "reviewed" in each]
    assert problem.startswith(f"{NO}:5: reviewed: ")
    assert told in problem
    laid()
