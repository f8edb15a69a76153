"""Hours and weeks are worked out from what the site suggests, and no page types another sum."""

import re

import pytest

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.content.effort import (
    Hours,
    first_round,
    hours,
    hours_between,
    months,
    shorter_rounds,
    weeks_to_end,
    workshops,
)
from scripts.content.pages import load_site
from scripts.language.locales import LOCALES
from scripts.web.effort_rows import effort_rows
from tests.unit.projects import ROOT

SITE = load_site(ROOT)
PHASES = load_datasets(Project(ROOT)).records["phases"]
TYPED = re.compile(
    r"\b(\d{2,4})–(\d{2,4})(?:\]\([^)]*\))? (?:timer|hours|arbeidstimer|working hours)\b"
)


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
    assert hours_between(groups, PHASES) == Hours(2 * 5 * 3 * 1.5, 4 * 7 * 4 * 1.5)
    assert hours_between(guides, PHASES).least == hours_between(guides, PHASES).most
    assert hours_between(PHASES[0], PHASES) == Hours()


def test_guides_are_counted_once_a_week_to_the_end_of_the_last_phase():
    guides = next(each for each in PHASES if "between" in each)
    weeks = PHASES[-1]["weeks"][1] - guides["weeks"][1]
    assert weeks_to_end(guides, PHASES) == weeks
    people, minutes = guides["between"]["people"][0], guides["between"]["minutes"]
    assert hours_between(guides, PHASES).least == people * weeks * minutes / 60


def test_work_that_says_neither_its_times_nor_its_weeks_takes_no_hours():
    work = {"what": {}, "groups": [1, 1], "people": [2, 2], "minutes": 60}
    assert hours_between({"id": "a", "between": work}, PHASES) == Hours()


def test_the_sum_is_that_of_its_parts_and_rounded_to_tens():
    pages = list(SITE.of(LOCALES[0]).values())
    (row,) = effort_rows(PHASES, pages)
    parts = [row["all_workshops"], *(work["hours"] for work in row["between"])]
    for at in (0, 1):
        assert abs(row["total"][at] - sum(part[at] for part in parts)) <= 5
        assert row["total"][at] % 10 == 0
    assert row["total"] == first_round(PHASES, pages).tens


def test_a_round_that_is_shorter_differs_only_by_the_work_that_stops():
    pages = list(SITE.of(LOCALES[0]).values())
    guides = next(each for each in PHASES if "shorter" in each.get("between", {}))
    ((what, less),) = shorter_rounds(PHASES, pages)
    assert what == guides["between"]["shorter"]["what"]
    stopped = weeks_to_end(guides, PHASES) - guides["between"]["shorter"]["times"]
    gone = guides["between"]["people"][0] * stopped * guides["between"]["minutes"] / 60
    assert first_round(PHASES, pages) - less == Hours(gone, gone)
    (row,) = effort_rows(PHASES, pages)
    assert row["shorter"] == [{"what": what, "hours": less.tens}]


@pytest.mark.parametrize("page", SITE.pages, ids=lambda page: page.path)
def test_hours_that_a_text_mentions_are_those_worked_out(page):
    pages = SITE.of(page.locale).values()
    total = first_round(PHASES, pages).tens
    less = {hours.tens for _, hours in shorter_rounds(PHASES, pages)}
    told = [(int(least), int(most)) for least, most in TYPED.findall(page.body)]
    for each in told:
        assert each in {total, *less}, f"{page.path}: write one of {total}, {less}"
    assert not less.intersection(told) or total in told, f"{page.path}: tell the whole round too"


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
