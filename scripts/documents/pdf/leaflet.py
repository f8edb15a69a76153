"""The leaflet of a page: its text on the front of a sheet, the references overleaf."""

from __future__ import annotations

from scripts.documents.catalogue import Document
from scripts.documents.pdf.notes import References
from scripts.documents.pdf.paper_text import lead, without
from scripts.documents.pdf.render import PrintContext, render
from scripts.web.article import markup, sections

# Layouts, from loose to tight; the first whose front fits on a page is used.
_LAYOUTS = ("roomy", "", "close", "closest")


def leaflet(context: PrintContext, document: Document) -> list[str]:
    """The leaflet in several layouts of the same content."""
    page = document.page
    root, notes = context.article(page.id), References()
    first = lead(root)
    notes.collect(
        [
            *([] if first is None else [first]),
            *(element for part in sections(root).values() for element in part.elements),
        ],
        root,
    )
    root = without(context.opened(root, page), "editorial-note")
    first, parts = lead(root), sections(root)
    values = {
        "lead": "" if first is None else markup(first),
        "parts": [part for name, part in parts.items() if name != "references"],
        "notes": notes,
    }
    return [render(context, document, look, **values) for look in _LAYOUTS]
