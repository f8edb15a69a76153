"""The pack of a short meeting: for who leads it, for who takes part, and the forms it uses."""

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
from scripts.documents.pdf.render import Language, render
from scripts.documents.short_meetings import PAGE, RULES, sheets_for
from scripts.web.article import Section, markup, sections

# What whoever leads has in hand is one sheet where it can be, and so is the agenda.
_LOOKS = ("", "close", "close tight", "close closest", "close tight closest")


def short_pack(made: Language, document: Document) -> list[str]:
    """The pack of one short form of a phase's workshop.

    Raises:
        LookupError: the phase has no short form, which the check rules out.
    """
    page, words = document.page, made.words
    phase = own_record(made.records["phases"], page)
    form = form_of(made.records["short-forms"], phase["id"])
    if form is None:
        raise LookupError(f"{phase['id']} has no short form")
    on_screen = document.variant == SCREEN
    meeting = short_meeting(form, phase, agenda_lines(page) or [], document.variant, words)
    tools, papers = sheets_for(meeting, form, made.records, words.code)
    values = {
        "phase": phase,
        "phases": len(made.records["phases"]),
        "meeting": meeting,
        "rules": _rules(made) if on_screen else None,
        "below": _numbered(made, page, papers) if meeting.with_list else "",
        "forms": [form_sheet(made, tool, tool["page"]) for tool in tools if "page" in tool],
        "papers": sheets_of(made, papers),
        "copies": "" if on_screen else copies_for(made, document, document.variant),
    }
    return [render(made, document, look, **values) for look in _LOOKS]


def _rules(made: Language) -> Section | None:
    if PAGE not in made.articles:
        return None
    root = made.opened(made.article(PAGE), made.pages[PAGE])
    return sections(without(without(root, "editorial-note"), "mark"))[RULES]


def _numbered(made: Language, page: SourcePage, papers: list[Paper]) -> Markup:
    """The numbered list below the long agenda, with the paragraph above it.

    Nothing where it is one of the papers, which the pack has on a sheet of its own.
    """
    sheets = {paper["id"] for paper in papers}
    root = without(made.opened(made.article(page.id), page), "editorial-note")
    for element in sections(root)[AGENDA].elements:
        above = element.getprevious()
        if element.tag == "ol" and above is not None:
            heading = above.getprevious()
            is_sheet = heading is not None and heading.get("id") in sheets
            return Markup() if is_sheet else markup(above, element)
    return Markup()
