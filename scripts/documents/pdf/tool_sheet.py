"""The document of a tool: how it is used on the first page, its form on the next."""

from __future__ import annotations

from scripts.content.datasets import own_record
from scripts.documents.catalogue import Document
from scripts.documents.pdf.form_rows import tool_form
from scripts.documents.pdf.notes import References
from scripts.documents.pdf.paper_text import lead, without
from scripts.documents.pdf.render import Language, render
from scripts.web.article import markup, sections

_SHOWN = ("how", "tips")
# The first page is set closer where a line or two would take a sheet of their own.
_LOOKS = ("", "close", "close closest")


def sheet(made: Language, document: Document) -> list[str]:
    """The sheet of a tool."""
    page = document.page
    root = made.article(page.id)
    first, found, notes = lead(root), sections(root), References()
    cited = [element for name in _SHOWN for element in found[name].elements]
    notes.collect([first, *cited] if first is not None else cited, root)
    root = without(without(made.opened(root, page), "editorial-note"), "mark")
    found, first = sections(root), lead(root)
    tool = own_record(made.records["tools"], page)
    phases = [phase for phase in made.records["phases"] if phase["id"] in tool["phases"]]
    return [
        render(
            made,
            document,
            look,
            tool=tool,
            phases=phases,
            all_phases=len(made.records["phases"]),
            lead=markup(first) if first is not None else "",
            parts=[found[name] for name in _SHOWN],
            form=found["form"],
            blank=markup(*tool_form(made, page.id)),
            notes=notes,
        )
        for look in _LOOKS
    ]
