"""The content of slide decks: the workshop of a phase, and MKM in short.

Both are made from the page, so that page, paper, Word and slides agree. A deck defines the
content of each slide and the speaker's notes; pptx/ is responsible for its looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from scripts.content.agendas import agenda_lines
from scripts.content.records import Phase
from scripts.content.short_forms import leader_notes, notes_to
from scripts.documents.sections import Block, Listing, Paragraph, Part, Table, plain
from scripts.documents.slide_points import SIZES, distributed, fitting, sentences
from scripts.documents.worksheets import Reading
from scripts.language.locales import BY_CODE, Locale
from scripts.language.messages import Messages

REFERENCE_SIZES, SMALL_SIZES = (16,), (22, 20)
# Maximum rows of an agenda per slide, and the font size of its cells.
ROWS, CELL_SIZE = 10, 19


@dataclass(frozen=True)
class Slide:
    """One slide: its title, its bullet points or table rows, and the speaker's notes.

    `foot` is a line below the points: minutes and material. The points are set in the first of
    `sizes` (typographic points) in which all of them fit. A `hidden` slide is for the leader and
    is skipped in the presentation.
    """

    title: str
    points: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    foot: str = ""
    notes: tuple[str, ...] = ()
    sizes: tuple[int, ...] = SIZES
    hidden: bool = False

    @property
    def size(self) -> int:
        """The font size of the bullet points."""
        return fitting(self.points, self.sizes)


@dataclass(frozen=True)
class Deck:
    """A slide deck; `opening` is the subtitle of its first slide."""

    title: str
    opening: str
    locale: Locale
    publisher: str
    address: str
    slides: tuple[Slide, ...]
    notes: tuple[str, ...] = ()


def workshop_deck(reading: Reading, phase: Phase, count: int, words: Messages) -> Deck:
    """The deck of a phase's workshop: its outcome, the agenda, a slide per item, and closing ones.

    `count` is the number of phases. The workshop is the one in the reading: the long one, or a
    short meeting.
    """
    meeting = reading.meeting
    agenda, ready = reading.parts["workshop"], reading.parts["ready"]
    before, table, after = _around_table(agenda)
    items = _items(table)
    page = reading.page
    number = words("facts.phase-of").format(number=page.meta["number"], count=count)
    outcome = phase["outcome"][words.code]
    people = "–".join(str(count) for count in reading.people)
    facts = (
        f"{sum(item.minutes for item in items)} {words('facts.minutes')} · "
        f"{people} {words('facts.people-unit')}"
    )
    if meeting:
        notes, of_line = meeting.all_notes, [line.notes for line in meeting.lines]
    else:
        notes = leader_notes(phase, agenda_lines(page) or [], words.code)
        of_line = [notes_to(phase, number, words.code) for number in range(1, len(items) + 1)]
    items = [replace(item, notes=own) for item, own in zip(items, of_line, strict=True)]
    general = tuple(f"{note.lead} {note.text}" if note.what else note.text for note in notes)
    slides = [
        Slide(words("facts.outcome"), (outcome,), foot=facts, notes=before),
        *_agenda(items, agenda.title, general),
        *(slide for item in items for slide in split(_item(item, words))),
        *split(Slide(words("slides.after"), after, hidden=True)),
        *split(Slide(ready.title, _points(ready.blocks), hidden=True)),
    ]
    return Deck(
        f"{number}: {page.title}" + (f" – {agenda.title.lower()}" if meeting else ""),
        phase["question"][words.code],
        BY_CODE[words.code],
        reading.imprint.name,
        reading.address,
        (*slides, _colophon(reading, words)),
        (words("print.own-phases"), *(() if meeting else _materials(phase, words))),
    )


def introduction_deck(reading: Reading, references: Sequence[str], words: Messages) -> Deck:
    """MKM in about ten slides: each section of the page "MKM in one page", and its references."""
    slides = [
        slide
        for part in reading.parts.values()
        for slide in split(Slide(part.title, _points(part.blocks)))
    ]
    sources = Slide(words("slides.sources"), tuple(references), sizes=REFERENCE_SIZES)
    return Deck(
        words("slides.introduction-title"),
        words("slides.introduction-question"),
        BY_CODE[words.code],
        reading.imprint.name,
        reading.address,
        (*slides, *split(sources), _colophon(reading, words)),
    )


@dataclass(frozen=True)
class _Item:
    """An item of an agenda; `start` is the minute it starts at, `notes` are for the leader."""

    minutes: int
    start: int
    what: str
    how: str
    material: str
    notes: tuple[str, ...] = ()

    @property
    def clock(self) -> str:
        """The time span, relative to the start of the meeting: 0:10–0:25."""
        return f"{_clock(self.start)}–{_clock(self.start + self.minutes)}"


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


def _items(table: Table) -> list[_Item]:
    """The items of an agenda; a table may lack the columns for how and for materials."""
    items, start = [], 0
    for row in table.rows:
        minutes, what, how, material = (*(plain(cell) for cell in row), "", "", "")[:4]
        items.append(_Item(int(minutes), start, what, how, material))
        start += int(minutes)
    return items


def _around_table(part: Part) -> tuple[tuple[str, ...], Table, tuple[str, ...]]:
    """The text before the agenda, the agenda, and the text after it."""
    index = next(i for i, block in enumerate(part.blocks) if isinstance(block, Table))
    table = part.blocks[index]
    assert isinstance(table, Table)
    return _points(part.blocks[:index]), table, _points(part.blocks[index + 1 :])


def _agenda(items: Sequence[_Item], title: str, notes: tuple[str, ...]) -> Iterator[Slide]:
    """The agenda with times, on as many slides as it needs."""
    rows = [(item.clock, item.what) for item in items]
    slides = -(-len(rows) // ROWS)
    per_slide = -(-len(rows) // slides)
    for first in range(0, len(rows), per_slide):
        shown = tuple(rows[first : first + per_slide])
        number = f" ({first // per_slide + 1}/{slides})" if slides > 1 else ""
        yield Slide(title + number, rows=shown, notes=notes if first == 0 else ())


def _item(item: _Item, words: Messages) -> Slide:
    foot = f"{item.minutes} {words('facts.minutes')} · {item.clock}"
    if item.material:
        foot += f" · {item.material}"
    return Slide(item.what, tuple(sentences(item.how)), foot=foot, notes=(item.how, *item.notes))


def _materials(phase: Phase, words: Messages) -> tuple[str, ...]:
    materials = phase.get("materials")
    return (f"{words('facts.materials')}: {materials[words.code]}",) if materials else ()


def _colophon(reading: Reading, words: Messages) -> Slide:
    points = [reading.address, words("form.licence")]
    if reading.page.kind == "phase":
        points.insert(1, words("print.own-phases"))
    if reading.imprint.edition:
        points.append(f"{reading.imprint.edition}.")
    return Slide(words("slides.more"), tuple(points), sizes=SMALL_SIZES)


def _points(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Text as bullet points: one per sentence of a paragraph and per item of a list."""
    points: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            points += sentences(plain(block.text))
        elif isinstance(block, Listing):
            points += [plain(item) for item in block.items]
    return tuple(points)


def split(slide: Slide) -> list[Slide]:
    """The slide, or several if its points do not fit on one; none without points."""
    groups = distributed(slide.points, slide.sizes[-1])
    if len(groups) < 2:
        return [slide] if groups else []
    return [
        replace(slide, title=f"{slide.title} ({number}/{len(groups)})", points=tuple(group))
        for number, group in enumerate(groups, 1)
    ]
