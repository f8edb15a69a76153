"""The leaflet of a page: its text on the front of a sheet, the references overleaf."""

from __future__ import annotations

from scripts.documents.catalogue import Document
from scripts.documents.pdf.notes import References
from scripts.documents.pdf.paper_text import lead, without
from scripts.documents.pdf.render import Language, render
from scripts.web.article import markup, sections

# The front is set closer where it would run over; the first of these that fits is taken.
_LOOKS = ("roomy", "", "close", "closest")


def leaflet(made: Language, document: Document) -> list[str]:
    """The leaflet, set in several ways: what it says is the same in all of them."""
    page = document.page
    root, notes = made.article(page.id), References()
    first = lead(root)
    notes.collect(
        [
            *([] if first is None else [first]),
            *(element for part in sections(root).values() for element in part.elements),
        ],
        root,
    )
    root = without(made.opened(root, page), "editorial-note")
    first, parts = lead(root), sections(root)
    values = {
        "lead": "" if first is None else markup(first),
        "parts": [part for name, part in parts.items() if name != "references"],
        "notes": notes,
    }
    return [render(made, document, look, **values) for look in _LOOKS]
