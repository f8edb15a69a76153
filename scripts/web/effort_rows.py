"""Hours and weeks of a first round, as data for the tables and the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scripts.content.effort import (
    Hours,
    first_round,
    hours_between,
    months,
    shorter_rounds,
    workshops,
)
from scripts.content.pages import SourcePage
from scripts.content.records import Phase


def effort_rows(phases: Sequence[Phase], pages: Sequence[SourcePage]) -> list[dict[str, Any]]:
    """A list of one row: the workshops, the work between them, the totals and the calendar."""
    held = workshops(phases, pages)
    total = first_round(phases, pages)
    last = max((phase["weeks"][1] for phase in phases if "weeks" in phase), default=0)
    numbers = [number for each in held for number in each.people]
    return [
        {
            "workshops": [
                {
                    "phase": each.phase,
                    "minutes": each.minutes,
                    "people": each.people,
                    "hours": each.hours.whole,
                }
                for each in held
            ],
            "people": (min(numbers, default=0), max(numbers, default=0)),
            "minutes": sum(each.minutes for each in held),
            "all_workshops": sum([each.hours for each in held], Hours()).whole,
            "between": [
                {"what": phase["between"]["what"], "hours": hours_between(phase, phases).whole}
                for phase in phases
                if "between" in phase
            ],
            "total": total.tens,
            "shorter": [
                {"what": what, "hours": less.tens} for what, less in shorter_rounds(phases, pages)
            ],
            "weeks": last,
            "months": months((1, last))[1] if last else 0,
            "calendar": [
                {
                    "phase": phase,
                    "weeks": phase["weeks"],
                    "months": months(phase["weeks"]),
                    "length": phase["weeks"][1] - phase["weeks"][0] + 1,
                }
                for phase in phases
                if "weeks" in phase
            ],
        }
    ]
