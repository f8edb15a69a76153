"""The meetings of a phase: number of people, group size, and the materials needed.

Source of the planner's shopping list, the list in a phase's folder, and the line of each pack
that says how many copies of each sheet to print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.content.agendas import agenda_lines
from scripts.content.datasets import own_record
from scripts.content.materials import Need, copies, needs
from scripts.content.pages import SourcePage
from scripts.content.records import RecordSets
from scripts.content.short_forms import LONG, VARIANTS, form_of, short_meeting
from scripts.language.messages import Messages

# An agenda has the columns minutes, what, how and materials.
_COLUMNS = 4


@dataclass(frozen=True)
class Gathering:
    """One meeting: the fewest and the most people, the group size, and needs by material id."""

    key: str
    name: str
    people: Sequence[int]
    group: int
    needs: dict[str, Need]

    def number(self, need: Need) -> str:
        """The quantity of a need, as a range from the fewest people to the most."""
        fewest, most = self.people
        return span(copies(need, fewest, self.group), copies(need, most, self.group))


def span(least: int, most: int) -> str:
    """A range of numbers, or one number if both ends are equal."""
    return f"{least}" if least == most else f"{least}–{most}"


def gathering(key: str, page: SourcePage, records: RecordSets, messages: Messages) -> Gathering:
    """The meeting of a phase with this key.

    Raises:
        StopIteration: the phase has no such meeting, which the checks rule out.
    """
    return next(each for each in gatherings(page, records, messages) if each.key == key)


def gatherings(page: SourcePage, records: RecordSets, messages: Messages) -> Iterator[Gathering]:
    """The workshop of a phase, and its short meeting in the room and online."""
    code = messages.code
    phase = own_record(records["phases"], page)
    agenda = agenda_lines(page) or []
    cells = [line.cells[-1] for line in agenda if len(line.cells) == _COLUMNS]
    texts = [phase["materials"][code], *cells] if "materials" in phase else cells
    people = page.meta["people"]
    name = f"{page.title}, {messages('plan.workshop')}"
    group = phase.get("group", people[1])
    yield Gathering(LONG, name, people, group, needs(texts, records, messages))
    form = form_of(records["short-forms"], phase["id"])
    if form is None:
        return
    for variant in VARIANTS:
        meeting = short_meeting(form, phase, agenda, variant, messages)
        name = f"{page.title}, {messages(f'short.{variant}').lower()}"
        group = form.get("group", form["people"][1])
        needed = needs([line.materials for line in meeting.lines], records, messages)
        yield Gathering(variant, name, form["people"], group, needed)
