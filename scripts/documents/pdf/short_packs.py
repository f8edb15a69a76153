"""The pack of a short meeting: sheets for the leader and the participants, and forms."""

from __future__ import annotations

from markupsafe import Markup

from scripts.content.agendas import AGENDA, agenda_lines
from scripts.content.datasets import own_record
from scripts.content.pages import SourcePage
from scripts.content.records import Paper
from scripts.content.short_forms import SCREEN, form_of, short_meeting
from scripts.documents.catalogue import Document
from scripts.documents.pdf.paper_text import without
from scripts.documents.pdf.papers import sheets_of
from scripts.documents.pdf.phase_documents import copies_for, form_sheet
from scripts.documents.pdf.render import PrintContext, render
from scripts.documents.short_meetings import PAGE, RULES, sheets_for
from scripts.web.article import Section, markup, sections

# Layouts to try: the leader's sheet is one sheet if possible, and so is the agenda.
_LAYOUTS = ("", "close", "close tight", "close closest", "close tight closest")


def short_pack(context: PrintContext, document: Document) -> list[str]:
    """The pack of one short meeting of a phase.

    Raises:
        LookupError: the phase has no short meeting, which the checks rule out.
    """
    page, words = document.page, context.words
    phase = own_record(context.records["phases"], page)
    form = form_of(context.records["short-forms"], phase["id"])
    if form is None:
        raise LookupError(f"{phase['id']} has no short form")
    on_screen = document.variant == SCREEN
    meeting = short_meeting(form, phase, agenda_lines(page) or [], document.variant, words)
    tools, papers = sheets_for(meeting, form, context.records, words.code)
    values = {
        "phase": phase,
        "phases": len(context.records["phases"]),
        "meeting": meeting,
        "rules": _rules(context) if on_screen else None,
        "below": _numbered(context, page, papers) if meeting.with_list else "",
        "forms": [form_sheet(context, tool, tool["page"]) for tool in tools if "page" in tool],
        "papers": sheets_of(context, papers),
        "copies": "" if on_screen else copies_for(context, document, document.variant),
    }
    return [render(context, document, look, **values) for look in _LAYOUTS]


def _rules(context: PrintContext) -> Section | None:
    if PAGE not in context.articles:
        return None
    root = context.opened(context.article(PAGE), context.pages[PAGE])
    return sections(without(without(root, "editorial-note"), "mark"))[RULES]


def _numbered(context: PrintContext, page: SourcePage, papers: list[Paper]) -> Markup:
    """The numbered list below the long agenda, with the preceding paragraph.

    Empty if it is one of the papers, which have their own sheets in the pack.
    """
    sheets = {paper["id"] for paper in papers}
    root = without(context.opened(context.article(page.id), page), "editorial-note")
    for element in sections(root)[AGENDA].elements:
        above = element.getprevious()
        if element.tag == "ol" and above is not None:
            heading = above.getprevious()
            is_sheet = heading is not None and heading.get("id") in sheets
            return Markup() if is_sheet else markup(above, element)
    return Markup()
