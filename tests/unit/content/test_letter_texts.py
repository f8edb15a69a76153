"""Each phase has letters to each of its meetings, in both languages, which a plan fills in."""

import re

import pytest

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.content.letter_texts import BLANK, FIELD, PLANNED, letters_to, planned
from scripts.content.short_forms import LONG, SCREEN, SHORT
from scripts.language.locales import LOCALES
from scripts.language.messages import load_entries, messages_for
from tests.unit.projects import ROOT, edit, problems_of

RECORDS = load_datasets(Project(ROOT)).records
ENTRIES, _ = load_entries(Project(ROOT))
PHASES = {phase["id"]: phase for phase in RECORDS["phases"]}
MEETINGS = (LONG, SHORT, SCREEN)


def letters(meeting, record, locale):
    words = messages_for(ENTRIES, locale)
    found = letters_to(meeting, record, PHASES[record["id"]], words)
    return found.invitation, found.thanks


def text(letter):
    return "\n\n".join([letter.subject, *letter.paragraphs])


every = pytest.mark.parametrize("record", RECORDS["letters"], ids=lambda record: record["id"])
both = pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)


def test_every_phase_has_letters():
    assert [record["id"] for record in RECORDS["letters"]] == list(PHASES)


@both
@every
def test_what_is_left_in_curly_brackets_is_what_a_plan_knows(record, locale):
    for meeting in MEETINGS:
        for letter in letters(meeting, record, locale):
            assert set(FIELD.findall(text(letter))) <= set(PLANNED)
            assert not re.search(r"[{}\[\]]", BLANK.sub("", FIELD.sub("", text(letter))))


@both
@every
def test_an_invitation_says_when_where_how_long_what_about_and_what_to_read(record, locale):
    phase = PHASES[record["id"]]
    for meeting in MEETINGS:
        invitation, _ = letters(meeting, record, locale)
        said = text(invitation)
        for field in ("{day}", "{start}", "{end}", "{minutes}", "{people}"):
            assert field in said, (meeting, field)
        assert re.search(r"\b(Les|Se på)\b|\bPlease (read|look)\b", said), meeting
        short_round = record["id"] == "phase-5-consensus" and meeting != LONG
        assert short_round or phase["question"][locale.code] in said, meeting


@both
@every
def test_a_thank_you_says_what_was_agreed_who_does_what_by_when_and_when_one_hears_next(
    record, locale
):
    for meeting in MEETINGS:
        _, thanks = letters(meeting, record, locale)
        points = [line for line in text(thanks).split("\n") if line.startswith("- [")]
        assert len(points) >= 3, meeting
        assert sum(":" in point for point in points) >= 2, meeting
        assert re.search(r"Senest|senest|hører du|at the latest|you will hear", text(thanks))


@both
@every
def test_who_joins_on_screen_is_told_how_and_nobody_else_is(record, locale):
    wanted = {"no": "[lenke til møtet]", "en": "[link to the meeting]"}[locale.code]
    said = {meeting: text(letters(meeting, record, locale)[0]) for meeting in MEETINGS}
    assert [wanted in said[meeting] for meeting in MEETINGS] == [False, False, True]


@both
def test_a_short_meeting_is_called_a_meeting_and_the_long_one_a_workshop(locale):
    words = messages_for(ENTRIES, locale)
    for record in RECORDS["letters"]:
        for meeting in MEETINGS:
            said = text(letters(meeting, record, locale)[1])
            name = words("letter.the-workshop" if meeting == LONG else "letter.the-meeting")
            other = words("letter.the-meeting" if meeting == LONG else "letter.the-workshop")
            assert name in said
            assert other not in said


@both
@every
def test_a_letter_fits_one_page_and_has_no_sentence_too_long_to_say(record, locale):
    for meeting in MEETINGS:
        for letter in letters(meeting, record, locale):
            assert len(text(letter).split()) < 300
            for sentence in re.split(r"(?<=[.?!:])\s", text(letter)):
                assert len(sentence.split()) <= 45, sentence


def test_what_is_not_planned_yet_is_a_blank_with_what_belongs_there():
    words = messages_for(ENTRIES, LOCALES[0])
    text_ = "{day} kl. {start}, {minutes} minutter"
    assert (
        planned(text_, {"minutes": "60"}, words) == "[dag og dato] kl. [klokkeslett], 60 minutter"
    )


@pytest.mark.parametrize("typed", ["{ sign }", "{day-of}", "{sign", "sign}", "{}"])
def test_what_looks_like_a_field_and_is_none_is_told_with_its_line(project, typed):
    edit(project, "data/letters.yml", '{ no: "{sign}", en', f'{{ no: "{typed}", en')
    assert problems_of(project) == [
        "data/letters.yml:14: a curly bracket stands in no field – a field is written {day}, "
        "without spaces or hyphens"
    ]


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("{ day }", "a curly bracket stands in no field"),
        ("{dya}", 'nothing fills in {dya} – did you mean "day"?'),
        ("{question}", "nothing fills in {question}"),
        ("[dag", "a blank is not closed"),
    ],
)
def test_what_letters_share_is_held_to_the_same(project, typed, what):
    edit(project, "data/interface.yml", '"Når: {day} kl.', f'"Når: {typed} kl.')
    (line,) = problems_of(project)
    assert line.startswith("data/interface.yml:")
    assert what in line
