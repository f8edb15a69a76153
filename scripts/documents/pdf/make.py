"""Every document to print of one language, as HTML."""

from __future__ import annotations

from collections.abc import Callable

from scripts.common.fork_map import fork_map
from scripts.content.pages import Site
from scripts.documents.catalogue import PDF, Document, documents
from scripts.documents.pdf.handbook import handbook, poster
from scripts.documents.pdf.leaflet import leaflet
from scripts.documents.pdf.papers import cards, paper, wall
from scripts.documents.pdf.phase_documents import MOST_PAGES, guide, pack, roles
from scripts.documents.pdf.queue import Printable
from scripts.documents.pdf.render import Language
from scripts.documents.pdf.short_packs import short_pack
from scripts.documents.pdf.tool_sheet import sheet

_MAKERS: dict[str, Callable[[Language, Document], list[str]]] = {
    "guide": guide,
    "pack": pack,
    "short-pack": short_pack,
    "screen-pack": short_pack,
    "roles": roles,
    "sheet": sheet,
    "leaflet": leaflet,
    "handbook": handbook,
    "poster": poster,
    "paper": paper,
    "wall": wall,
    "cards": cards,
}
_MOST = {"guide": MOST_PAGES, "leaflet": 2, "poster": 1, "wall": 1, "cards": 1}


def printables(site: Site, made: Language) -> list[Printable]:
    """The PDFs of a language; forms for word processors are made elsewhere."""

    def make(each: Document) -> tuple[str, ...]:
        return tuple(_MAKERS[each.kind](made, each))

    all_files = documents(site, made.locale, made.records.get("papers", []))
    papers = [each for each in all_files if each.media_type == PDF]
    return [
        Printable(each, html, _MOST.get(each.kind))
        for each, html in zip(papers, fork_map(make, papers), strict=True)
    ]
