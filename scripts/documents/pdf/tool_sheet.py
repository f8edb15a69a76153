"""The sheet of a tool: instructions on the first page, its form on the next."""

from __future__ import annotations

from scripts.content.datasets import own_record
from scripts.documents.catalogue import Document
from scripts.documents.pdf.form_rows import tool_form
from scripts.documents.pdf.notes import References
from scripts.documents.pdf.paper_text import lead, without
from scripts.documents.pdf.render import PrintContext, render
from scripts.web.article import markup, sections

_SECTIONS = ("how", "tips")
# Layouts to try: tighter if only a line or two would overflow the first page.
_LAYOUTS = ("", "close", "close closest")


def sheet(context: PrintContext, document: Document) -> list[str]:
    """The sheet of a tool."""
    page = document.page
    root = context.article(page.id)
    first, by_anchor, notes = lead(root), sections(root), References()
    cited = [element for name in _SECTIONS for element in by_anchor[name].elements]
    notes.collect([first, *cited] if first is not None else cited, root)
    root = without(without(context.opened(root, page), "editorial-note"), "mark")
    by_anchor, first = sections(root), lead(root)
    tool = own_record(context.records["tools"], page)
    phases = [phase for phase in context.records["phases"] if phase["id"] in tool["phases"]]
    return [
        render(
            context,
            document,
            look,
            tool=tool,
            phases=phases,
            all_phases=len(context.records["phases"]),
            lead=markup(first) if first is not None else "",
            parts=[by_anchor[name] for name in _SECTIONS],
            form=by_anchor["form"],
            blank=markup(*tool_form(context, page.id)),
            notes=notes,
        )
        for look in _LAYOUTS
    ]
