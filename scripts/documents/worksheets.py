"""The content of worksheets: the form of a tool, or everything that a workshop needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from scripts.bibliography.csl_items import Imprint
from scripts.content.agendas import agenda_lines
from scripts.content.pages import SourcePage
from scripts.content.papers import FORM, papers_on
from scripts.content.records import Localised, Paper, Phase, Tool
from scripts.content.short_forms import Note, ShortMeeting, leader_notes
from scripts.documents.sections import POINTS, Listing, Paragraph, Part, Span, as_boxes, plain
from scripts.language.locales import BY_CODE, Locale
from scripts.language.messages import Messages

# The sections that go onto a sheet, by page type.
SECTIONS = {
    "tool": ("how", "form"),
    "template": ("paper", "before-sending"),
    "phase": ("workshop", "checklist", "ready"),
}


def wanted_sections(page: SourcePage, papers: Iterable[Paper]) -> tuple[str, ...]:
    """The anchors of the sections of a page that go onto sheets."""
    forms = [paper["id"] for paper in papers_on(papers, page) if FORM in paper["prints"]]
    return (*SECTIONS.get(page.kind, ()), *forms)


@dataclass(frozen=True)
class Reading:
    """A built page: its parsed sections, and its imprint."""

    page: SourcePage
    parts: Mapping[str, Part]
    imprint: Imprint
    # The short meeting that replaces the page's workshop, if any.
    meeting: ShortMeeting | None = None

    @property
    def people(self) -> Sequence[int]:
        """The minimum and maximum number of participants."""
        return self.meeting.people if self.meeting else self.page.meta["people"]

    @property
    def address(self) -> str:
        """The permanent address of the page, for readers of the file or of a printout."""
        return self.imprint.lasting(self.page)


@dataclass(frozen=True)
class Sheet:
    """A file to fill in: its sections in order, with the header and footer texts."""

    title: str
    locale: Locale
    publisher: str
    address: str
    edition: str | None
    purpose: str
    facts: str
    parts: tuple[Part, ...]
    # The indices of sections that start a new page.
    apart: frozenset[int] = field(default_factory=frozenset)


def tool_sheet(reading: Reading, tool: Tool, words: Messages) -> Sheet:
    """The form of a tool, below its purpose and its steps."""
    parts = tuple(reading.parts[anchor] for anchor in SECTIONS["tool"])
    facts = _facts(tool["minutes"], tool["people"], tool["materials"], words)
    return _sheet(reading, reading.page.title, tool["summary"][words.code], facts, words, parts)


def template_sheet(reading: Reading, words: Messages) -> Sheet:
    """A draft, and what to check before it is sent."""
    parts = tuple(reading.parts[anchor] for anchor in SECTIONS["template"])
    page, about = reading.page, words("print.draft-about")
    return _sheet(reading, page.title, page.text("description"), about, words, parts)


def paper_sheet(reading: Reading, paper: Paper, phases: Iterable[Phase], words: Messages) -> Sheet:
    """A paper to fill in, below its purpose and the phases that use it."""
    title, blocks = paper["title"][words.code], reading.parts[paper["id"]].blocks
    about = tuple(block for block in blocks if isinstance(block, Paragraph))
    used = [each["title"][words.code] for each in phases if each["id"] in paper["phases"]]
    facts = f"{words('paper.used-in')}: {', '.join(used)}" if used else words("paper.before-phases")
    part = Part(words("paper.fill-in"), tuple(block for block in blocks if block not in about))
    return Sheet(
        title=title,
        locale=BY_CODE[words.code],
        publisher=reading.imprint.name,
        address=reading.imprint.lasting(reading.page, paper["id"]),
        edition=reading.imprint.edition,
        purpose=" ".join(plain(block.text) for block in about),
        facts=facts,
        parts=(part,),
    )


def workshop_sheet(
    reading: Reading,
    phase: Phase,
    tools: Iterable[Reading],
    papers: Iterable[Part],
    words: Messages,
) -> Sheet:
    """A phase's agenda, checklist and questions, followed by the forms of its tools and papers."""
    agenda, checklist, ready = (reading.parts[anchor] for anchor in SECTIONS["phase"])
    notes = leader_notes(phase, agenda_lines(reading.page) or [], words.code)
    own = (*_with_notes(agenda, notes, words), as_boxes(checklist), as_boxes(ready))
    forms = (*(Part(tool.page.title, tool.parts["form"].blocks) for tool in tools), *papers)
    title = f"{words('form.workshop')}: {reading.page.title}"
    # After the agenda the questions would be alone on the next page; together with the checklist,
    # which is for the same people, they fill one.
    apart = frozenset({len(own) - 2, *range(len(own), len(own) + len(forms))})
    outcome = phase["outcome"][words.code]
    meta = reading.page.meta
    facts = _facts(meta["minutes"], reading.people, meta.get("materials"), words)
    return _sheet(reading, title, outcome, facts, words, own + forms, apart)


def short_sheet(
    reading: Reading,
    meeting: ShortMeeting,
    phase: Phase,
    tools: Iterable[Reading],
    papers: Iterable[Part],
    rules: Part | None,
    words: Messages,
) -> Sheet:
    """A short meeting and its forms; an online one also has the rules for such meetings."""
    agenda = reading.parts["workshop"]
    parts = _with_notes(agenda, meeting.all_notes, words)
    if rules is not None:
        parts += (rules,)
    forms = (*(Part(tool.page.title, tool.parts["form"].blocks) for tool in tools), *papers)
    apart = frozenset(range(len(parts), len(parts) + len(forms)))
    title, outcome = f"{agenda.title}: {reading.page.title}", phase["outcome"][words.code]
    facts = _facts(meeting.minutes, meeting.people, None, words)
    return _sheet(reading, title, outcome, facts, words, parts + forms, apart)


def _with_notes(agenda: Part, notes: Iterable[Note], words: Messages) -> tuple[Part, ...]:
    """An agenda, and the leader's notes, each with the agenda item it belongs to."""
    items = tuple(
        (Span(note.lead, bold=True), Span(f" {note.text}")) if note.what else (Span(note.text),)
        for note in notes
    )
    if not items:
        return (agenda,)
    return agenda, Part(words("leader.notes"), (Listing(POINTS, items),))


def _facts(
    minutes: int, people: Sequence[int], materials: Localised | None, words: Messages
) -> str:
    """A line with the duration, the number of participants, and the materials."""
    fewest, most = people
    facts = [
        f"{minutes} {words('facts.minutes')}",
        f"{fewest}–{most} {words('facts.people-unit')}",
    ]
    if materials is not None:
        facts.append(f"{words('facts.materials')}: {materials[words.code].rstrip('.')}")
    return " · ".join(facts)


def _sheet(
    reading: Reading,
    title: str,
    purpose: str,
    facts: str,
    words: Messages,
    parts: tuple[Part, ...],
    apart: frozenset[int] = frozenset(),
) -> Sheet:
    return Sheet(
        title=title,
        locale=BY_CODE[words.code],
        publisher=reading.imprint.name,
        address=reading.address,
        edition=reading.imprint.edition,
        purpose=purpose,
        facts=facts,
        parts=parts,
        apart=apart,
    )
