"""A short meeting has the notes that are for it, and says what falls away and no more."""

from copy import deepcopy

import pytest

from scripts.common.paths import Project
from scripts.content.agendas import agenda_lines
from scripts.content.datasets import load_datasets
from scripts.content.pages import load_site
from scripts.content.short_forms import (
    LONG,
    SCREEN,
    SHORT,
    VARIANTS,
    form_of,
    leader_notes,
    notes_to,
    short_meeting,
)
from scripts.language.locales import LOCALES
from tests.unit.projects import ROOT

RECORDS = load_datasets(Project(ROOT)).records
SITE = load_site(ROOT)


def meeting_of(phase, variant, locale, words):
    page = SITE.by_id(locale)[phase["page"]]
    form = form_of(RECORDS["short-forms"], phase["id"])
    return short_meeting(form, phase, agenda_lines(page), variant, words[locale.code])


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_a_break_is_never_told_as_cut_where_the_meeting_has_one(locale, words):
    word, cut_in_the_room = words[locale.code]("plan.break"), 0
    for phase in RECORDS["phases"]:
        room = meeting_of(phase, SHORT, locale, words)
        screen = meeting_of(phase, SCREEN, locale, words)
        assert word in [line.what for line in screen.lines]
        assert word not in screen.gone
        assert [name for name in room.gone if name != word] == list(screen.gone)
        cut_in_the_room += word in room.gone
    assert cut_in_the_room > 0


@pytest.mark.parametrize("where", [(LONG,), (SHORT,), (SCREEN,), (LONG, SCREEN)])
def test_a_note_is_read_in_the_meetings_that_it_names_and_no_other(where, words):
    phase = deepcopy(RECORDS["phases"][0])
    texts = {"general": {"no": "Alle", "en": "All"}, "own": {"no": "Linje", "en": "Line"}}
    phase["facilitation"] = [
        {"in": [*where], "text": texts["general"]},
        {"in": [*where], "line": 1, "text": texts["own"]},
    ]
    agenda = agenda_lines(SITE.by_id(LOCALES[0])[phase["page"]])
    assert bool(leader_notes(phase, agenda, "no")) == (LONG in where)
    assert notes_to(phase, 1, "no") == (("Linje",) if LONG in where else ())
    for variant in VARIANTS:
        told = [each.text for each in meeting_of(phase, variant, LOCALES[0], words).all_notes]
        assert told == (["Alle", "Linje"] if variant in where else [])
        assert notes_to(phase, 1, "no", variant) == (("Linje",) if variant in where else ())


def test_a_note_without_meetings_is_for_all_of_them(words):
    phase = deepcopy(RECORDS["phases"][0])
    phase["facilitation"] = [{"text": {"no": "Alle", "en": "All"}}]
    for variant in VARIANTS:
        assert meeting_of(phase, variant, LOCALES[0], words).notes == ("Alle",)


def test_notes_for_a_screen_speak_of_no_walls_tables_or_chairs(words):
    for phase in RECORDS["phases"]:
        for note in meeting_of(phase, SCREEN, LOCALES[0], words).all_notes:
            told = note.text.lower()
            assert not {"veggen", "vegg", "bordene", "stolene", "storark"} & {*told.split()}, told
            assert "bakerst" not in told, told
