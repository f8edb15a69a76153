"""A short meeting brings the sheets that its own lines name."""

import pytest

from scripts.common.paths import Project
from scripts.content.agendas import agenda_lines
from scripts.content.datasets import load_datasets
from scripts.content.pages import load_site
from scripts.content.short_forms import SCREEN, SHORT, form_of, short_meeting
from scripts.documents.short_meetings import sheets_for
from scripts.language.locales import LOCALES
from tests.unit.projects import ROOT

RECORDS = load_datasets(Project(ROOT)).records
SITE = load_site(ROOT)


def sheets(number, variant, locale, words):
    phase = RECORDS["phases"][number - 1]
    form = form_of(RECORDS["short-forms"], phase["id"])
    agenda = agenda_lines(SITE.by_id(locale)[phase["page"]])
    meeting = short_meeting(form, phase, agenda, variant, words[locale.code])
    found = sheets_for(meeting, form, RECORDS, locale.code)
    return [[each["id"] for each in some] for some in found]


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_papers_and_forms_that_the_lines_name_come_along(locale, words):
    tools, papers = sheets(2, SHORT, locale, words)
    assert "tool-agreement-template" in tools
    assert papers == ["shared-sheet", "measurement-plan"]
    assert sheets(1, SHORT, locale, words)[1] == [
        *("half-page", "three-columns", "reply-cards", "shared-sheet")
    ]


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_on_screen_there_is_no_sheet_for_a_wall_and_no_card_to_cut_out(locale, words):
    assert sheets(1, SCREEN, locale, words)[1] == ["half-page", "shared-sheet"]
    assert "four-columns" not in sheets(7, SCREEN, locale, words)[1]


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_what_a_meeting_on_screen_has_to_read_is_there_once(locale, words):
    phase = RECORDS["phases"][4]
    form = form_of(RECORDS["short-forms"], phase["id"])
    agenda = agenda_lines(SITE.by_id(locale)[phase["page"]])
    meeting = short_meeting(form, phase, agenda, SCREEN, words[locale.code])
    _, papers = sheets_for(meeting, form, RECORDS, locale.code)
    assert {each["id"]: each["prints"] for each in papers}["finger-scale"] == ["wall"]


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_both_languages_bring_the_same_sheets(locale, words):
    for number in range(1, 8):
        for variant in (SHORT, SCREEN):
            here, there = (sheets(number, variant, each, words) for each in (locale, LOCALES[0]))
            assert here == there, (number, variant)
