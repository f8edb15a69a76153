"""Every document to print of one language, as HTML."""

from __future__ import annotations

from collections.abc import Callable

from scripts.knowledge.documents import PDF, Document, documents
from scripts.knowledge.pages import Site
from scripts.knowledge.press import Printable
from scripts.knowledge.print_html import Language
from scripts.knowledge.print_phase import MOST_PAGES, guide, pack, roles
from scripts.knowledge.print_tool import sheet
from scripts.knowledge.print_whole import handbook, poster

_MAKERS: dict[str, Callable[[Language, Document], list[str]]] = {
    "guide": guide,
    "pack": pack,
    "roles": roles,
    "sheet": sheet,
    "handbook": handbook,
    "poster": poster,
}
_MOST = {"guide": MOST_PAGES, "poster": 1}


def printables(site: Site, made: Language) -> list[Printable]:
    """The PDFs of a language; forms for word processors are made elsewhere."""
    return [
        Printable(each, tuple(_MAKERS[each.kind](made, each)), _MOST.get(each.kind))
        for each in documents(site, made.locale)
        if each.media_type == PDF
    ]
