"""Readings of a phase with a short meeting in place of the workshop, for Word and slides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scripts.content.agendas import AGENDA, agenda_lines
from scripts.content.materials import printed_ids
from scripts.content.papers import FORM
from scripts.content.records import Paper, Phase, RecordSets, ShortForm, Tool
from scripts.content.short_forms import SCREEN, VARIANTS, ShortMeeting, form_of, short_meeting
from scripts.documents.sections import (
    NUMBERS,
    POINTS,
    Block,
    Heading,
    Listing,
    Paragraph,
    Part,
    Span,
    Table,
    Text,
)
from scripts.documents.worksheets import Reading
from scripts.language.messages import Messages

# The page about short meetings, and its section about online ones.
PAGE, RULES = "short-meetings", "on-screen"


def short_readings(
    reading: Reading, phase: Phase, forms: Iterable[ShortForm], words: Messages
) -> Iterator[tuple[Reading, ShortMeeting]]:
    """A reading of the phase for each of its short meetings, with the meeting."""
    form = form_of(forms, phase["id"])
    if form is None:
        return
    agenda = agenda_lines(reading.page) or []
    for variant in VARIANTS:
        meeting = short_meeting(form, phase, agenda, variant, words)
        below = _numbered(reading.parts[AGENDA]) if meeting.with_list else ()
        parts = {**reading.parts, AGENDA: short_part(meeting, below, words)}
        yield replace(reading, parts=parts, meeting=meeting), meeting


def sheets_for(
    meeting: ShortMeeting, form: ShortForm, records: RecordSets, code: str
) -> tuple[list[Tool], list[Paper]]:
    """The tools and papers whose sheets a short meeting needs: those named in its agenda.

    `tools` and `papers` of the form add those that are used without being named. Online meetings
    have no wall and no cards to cut out; a paper that the form adds is for reading.
    """
    texts = [line.materials for line in meeting.lines]
    added = {*form.get("papers", [])}
    named = printed_ids(texts, code, records.get("materials", []))
    wanted = named | added | {*form.get("tools", [])}
    papers = [paper for paper in records.get("papers", []) if paper["id"] in wanted]
    if meeting.variant == SCREEN:
        papers = [
            paper if FORM in paper["prints"] else {**paper, "prints": paper["prints"][:1]}
            for paper in papers
            if FORM in paper["prints"] or paper["id"] in added
        ]
    return [tool for tool in records["tools"] if tool["id"] in wanted], papers


def short_part(meeting: ShortMeeting, below: tuple[Block, ...], words: Messages) -> Part:
    """The section that replaces the page's workshop; `below` follows its agenda."""
    heads = ("effort.minutes", "slides.what", "short.how", "facts.materials")
    table = Table(
        tuple(_text(words(head)) for head in heads),
        tuple(
            tuple(map(_text, (str(each.minutes), each.what, each.how, each.materials or "–")))
            for each in meeting.lines
        ),
    )
    blocks: list[Block] = [
        _said(words("short.who"), meeting.who),
        _said(words("short.lost"), meeting.lost),
        Heading(_text(words("short.before"))),
        Listing(POINTS, tuple(map(_text, meeting.before))),
        Heading(_text(words("print.agenda"))),
        table,
        *below,
        Heading(_text(words("short.after"))),
        Listing(POINTS, tuple(map(_text, meeting.after))),
    ]
    return Part(words(f"short.{meeting.variant}"), tuple(blocks))


def _numbered(workshop: Part) -> tuple[Block, ...]:
    """The numbered list of a section, with the preceding paragraph."""
    for above, block in zip(workshop.blocks, workshop.blocks[1:], strict=False):
        if isinstance(block, Listing) and block.kind == NUMBERS:
            return (above, block)
    return ()


def _text(said: str) -> Text:
    return (Span(said),)


def _said(name: str, text: str) -> Paragraph:
    return Paragraph((Span(f"{name}:", bold=True), Span(f" {text}")))
