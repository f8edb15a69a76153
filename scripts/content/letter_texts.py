"""The invitation to a phase's workshop and the thank-you afterwards, before a plan fills them in.

The lines stand in data/letters.yml. What the phase, the meeting and the shared pieces of
data/interface.yml say is filled in here; what only a plan knows stays a field in curly brackets,
and what only the reader knows a blank in square ones. The planner and the Word files read the
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

# What a plan fills in.
PLANNED = ("day", "start", "end", "minutes", "people", "reply")
# What letters share, and whether it is said otherwise on screen.
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
# A blank, with what belongs there: [name].
BLANK = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True)
class Letter:
    """One letter to one meeting: its subject, and its paragraphs, of one or more lines each."""

    subject: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Letters:
    """What is sent before a meeting and after it."""

    invitation: Letter
    thanks: Letter


def letters_to(meeting: str, record: PhaseLetters, phase: Phase, words: Messages) -> Letters:
    """The letters to one meeting of a phase: `long`, `short` or `screen`.

    What a plan fills in (`PLANNED`) stands as a field still.
    """
    return Letters(
        _letter(record["invitation"], meeting, phase, words),
        _letter(record["thanks"], meeting, phase, words),
    )


def planned(text: str, known: Mapping[str, str], words: Messages) -> str:
    """A text of a letter with what is known of the plan, and blanks for what is not."""
    return _filled(text, lambda name: known.get(name) or f"[{words(f'letter.blank.{name}')}]")


def _letter(
    letter: PhaseLettersInvitation | PhaseLettersThanks,
    meeting: str,
    phase: Phase,
    words: Messages,
) -> Letter:
    code = words.code

    def said(name: str) -> str:
        if name == "question":
            return phase["question"][code]
        if name == "the_meeting":
            if meeting == LONG:
                return words("letter.the-workshop")
            return words("letter.the-meeting")
        if name in _SHARED:
            where = ("screen" if meeting == SCREEN else "room") if _SHARED[name] else ""
            return words(f"letter.{name}.{where}") if where else words(f"letter.{name}")
        return f"{{{name}}}"

    return Letter(
        _filled(letter["subject"][code], said),
        tuple(
            # mypy does not know that a code of a language is one of the keys.
            _filled(cast("Mapping[str, str]", each)[code], said)
            for each in letter["paragraphs"]
            if meeting in each.get("in", (meeting,))
        ),
    )


def _filled(text: str, said: Callable[[str], str]) -> str:
    return FIELD.sub(lambda match: said(match[1]), text)
