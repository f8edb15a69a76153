"""The short meeting of a phase, in the room and online: its lines, taken from the long workshop.

Page, print, Word, slides and planner all use these lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scripts.content.agendas import AgendaLine
from scripts.content.records import Phase, PhaseFacilitation, ShortForm
from scripts.language.messages import Messages

# The workshop itself, and the two variants of the short meeting.
LONG, SHORT, SCREEN = "long", "short", "screen"
VARIANTS = (SHORT, SCREEN)
# Variant -> its key in `minutes` of data/short-forms.yml.
_MINUTES_KEYS = {SHORT: "room", SCREEN: "screen"}
# Extra minutes of an online meeting: a sound check, and a break from the screen.
CHECK_MINUTES, PAUSE_MINUTES = 5, 5


@dataclass(frozen=True)
class MeetingLine:
    """A line of a short meeting; `notes` are for the facilitator."""

    minutes: int
    what: str
    how: str
    materials: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Note:
    """A note for the facilitator; `what` is its line of the agenda, "" for a general note."""

    what: str
    text: str

    @property
    def lead(self) -> str:
        """The lead-in of the note: a colon is added unless it ends in ? or !."""
        return self.what if self.what.endswith(("?", "!")) else f"{self.what}:"


@dataclass(frozen=True)
class ShortMeeting:
    """One variant of the short meeting of a phase, in one language.

    `lost` says what is lost compared with the workshop, `gone` names the lines that are left out.
    """

    variant: str
    minutes: int
    people: Sequence[int]
    who: str
    lost: str
    gone: tuple[str, ...]
    before: tuple[str, ...]
    lines: tuple[MeetingLine, ...]
    after: tuple[str, ...]
    notes: tuple[str, ...]
    with_list: bool

    @property
    def all_notes(self) -> list[Note]:
        """The notes for the facilitator: general ones, then line by line."""
        return [
            *(Note("", text) for text in self.notes),
            *(Note(line.what, text) for line in self.lines for text in line.notes),
        ]


def stated_minutes(form: ShortForm, variant: str) -> int:
    """The stated length of a variant in minutes."""
    return form["minutes"]["room"] if variant == SHORT else form["minutes"]["screen"]


def minutes_key(variant: str) -> str:
    """The key in data/short-forms.yml of the stated length of a variant."""
    return _MINUTES_KEYS[variant]


def total_minutes(form: ShortForm, variant: str) -> int:
    """The sum of a variant's lines in minutes."""
    more = CHECK_MINUTES + PAUSE_MINUTES if variant == SCREEN else 0
    return sum(line["minutes"] for line in form["lines"]) + more


def short_meeting(
    form: ShortForm, phase: Phase, agenda: Sequence[AgendaLine], variant: str, messages: Messages
) -> ShortMeeting:
    """A variant of the short meeting of a phase; `agenda` is the agenda of its long workshop."""
    code = messages.code
    used = {number for line in form["lines"] for number in line.get("of", [])}
    return ShortMeeting(
        variant,
        total_minutes(form, variant),
        form["people"],
        form["who"][code],
        form["lost"][code],
        tuple(_omitted_lines(agenda, used, variant, messages)),
        tuple(each[code] for each in form["before"]),
        tuple(_lines(form, phase, variant, messages)),
        tuple(each[code] for each in form["after"]),
        tuple(note["text"][code] for note in _notes(phase, variant) if "line" not in note),
        form.get("with_list", False),
    )


def leader_notes(phase: Phase, agenda: Sequence[AgendaLine], code: str) -> list[Note]:
    """The notes for the facilitator of the long workshop: general ones, then line by line."""
    notes = sorted(_notes(phase, LONG), key=lambda note: note.get("line", 0))
    return [Note(_line_name(agenda, note.get("line", 0)), note["text"][code]) for note in notes]


def notes_to(phase: Phase, number: int, code: str, meeting: str = LONG) -> tuple[str, ...]:
    """The notes of one meeting on a line of the long workshop's agenda, counted from 1."""
    notes = _notes(phase, meeting)
    return tuple(note["text"][code] for note in notes if note.get("line") == number)


def form_of(forms: Iterable[ShortForm], phase_id: str) -> ShortForm | None:
    """The short form of a phase, None if it has none."""
    return next((form for form in forms if form["id"] == phase_id), None)


def _notes(phase: Phase, meeting: str) -> list[PhaseFacilitation]:
    """The notes of a phase that are for one of its meetings."""
    notes = phase.get("facilitation", [])
    return [note for note in notes if meeting in note.get("in", (meeting,))]


def _omitted_lines(
    agenda: Sequence[AgendaLine], used: set[int], variant: str, messages: Messages
) -> Iterable[str]:
    """The lines of the long workshop that are left out; an online meeting keeps the break."""
    kept = {messages("plan.break").lower()} if variant == SCREEN else set()
    for number, each in enumerate(agenda, 1):
        if number not in used and each.name.lower() not in kept:
            yield each.name


def _line_name(agenda: Sequence[AgendaLine], number: int) -> str:
    return agenda[number - 1].name if 0 < number <= len(agenda) else ""


def _lines(
    form: ShortForm, phase: Phase, variant: str, messages: Messages
) -> Iterable[MeetingLine]:
    code = messages.code
    if variant == SCREEN:
        yield MeetingLine(CHECK_MINUTES, messages("short.check"), messages("short.check-how"), "")
    for number, line in enumerate(form["lines"], 1):
        online = line.get("screen") if variant == SCREEN else None
        effective = line if online is None else online
        materials = effective.get("materials")
        yield MeetingLine(
            line["minutes"],
            line["what"][code],
            effective["how"][code],
            materials[code] if materials else "",
            tuple(
                note["text"][code]
                for note in _notes(phase, variant)
                if note.get("line") in line.get("of", [])
            ),
        )
        if variant == SCREEN and number == form["pause_after"]:
            yield MeetingLine(
                PAUSE_MINUTES, messages("plan.break"), messages("short.pause-how"), ""
            )
