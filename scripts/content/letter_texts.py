"""Templates of the invitation to a phase's workshop and of the thank-you letter afterwards.

The lines are in data/letters.yml. Fields for the phase, the meeting and the shared messages of
data/interface.yml are filled in here; fields for a plan stay placeholders in curly brackets, and
what only the sender knows is a blank in square brackets. The planner and the Word files use the
same letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from scripts.content.records import (
    Phase,
    PhaseLetters,
    PhaseLettersInvitation,
    PhaseLettersThanks,
)
from scripts.content.short_forms import LONG, SCREEN
from scripts.language.messages import Messages

# The fields that a plan fills in.
PLANNED = ("day", "start", "end", "minutes", "people", "reply")
# The messages that letters share, and whether online meetings have their own wording.
_SHARED = {
    "greeting": False,
    "when": False,
    "where": True,
    "rsvp": True,
    "agreed": False,
    "disagreed": False,
    "tasks": False,
    "sign": False,
}
FIELDS = (*PLANNED, "question", "the_meeting", *_SHARED)
FIELD = re.compile(r"\{(\w+)\}")
# A blank, with what to write there: [name].
BLANK = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True)
class Letter:
    """One letter to one meeting: its subject, and its paragraphs, of one or more lines each."""

    subject: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Letters:
    """The letters before and after a meeting."""

    invitation: Letter
    thanks: Letter


def letters_to(meeting: str, record: PhaseLetters, phase: Phase, messages: Messages) -> Letters:
    """The letters for one meeting of a phase: `long`, `short` or `screen`.

    Fields of a plan (`PLANNED`) stay placeholders.
    """
    return Letters(
        _letter(record["invitation"], meeting, phase, messages),
        _letter(record["thanks"], meeting, phase, messages),
    )


def planned(text: str, plan: Mapping[str, str], messages: Messages) -> str:
    """A text of a letter with the known values of a plan, and blanks for the others."""
    return _filled(text, lambda name: plan.get(name) or f"[{messages(f'letter.blank.{name}')}]")


def _letter(
    letter: PhaseLettersInvitation | PhaseLettersThanks,
    meeting: str,
    phase: Phase,
    messages: Messages,
) -> Letter:
    code = messages.code

    def value_of(name: str) -> str:
        if name == "question":
            return phase["question"][code]
        if name == "the_meeting":
            if meeting == LONG:
                return messages("letter.the-workshop")
            return messages("letter.the-meeting")
        if name in _SHARED:
            where = ("screen" if meeting == SCREEN else "room") if _SHARED[name] else ""
            return messages(f"letter.{name}.{where}") if where else messages(f"letter.{name}")
        return f"{{{name}}}"

    return Letter(
        _filled(letter["subject"][code], value_of),
        tuple(
            # mypy does not know that a language code is one of the keys.
            _filled(cast("Mapping[str, str]", each)[code], value_of)
            for each in letter["paragraphs"]
            if meeting in each.get("in", (meeting,))
        ),
    )


def _filled(text: str, value_of: Callable[[str], str]) -> str:
    return FIELD.sub(lambda match: value_of(match[1]), text)
