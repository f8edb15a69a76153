"""The blocks of all phases and tools, and the messages around them, as one file per language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from scripts.content.agenda_blocks import BREAK_MINUTES, LONGEST, TOOL, AgendaBlock
from scripts.content.records import Phase
from scripts.content.short_forms import LONG
from scripts.documents.slide_points import SIZES, fitting, sentences
from scripts.language.messages import Messages

# The prefix of the messages that docs/assets/js/agenda*.js shows and prints.
_WORDS = "agenda.said."
_SAID = ("most", "may")


def agenda_data(
    blocks: Iterable[AgendaBlock],
    phases: Iterable[Phase],
    words: Messages,
    link: Callable[[str], str],
) -> dict[str, Any]:
    """The JSON that the script fetches.

    Args:
        blocks: All blocks, in the order in which they are offered.
        phases: All phases.
        words: The messages of the language.
        link: Returns the address of a page by id, relative to the edition's root.
    """
    numbered = {phase["id"]: phase for phase in phases}
    return {
        "words": words.starting(_WORDS) | {"own-phases": words("print.own-phases")},
        "longest": LONGEST,
        "break": BREAK_MINUTES,
        "phases": {
            str(phase["number"]): {
                "title": phase["title"][words.code],
                "seats": [
                    {
                        "role": words(f"meetings.role.{seat['role']}"),
                        "leads": seat["part"] == "leads",
                        # Mere participation goes without saying.
                        "part": words(f"meetings.part.{seat['part']}")
                        if seat["part"] in _SAID
                        else "",
                        "number": seat.get("number", 0),
                    }
                    for seat in phase.get("seats", [])
                ],
            }
            for phase in numbered.values()
        },
        "blocks": [_block(block, numbered, link) for block in blocks],
    }


def _block(
    block: AgendaBlock, phases: dict[str, Phase], link: Callable[[str], str]
) -> dict[str, Any]:
    points = sentences(block.how)
    return {
        "id": block.id,
        "kind": block.kind,
        "phase": phases[block.phase]["number"],
        "url": link(block.page) + ("#workshop" if block.kind == LONG else ""),
        "minutes": block.minutes,
        "what": block.what,
        "points": points,
        "size": fitting(points, SIZES),
        "materials": block.materials if block.kind != TOOL else block.materials.rstrip("."),
        "notes": list(block.notes),
    }
