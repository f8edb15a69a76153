"""Renders every printed document of one language to HTML."""

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
from scripts.documents.pdf.render import PrintContext
from scripts.documents.pdf.short_packs import short_pack
from scripts.documents.pdf.tool_sheet import sheet

_MAKERS: dict[str, Callable[[PrintContext, Document], list[str]]] = {
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


def printables(site: Site, context: PrintContext) -> list[Printable]:
    """The documents of a language to be rendered to PDF."""

    def make(each: Document) -> tuple[str, ...]:
        return tuple(_MAKERS[each.kind](context, each))

    all_files = documents(site, context.locale, context.records.get("papers", []))
    papers = [each for each in all_files if each.media_type == PDF]
    return [
        Printable(each, html, _MOST.get(each.kind))
        for each, html in zip(papers, fork_map(make, papers), strict=True)
    ]
