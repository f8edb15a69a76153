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
from scripts.documents.pdf.elsewhere import add_page_hints
from scripts.documents.pdf.form_rows import tool_form
from scripts.documents.pdf.notes import ANCHOR, References
from scripts.documents.pdf.paper_text import without
from scripts.documents.pdf.papers import sheets_of
from scripts.documents.pdf.phase_wheel import wheel
from scripts.documents.pdf.render import PrintContext, qr, render, shown
from scripts.web.article import Section, inner, markup, sections

# The anchors of the guide's sections. They are in the order of the page, except that the grade of
# evidence comes first, since paper lacks the line on it in the header. The knowledge is in the
# handbook.
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
# Layouts of a guide: with an unsplit agenda, in a smaller font, or running on.
_GUIDE_LAYOUTS = ("", "close", "running-on", "close running-on")
# Layouts of a pack: the leader's sheet is one sheet if possible, or else two full ones; so is the
# agenda, with tighter rows.
_PACK_LAYOUTS = (
    *("", "close", "close closest", "two-sheets"),
    *("tight", "close tight", "two-sheets tight", "close tight closest"),
)


@dataclass(frozen=True)
class Agenda:
    """The table of a workshop's agenda, and the text before and after it."""

    before: Markup
    names: list[Markup]
    rows: list[list[Markup]]
    after: Markup


def guide(context: PrintContext, document: Document) -> list[str]:
    """The guide in several layouts of the same content."""
    by_anchor, notes = _sections(context, document, GUIDE)
    for table in _tables(by_anchor["workshop"]):
        table.set("class", "agenda")
    how, own = context.words("print.on-site"), context.address(document.page)
    for section in by_anchor.values():
        add_page_hints(section.elements, context.imprint.newest, own, how)
    about = _about(context, document)
    parts = [(section, section.parts("h3")) for section in by_anchor.values()]
    return [
        render(context, document, look, **about, parts=parts, notes=notes)
        for look in _GUIDE_LAYOUTS
    ]


def pack(context: PrintContext, document: Document) -> list[str]:
    """The workshop pack: sheets for the leader and the participants, forms and papers."""
    by_anchor, notes = _sections(
        context, document, ("workshop", "checklist", "ready"), "leader-notes"
    )
    about = _about(context, document)
    phase = own_record(context.records["phases"], document.page)
    tools = tools_of(context.records, phase["id"])
    forms = [form_sheet(context, tool, tool["page"]) for tool in tools if "page" in tool]
    papers = papers_of(context.records, phase["id"])
    workshop = _without_papers(by_anchor["workshop"], {paper["id"] for paper in papers})
    code, lines = context.locale.code, agenda_lines(document.page) or []
    values = {
        "agenda": agenda(workshop),
        "found": by_anchor,
        "forms": forms,
        "papers": sheets_of(context, papers),
        "notes": notes,
        "leader_notes": leader_notes(phase, lines, code),
        "copies": copies_for(context, document, LONG),
    }
    return [render(context, document, look, **about, **values) for look in _PACK_LAYOUTS]


def copies_for(context: PrintContext, document: Document, key: str) -> str:
    """A sentence with the number of copies of each sheet for one meeting of the phase."""
    words = context.words
    meeting = gathering(key, document.page, context.records, words)
    materials = {each["id"]: each for each in context.records["materials"]}
    copies = [f"{words('print.participants-sheet')} (A4):{_SPACE}{span(*meeting.people)}"]
    for id_, need in meeting.needs.items():
        if need["kind"] == "print":
            material = materials[id_]
            label = material["names"][words.code][0] if "prints" in material else need["label"]
            note = f" {material['note'][words.code]}" if "note" in material else ""
            # Lower case within a sentence, and on one line with its number.
            label = label[:1].lower() + label[1:]
            copies.append(f"{label} ({need['size']}):{_SPACE}{meeting.number(need)}{note}")
    return words("print.copies").format(people=span(*meeting.people), sheets=" · ".join(copies))


def roles(context: PrintContext, document: Document) -> list[str]:
    """One sheet for each role: what I do, bring and decide."""
    page = document.page
    root = context.article(page.id)
    parts = [part for part in _roles(root) if part.anchor in ROLES]
    notes = [References(f"{ANCHOR}{part.anchor}-") for part in parts]
    for part, own in zip(parts, notes, strict=True):
        own.collect(part.elements, root)
    root = without(context.opened(root, page), "editorial-note")
    parts = [part for part in _roles(root) if part.anchor in ROLES]
    for duties in (
        each for part in parts for element in part.elements for each in element.iter("ul")
    ):
        if not duties.attrib:
            duties.set("class", "duties")
    sheets = list(zip(parts, notes, strict=True))
    return [render(context, document, **_about(context, document), roles=sheets)]


def _without_papers(section: Section, papers: set[str]) -> Section:
    """A section without the papers in it, which have their own sheets in a pack."""
    kept, is_paper = [], False
    for element in section.elements:
        if element.tag == "h3":
            is_paper = element.get("id") in papers
        if not is_paper:
            kept.append(element)
    return replace(section, elements=tuple(kept))


def _roles(root: HtmlElement) -> list[Section]:
    return sections(root)["who-does-what"].parts("h3")


def form_sheet(context: PrintContext, tool: Tool, page_id: str) -> tuple[Tool, Markup, str, str]:
    """A tool with its form, and the address of its page as a QR code and as text."""
    address = context.imprint.lasting(context.pages[page_id])
    return tool, markup(*tool_form(context, page_id)), qr(address), shown(address)


def _sections(
    context: PrintContext, document: Document, names: tuple[str, ...], left_out: str = ""
) -> tuple[dict[str, Section], References]:
    """Sections of the page prepared for paper, and the references that they cite.

    `left_out` is a class of elements to drop, since the document has its own version.
    """
    page = document.page
    root = context.article(page.id)
    notes = References()
    by_anchor = sections(root)
    notes.collect((element for name in names for element in by_anchor[name].elements), root)
    root = without(context.opened(root, page), "editorial-note")
    by_anchor = sections(without(root, left_out) if left_out else root)
    return {name: by_anchor[name] for name in names}, notes


def _about(context: PrintContext, document: Document) -> dict[str, Any]:
    phase = own_record(context.records["phases"], document.page)
    return {
        "phase": phase,
        "phases": len(context.records["phases"]),
        "meta": document.page.meta,
        "tools": tools_of(context.records, phase["id"]),
        "wheel": wheel(context, phase["id"]),
    }


def _tables(section: Section) -> Iterator[HtmlElement]:
    for element in section.elements:
        yield from element.iter("table")


def agenda(section: Section) -> Agenda:
    """Parse the agenda; the first cell of each row holds the minutes."""
    elements = list(section.elements[1:])
    index = next(i for i, element in enumerate(elements) if element.tag == "table")
    table = elements[index]
    return Agenda(
        markup(*elements[:index]),
        [_cell(cell) for cell in table.xpath("./thead/tr/*")],
        [[_cell(cell) for cell in row] for row in table.xpath("./tbody/tr")],
        markup(*elements[index + 1 :]),
    )


def _cell(cell: HtmlElement) -> Markup:
    return inner(copy.deepcopy(cell))
