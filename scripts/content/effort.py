"""The working hours and weeks of a first round, computed from the site's own suggestions.

Minutes and group sizes of workshops are in the front matter of the phase pages, the work between
workshops and the weeks in data/phases.yml: no total is written by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scripts.content.pages import SourcePage
from scripts.content.records import Localised, Phase

# The average length of a month in weeks.
_MONTH = 365.25 / 12 / 7


@dataclass(frozen=True)
class Hours:
    """A range of total working hours of all participants."""

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
        """Rounded to tens, for planning."""
        return 10 * round(self.least / 10), 10 * round(self.most / 10)


@dataclass(frozen=True)
class Workshop:
    """The workshop of one phase; `people` are the fewest and the most."""

    phase: Phase
    minutes: int
    people: Sequence[int]
    hours: Hours


def hours(minutes: int, people: Sequence[int]) -> Hours:
    """The total hours of a meeting, with the fewest and with the most people."""
    fewest, most = people
    return Hours(minutes * fewest / 60, minutes * most / 60)


def workshops(phases: Iterable[Phase], pages: Iterable[SourcePage]) -> list[Workshop]:
    """The workshop of each phase, from the page whose front matter has its minutes and people."""
    page_by_phase = {
        page.text("record"): page
        for page in pages
        if page.kind == "phase" and "minutes" in page.meta and "people" in page.meta
    }
    found = []
    for phase in phases:
        if page := page_by_phase.get(phase["id"]):
            minutes, people = page.meta["minutes"], page.meta["people"]
            found.append(Workshop(phase, minutes, people, hours(minutes, people)))
    return found


def weeks_to_end(phase: Phase, phases: Iterable[Phase]) -> int:
    """The number of weeks from the end of a phase to the end of the last phase."""
    if "weeks" not in phase:
        return 0
    return max(each["weeks"][1] for each in phases if "weeks" in each) - phase["weeks"][1]


def _hours_of_meetings(phase: Phase, times: Sequence[int]) -> Hours:
    """The hours of a phase between workshops, for the fewest and the most times people meet."""
    work = phase["between"]
    least, most = (
        work["groups"][index] * work["people"][index] * times[index] * work["minutes"] / 60
        for index in (0, 1)
    )
    return Hours(least, most)


def hours_between(phase: Phase, phases: Sequence[Phase]) -> Hours:
    """The hours of a phase between workshops; by default they meet weekly until the end."""
    if "between" not in phase:
        return Hours()
    weeks = weeks_to_end(phase, phases)
    return _hours_of_meetings(phase, phase["between"].get("times", (weeks, weeks)))


def first_round(phases: Sequence[Phase], pages: Iterable[SourcePage]) -> Hours:
    """The total hours of a first round."""
    parts = [each.hours for each in workshops(phases, pages)]
    return sum([*parts, *(hours_between(phase, phases) for phase in phases)], Hours())


def shorter_rounds(
    phases: Sequence[Phase], pages: Iterable[SourcePage]
) -> list[tuple[Localised, Hours]]:
    """Variants of a first round where work between workshops ends sooner, with their hours."""
    total = first_round(phases, pages)
    found = []
    for phase in phases:
        if shorter := phase.get("between", {}).get("shorter"):
            hours_held = _hours_of_meetings(phase, (shorter["times"], shorter["times"]))
            found.append((shorter["what"], total - hours_between(phase, phases) + hours_held))
    return found


def months(weeks: Sequence[int]) -> tuple[int, int]:
    """The first and last month, counted from 1, of a range of weeks."""
    first, last = weeks
    return int((first - 1) / _MONTH) + 1, int((last - 1) / _MONTH) + 1
