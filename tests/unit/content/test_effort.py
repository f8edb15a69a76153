"""Hours and weeks are worked out from what the site suggests, and no page types another sum."""

import re

import pytest

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.content.effort import Hours, between, first_round, hours, months, workshops
from scripts.content.pages import load_site
from scripts.language.locales import LOCALES
from scripts.web.effort_rows import effort_rows
from tests.unit.projects import ROOT

SITE = load_site(ROOT)
PHASES = load_datasets(Project(ROOT)).records["phases"]
TYPED = re.compile(
    r"\b(\d{2,4})–(\d{2,4})(?:\]\([^)]*\))? (?:timer|hours|arbeidstimer|working hours)\b"
)

MORE = re.compile(r"\b(\d+) (?:timer til\.|hours more\.)")


def test_hours_are_those_of_all_together_from_fewest_to_most():
    assert hours(90, [4, 16]) == Hours(6, 24)


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_a_workshop_costs_its_minutes_times_its_people(locale):
    pages = SITE.of(locale).values()
    found = workshops(PHASES, pages)
    assert [each.phase["number"] for each in found] == [1, 2, 3, 4, 5, 6, 7]
    for each in found:
        assert each.hours.least == each.minutes * each.people[0] / 60
        assert each.hours.most == each.minutes * each.people[1] / 60


def test_work_between_workshops_is_groups_people_times_and_minutes():
    (guides, groups) = (each for each in PHASES if "between" in each)
    assert between(groups) == Hours(2 * 5 * 3 * 1.5, 4 * 7 * 4 * 1.5)
    assert between(guides).least == between(guides).most
    assert between(PHASES[0]) == Hours()


def test_the_sum_is_that_of_its_parts_and_rounded_to_tens():
    pages = list(SITE.of(LOCALES[0]).values())
    (row,) = effort_rows(PHASES, pages)
    parts = [row["all_workshops"], *(work["hours"] for work in row["between"])]
    for at in (0, 1):
        assert abs(row["total"][at] - sum(part[at] for part in parts)) <= 5
        assert row["total"][at] % 10 == 0
    assert row["total"] == first_round(PHASES, pages).tens


def guides_to_the_end(pages):
    """The hours of the guides from where they are counted no longer to the last week."""
    (phase, *_) = (each for each in PHASES if "between" in each)
    (row,) = effort_rows(PHASES, list(pages))
    counted = next(each for each in row["calendar"] if each["phase"]["id"] == phase["id"])
    weeks = row["weeks"] - counted["weeks"][1] - phase["between"]["times"][1]
    return weeks * phase["between"]["people"][1] * phase["between"]["minutes"] / 60


@pytest.mark.parametrize("page", SITE.pages, ids=lambda page: page.path)
def test_hours_that_a_text_mentions_are_those_worked_out(page):
    pages = SITE.of(page.locale).values()
    total, more = first_round(PHASES, pages), guides_to_the_end(pages)
    right = {total.tens, Hours(total.least + more, total.most + more).tens}
    for least, most in TYPED.findall(page.body):
        assert (int(least), int(most)) in right, f"{page.path}: write one of {right}"
    for hours_more in MORE.findall(page.body):
        assert int(hours_more) == more, f"{page.path}: write {more:.0f}"


def test_weeks_become_months_of_a_calendar():
    assert months((1, 4)) == (1, 1)
    assert months((1, 6)) == (1, 2)
    assert months((29, 52)) == (7, 12)
    assert months((53, 58)) == (12, 14)


def test_the_calendar_has_every_phase_in_order():
    (row,) = effort_rows(PHASES, list(SITE.of(LOCALES[0]).values()))
    assert [each["phase"]["number"] for each in row["calendar"]] == [1, 2, 3, 4, 5, 6, 7]
    begins = [each["weeks"][0] for each in row["calendar"]]
    assert begins == sorted(begins)
    assert row["weeks"] == max(each["weeks"][1] for each in row["calendar"])
