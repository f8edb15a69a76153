"""The meetings of a phase as they are counted: who comes, in groups of how many, what is needed.

The planner's shopping list, the list in the folder of a phase, and the line of each pack that
says how many of each sheet to print are made from this.
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

# An agenda has minutes, what, how and the material.
_COLUMNS = 4


@dataclass(frozen=True)
class Gathering:
    """One meeting: the fewest and the most people, how many are in a group, and all it needs.

    `needs` is by the id of the material.
    """

    key: str
    name: str
    people: Sequence[int]
    group: int
    needs: dict[str, Need]

    def number(self, need: Need) -> str:
        """How many of something: for the fewest people to the most."""
        fewest, most = self.people
        return span(copies(need, fewest, self.group), copies(need, most, self.group))


def span(least: int, most: int) -> str:
    """From the least to the most, or the one number that both are."""
    return f"{least}" if least == most else f"{least}–{most}"


def gathering(key: str, page: SourcePage, records: RecordSets, words: Messages) -> Gathering:
    """One meeting of a phase.

    Raises:
        StopIteration: when the phase has none of that name, which the check rules out.
    """
    return next(each for each in gatherings(page, records, words) if each.key == key)


def gatherings(page: SourcePage, records: RecordSets, words: Messages) -> Iterator[Gathering]:
    """The workshop of a phase, and its short meeting in the room and on screen."""
    code = words.code
    phase = own_record(records["phases"], page)
    agenda = agenda_lines(page) or []
    cells = [line.cells[-1] for line in agenda if len(line.cells) == _COLUMNS]
    texts = [phase["materials"][code], *cells] if "materials" in phase else cells
    people = page.meta["people"]
    name = f"{page.title}, {words('plan.workshop')}"
    group = phase.get("group", people[1])
    yield Gathering(LONG, name, people, group, needs(texts, records, words))
    form = form_of(records["short-forms"], phase["id"])
    if form is None:
        return
    for variant in VARIANTS:
        meeting = short_meeting(form, phase, agenda, variant, words)
        name = f"{page.title}, {words(f'short.{variant}').lower()}"
        group = form.get("group", form["people"][1])
        needed = needs([line.materials for line in meeting.lines], records, words)
        yield Gathering(variant, name, form["people"], group, needed)
