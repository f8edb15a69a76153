"""The short meeting of a phase, in the room and on screen: its lines, and what they are taken from.

Page, print, Word, slides and planner read the lines here, so that all show the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scripts.content.agendas import AgendaLine
from scripts.content.records import Phase, PhaseFacilitation, ShortForm
from scripts.language.messages import Messages

# The workshop itself, and its variants.
LONG, SHORT, SCREEN = "long", "short", "screen"
VARIANTS = (SHORT, SCREEN)
# Which promise of `minutes` each variant keeps.
_PROMISES = {SHORT: "room", SCREEN: "screen"}
# Minutes that a meeting on screen takes besides: to see that all are heard, and to look away.
CHECK_MINUTES, PAUSE_MINUTES = 5, 5


@dataclass(frozen=True)
class Line:
    """A line of a short meeting; `notes` are for whoever leads it."""

    minutes: int
    what: str
    how: str
    materials: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Note:
    """A note to whoever leads; `what` is the line of the agenda it belongs to, if to one."""

    what: str
    text: str

    @property
    def lead(self) -> str:
        """What the note begins with: no colon stands behind a question mark."""
        return self.what if self.what.endswith(("?", "!")) else f"{self.what}:"


@dataclass(frozen=True)
class ShortMeeting:
    """One variant of the short meeting of a phase, in one language."""

    variant: str
    minutes: int
    people: Sequence[int]
    who: str
    lost: str
    gone: tuple[str, ...]
    before: tuple[str, ...]
    lines: tuple[Line, ...]
    after: tuple[str, ...]
    notes: tuple[str, ...]
    with_list: bool

    @property
    def all_notes(self) -> list[Note]:
        """The notes to whoever leads: those of no line, then line by line."""
        return [
            *(Note("", text) for text in self.notes),
            *(Note(line.what, text) for line in self.lines for text in line.notes),
        ]


def promised(form: ShortForm, variant: str) -> int:
    """How many minutes a variant is said to take."""
    return form["minutes"]["room"] if variant == SHORT else form["minutes"]["screen"]


def promise_key(variant: str) -> str:
    """The key of data/short-forms.yml that says how long a variant takes."""
    return _PROMISES[variant]


def total(form: ShortForm, variant: str) -> int:
    """How many minutes the lines of a variant add up to."""
    more = CHECK_MINUTES + PAUSE_MINUTES if variant == SCREEN else 0
    return sum(line["minutes"] for line in form["lines"]) + more


def short_meeting(
    form: ShortForm, phase: Phase, agenda: Sequence[AgendaLine], variant: str, words: Messages
) -> ShortMeeting:
    """A variant of the short meeting of a phase; `agenda` is that of its long workshop."""
    code = words.code
    used = {number for line in form["lines"] for number in line.get("of", [])}
    return ShortMeeting(
        variant,
        total(form, variant),
        form["people"],
        form["who"][code],
        form["lost"][code],
        tuple(_gone(agenda, used, variant, words)),
        tuple(each[code] for each in form["before"]),
        tuple(_lines(form, phase, variant, words)),
        tuple(each[code] for each in form["after"]),
        tuple(note["text"][code] for note in _notes(phase, variant) if "line" not in note),
        form.get("with_list", False),
    )


def leader_notes(phase: Phase, agenda: Sequence[AgendaLine], code: str) -> list[Note]:
    """The notes to whoever leads the long workshop: those of no line, then line by line."""
    notes = sorted(_notes(phase, LONG), key=lambda note: note.get("line", 0))
    return [Note(_name(agenda, note.get("line", 0)), note["text"][code]) for note in notes]


def notes_to(phase: Phase, number: int, code: str, meeting: str = LONG) -> tuple[str, ...]:
    """The notes to one line of the long workshop, counted from 1, as a meeting has them."""
    notes = _notes(phase, meeting)
    return tuple(note["text"][code] for note in notes if note.get("line") == number)


def form_of(forms: Iterable[ShortForm], phase_id: str) -> ShortForm | None:
    """The short form of a phase, None if it has none."""
    return next((form for form in forms if form["id"] == phase_id), None)


def _notes(phase: Phase, meeting: str) -> list[PhaseFacilitation]:
    """The notes of a phase that are for one of its meetings."""
    notes = phase.get("facilitation", [])
    return [note for note in notes if meeting in note.get("in", (meeting,))]


def _gone(
    agenda: Sequence[AgendaLine], used: set[int], variant: str, words: Messages
) -> Iterable[str]:
    """The lines of the long workshop that fall away; on screen there always is a break."""
    kept = {words("plan.break").lower()} if variant == SCREEN else set()
    for number, each in enumerate(agenda, 1):
        if number not in used and each.name.lower() not in kept:
            yield each.name


def _name(agenda: Sequence[AgendaLine], number: int) -> str:
    return agenda[number - 1].name if 0 < number <= len(agenda) else ""


def _lines(form: ShortForm, phase: Phase, variant: str, words: Messages) -> Iterable[Line]:
    code = words.code
    if variant == SCREEN:
        yield Line(CHECK_MINUTES, words("short.check"), words("short.check-how"), "")
    for number, line in enumerate(form["lines"], 1):
        otherwise = line.get("screen") if variant == SCREEN else None
        done = line if otherwise is None else otherwise
        materials = done.get("materials")
        yield Line(
            line["minutes"],
            line["what"][code],
            done["how"][code],
            materials[code] if materials else "",
            tuple(
                note["text"][code]
                for note in _notes(phase, variant)
                if note.get("line") in line.get("of", [])
            ),
        )
        if variant == SCREEN and number == form["pause_after"]:
            yield Line(PAUSE_MINUTES, words("plan.break"), words("short.pause-how"), "")
