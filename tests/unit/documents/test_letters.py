"""The letters of a phase in Word have a blank for all that only those who send them know."""

from copy import deepcopy
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from scripts.bibliography.csl_items import Imprint
from scripts.common.paths import Project
from scripts.content.agendas import agenda_lines
from scripts.content.datasets import load_datasets
from scripts.content.pages import load_site
from scripts.content.short_forms import SCREEN, form_of, short_meeting
from scripts.documents.docx.writer import form_docx
from scripts.documents.letters import letters_sheet
from scripts.documents.worksheets import Reading
from scripts.language.locales import LOCALES
from scripts.language.messages import load_entries, messages_for
from scripts.web.tokens import read_tokens
from tests.unit.projects import ROOT

RECORDS = load_datasets(Project(ROOT)).records
ENTRIES, _ = load_entries(Project(ROOT))
SITE = load_site(ROOT)


def word_file(locale, number, variant="", record=None):
    words = messages_for(ENTRIES, locale)
    phase, record = RECORDS["phases"][number - 1], record or RECORDS["letters"][number - 1]
    page = SITE.by_id(locale)[phase["page"]]
    reading = Reading(page, {}, Imprint("MKM", "https://example.org/", None))
    form = form_of(RECORDS["short-forms"], phase["id"])
    agenda = agenda_lines(page)
    meeting = short_meeting(form, phase, agenda, variant, words) if variant else None
    sheet = letters_sheet(reading, phase, record, words, meeting)
    return Document(BytesIO(form_docx(sheet, words, read_tokens(Project(ROOT)))))


def text_of(document):
    return "\n".join(
        "".join(node.text for node in paragraph.iter(qn("w:t")))
        for paragraph in document.element.body.iter(qn("w:p"))
    )


def blanks_of(document):
    return [
        control.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val"))
        for control in document.element.body.iter(qn("w:sdt"))
    ]


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_day_hours_and_place_are_fields_to_write_in_and_the_minutes_are_known(locale):
    document = word_file(locale, 1)
    said, blanks = text_of(document), blanks_of(document)
    assert ("120 minutter" if locale.code == "no" else "120 minutes") in said
    for name in {
        "no": ("dag og dato", "rom og adresse"),
        "en": ("day and date", "room and address"),
    }[locale.code]:
        assert name in blanks
        assert f"[{name}]" in said
    assert "{" not in said
    # Every bracket that is seen is a field.
    assert said.count("[") == len(blanks) > 15


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_the_thank_you_begins_a_page_and_its_points_are_lists(locale):
    document = word_file(locale, 7)
    heads = [each for each in document.paragraphs if each.style.name == "Heading 1"]
    assert [bool(head.paragraph_format.page_break_before) for head in heads] == [False, True]
    points = [each for each in document.paragraphs if each.style.name == "List Bullet"]
    assert len(points) == 5
    assert not any(each.text.startswith("-") for each in document.paragraphs)


def test_the_letters_to_a_meeting_on_screen_say_its_own_length_and_how_one_joins():
    said = text_of(word_file(LOCALES[0], 2, SCREEN))
    assert "75 minutter" in said
    assert "[lenke til møtet]" in said
    assert "rom og adresse" not in said


def test_the_lines_of_a_letter_stand_in_the_order_in_which_they_were_written():
    lines = ["Ta med:", "- a", "- b", "Vi stiller med:", "- kaffe", "Velkommen!"]
    record = deepcopy(RECORDS["letters"][0])
    record["invitation"]["paragraphs"] = [{"no": "\n".join(lines), "en": "x"}]
    document = word_file(LOCALES[0], 1, record=record)
    said = text_of(document).splitlines()
    at = said.index("Ta med:")
    assert said[at : at + 6] == [line.removeprefix("- ") for line in lines]
    points = [each.text for each in document.paragraphs if each.style.name == "List Bullet"]
    assert points[:3] == ["a", "b", "kaffe"]
