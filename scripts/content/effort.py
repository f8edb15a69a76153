"""What a first round takes in hours and weeks, worked out from what the site itself suggests.

Minutes and group sizes of the workshops stand in the front matter of the phases, the work
between them and the weeks in data/phases.yml: no sum is typed anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scripts.content.pages import SourcePage
from scripts.content.records import Localised, Phase

# The length of a month in weeks, on the average.
_MONTH = 365.25 / 12 / 7


@dataclass(frozen=True)
class Hours:
    """Working hours of all who take part: the least and the most."""

    least: float = 0
    most: float = 0

    def __add__(self, more: Hours) -> Hours:
        return Hours(self.least + more.least, self.most + more.most)

    def __sub__(self, less: Hours) -> Hours:
        return Hours(self.least - less.least, self.most - less.most)

    @property
    def whole(self) -> tuple[int, int]:
        """Rounded to whole hours."""
        return round(self.least), round(self.most)

    @property
    def tens(self) -> tuple[int, int]:
        """Rounded to tens, for whoever plans."""
        return 10 * round(self.least / 10), 10 * round(self.most / 10)


@dataclass(frozen=True)
class Workshop:
    """The workshop of one phase, or what a phase needs between workshops."""

    phase: Phase
    minutes: int
    people: Sequence[int]
    hours: Hours


def hours(minutes: int, people: Sequence[int]) -> Hours:
    """The hours of all together, with the fewest and with the most people."""
    fewest, most = people
    return Hours(minutes * fewest / 60, minutes * most / 60)


def workshops(phases: Iterable[Phase], pages: Iterable[SourcePage]) -> list[Workshop]:
    """The workshop of each phase, from the page that tells its minutes and people."""
    told = {
        page.text("record"): page
        for page in pages
        if page.kind == "phase" and "minutes" in page.meta and "people" in page.meta
    }
    found = []
    for phase in phases:
        if page := told.get(phase["id"]):
            minutes, people = page.meta["minutes"], page.meta["people"]
            found.append(Workshop(phase, minutes, people, hours(minutes, people)))
    return found


def to_the_end(phase: Phase, phases: Iterable[Phase]) -> int:
    """The weeks from the end of a phase to the end of the last one."""
    if "weeks" not in phase:
        return 0
    return max(each["weeks"][1] for each in phases if "weeks" in each) - phase["weeks"][1]


def _met(phase: Phase, times: Sequence[int]) -> Hours:
    """The hours of a phase between workshops when they meet so often, at least and at most."""
    work = phase["between"]
    least, most = (
        work["groups"][at] * work["people"][at] * times[at] * work["minutes"] / 60 for at in (0, 1)
    )
    return Hours(least, most)


def between(phase: Phase, phases: Sequence[Phase]) -> Hours:
    """The hours of a phase between workshops: once a week to the end when no times are given."""
    if "between" not in phase:
        return Hours()
    weeks = to_the_end(phase, phases)
    return _met(phase, phase["between"].get("times", (weeks, weeks)))


def first_round(phases: Sequence[Phase], pages: Iterable[SourcePage]) -> Hours:
    """All hours of a first round."""
    parts = [each.hours for each in workshops(phases, pages)]
    return sum([*parts, *(between(phase, phases) for phase in phases)], Hours())


def shorter_rounds(
    phases: Sequence[Phase], pages: Iterable[SourcePage]
) -> list[tuple[Localised, Hours]]:
    """What a first round is called, and its hours, when work between workshops stops sooner."""
    total = first_round(phases, pages)
    found = []
    for phase in phases:
        if shorter := phase.get("between", {}).get("shorter"):
            held = _met(phase, (shorter["times"], shorter["times"]))
            found.append((shorter["what"], total - between(phase, phases) + held))
    return found


def months(weeks: Sequence[int]) -> tuple[int, int]:
    """The first and the last month, from 1, that weeks fall in."""
    first, last = weeks
    return int((first - 1) / _MONTH) + 1, int((last - 1) / _MONTH) + 1
