"""The documents of a phase: the guide, the workshop pack and the role sheets."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml.html import HtmlElement
from markupsafe import Markup

from scripts.content.agendas import agenda_lines
from scripts.content.datasets import own_record, tools_of
from scripts.content.gatherings import gathering, span
from scripts.content.page_types import ROLES
from scripts.content.papers import papers_of
from scripts.content.records import Tool
from scripts.content.short_forms import LONG, leader_notes
from scripts.documents.catalogue import Document
from scripts.documents.pdf.elsewhere import tell_where
from scripts.documents.pdf.form_rows import tool_form
from scripts.documents.pdf.notes import ANCHOR, References
from scripts.documents.pdf.paper_text import without
from scripts.documents.pdf.papers import sheets_of
from scripts.documents.pdf.phase_wheel import wheel
from scripts.documents.pdf.render import Language, qr, render, shown
from scripts.web.article import Section, inner, markup, sections

# The sections of the guide. Paper has no line on how much is known at its head, so that how sure
# it is comes first; else they are in the order of the page. What is known is in the handbook.
GUIDE = (
    "in-short",
    "suggestion",
    "who-does-what",
    "workshop",
    "checklist",
    "pitfalls",
    "ready",
    "tools",
)
MOST_PAGES = 7
_SPACE = "\N{NO-BREAK SPACE}"
# Ways to set a guide: with an agenda in one piece, in smaller letters, or running on.
_GUIDE_LOOKS = ("", "close", "running-on", "close running-on")
# What whoever leads has in hand is one sheet where it can be, or else two full ones; so is the
# agenda, with tighter rows.
_PACK_LOOKS = (
    *("", "close", "close closest", "two-sheets"),
    *("tight", "close tight", "two-sheets tight", "close tight closest"),
)


@dataclass(frozen=True)
class Agenda:
    """The agenda of a workshop, with the text before and after its table."""

    before: Markup
    names: list[Markup]
    rows: list[list[Markup]]
    after: Markup


def guide(made: Language, document: Document) -> list[str]:
    """The guide, set in several ways: what it says is the same in all of them."""
    found, notes = _sections(made, document, GUIDE)
    for table in _tables(found["workshop"]):
        table.set("class", "agenda")
    how, own = made.words("print.on-site"), made.address(document.page)
    for section in found.values():
        tell_where(section.elements, made.imprint.newest, own, how)
    about = _about(made, document)
    parts = [(section, section.parts("h3")) for section in found.values()]
    return [
        render(made, document, look, **about, parts=parts, notes=notes) for look in _GUIDE_LOOKS
    ]


def pack(made: Language, document: Document) -> list[str]:
    """What a workshop needs: for who leads it, for who takes part, the forms and the papers."""
    found, notes = _sections(made, document, ("workshop", "checklist", "ready"), "leader-notes")
    about = _about(made, document)
    phase = own_record(made.records["phases"], document.page)
    tools = tools_of(made.records, phase["id"])
    forms = [form_sheet(made, tool, tool["page"]) for tool in tools if "page" in tool]
    papers = papers_of(made.records, phase["id"])
    workshop = _without_papers(found["workshop"], {paper["id"] for paper in papers})
    code, lines = made.locale.code, agenda_lines(document.page) or []
    values = {
        "agenda": agenda(workshop),
        "found": found,
        "forms": forms,
        "papers": sheets_of(made, papers),
        "notes": notes,
        "leader_notes": leader_notes(phase, lines, code),
        "copies": copies_for(made, document, LONG),
    }
    return [render(made, document, look, **about, **values) for look in _PACK_LOOKS]


def copies_for(made: Language, document: Document, key: str) -> str:
    """How many to print of each sheet for one meeting of the phase, as a sentence."""
    words = made.words
    meeting = gathering(key, document.page, made.records, words)
    materials = {each["id"]: each for each in made.records["materials"]}
    told = [f"{words('print.participants-sheet')} (A4):{_SPACE}{span(*meeting.people)}"]
    for id_, need in meeting.needs.items():
        if need["kind"] == "print":
            material = materials[id_]
            label = material["names"][words.code][0] if "prints" in material else need["label"]
            note = f" {material['note'][words.code]}" if "note" in material else ""
            # In the middle of a sentence, and with its number on one line.
            label = label[:1].lower() + label[1:]
            told.append(f"{label} ({need['size']}):{_SPACE}{meeting.number(need)}{note}")
    return words("print.copies").format(people=span(*meeting.people), sheets=" · ".join(told))


def roles(made: Language, document: Document) -> list[str]:
    """One sheet for each role: what I do, bring and decide."""
    page = document.page
    root = made.article(page.id)
    parts = [part for part in _roles(root) if part.anchor in ROLES]
    notes = [References(f"{ANCHOR}{part.anchor}-") for part in parts]
    for part, own in zip(parts, notes, strict=True):
        own.collect(part.elements, root)
    root = without(made.opened(root, page), "editorial-note")
    parts = [part for part in _roles(root) if part.anchor in ROLES]
    for duties in (
        each for part in parts for element in part.elements for each in element.iter("ul")
    ):
        if not duties.attrib:
            duties.set("class", "duties")
    sheets = list(zip(parts, notes, strict=True))
    return [render(made, document, **_about(made, document), roles=sheets)]


def _without_papers(section: Section, papers: set[str]) -> Section:
    """A section less the papers that stand in it: in a pack they have sheets of their own."""
    kept, is_paper = [], False
    for element in section.elements:
        if element.tag == "h3":
            is_paper = element.get("id") in papers
        if not is_paper:
            kept.append(element)
    return replace(section, elements=tuple(kept))


def _roles(root: HtmlElement) -> list[Section]:
    return sections(root)["who-does-what"].parts("h3")


def form_sheet(made: Language, tool: Tool, page_id: str) -> tuple[Tool, Markup, str, str]:
    """A tool with its form, and the address of its page as a picture and as text."""
    address = made.imprint.lasting(made.pages[page_id])
    return tool, markup(*tool_form(made, page_id)), qr(address), shown(address)


def _sections(
    made: Language, document: Document, names: tuple[str, ...], left_out: str = ""
) -> tuple[dict[str, Section], References]:
    """Some sections of the page for paper, and the references that they cite.

    `left_out` is a class of elements that the document says in its own way.
    """
    page = document.page
    root = made.article(page.id)
    notes = References()
    found = sections(root)
    notes.collect((element for name in names for element in found[name].elements), root)
    root = without(made.opened(root, page), "editorial-note")
    found = sections(without(root, left_out) if left_out else root)
    return {name: found[name] for name in names}, notes


def _about(made: Language, document: Document) -> dict[str, Any]:
    phase = own_record(made.records["phases"], document.page)
    return {
        "phase": phase,
        "phases": len(made.records["phases"]),
        "meta": document.page.meta,
        "tools": tools_of(made.records, phase["id"]),
        "wheel": wheel(made, phase["id"]),
    }


def _tables(section: Section) -> Iterator[HtmlElement]:
    for element in section.elements:
        yield from element.iter("table")


def agenda(section: Section) -> Agenda:
    """The rows of the agenda; the first cell of each holds the minutes."""
    elements = list(section.elements[1:])
    at = next(at for at, element in enumerate(elements) if element.tag == "table")
    table = elements[at]
    return Agenda(
        markup(*elements[:at]),
        [_cell(cell) for cell in table.xpath("./thead/tr/*")],
        [[_cell(cell) for cell in row] for row in table.xpath("./tbody/tr")],
        markup(*elements[at + 1 :]),
    )


def _cell(cell: HtmlElement) -> Markup:
    return inner(copy.deepcopy(cell))
