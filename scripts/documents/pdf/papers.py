"""Workshop papers for print: forms, wall sheets, and cards to cut out."""

from __future__ import annotations

import copy
from dataclasses import dataclass

from lxml.html import HtmlElement
from markupsafe import Markup

from scripts.content.papers import CARDS, FORM, WALL
from scripts.content.records import Paper
from scripts.documents.catalogue import Document
from scripts.documents.pdf.form_rows import form, narrow_columns
from scripts.documents.pdf.paper_text import without
from scripts.documents.pdf.render import PrintContext, qr, render, shown
from scripts.web.article import inner, markup

_ABOVE = {"h2": ("h2",), "h3": ("h2", "h3")}
# The height (em) for rows on a wall sheet, below its title and header row. In ems, since the
# sheet is A3 and, in a pack, A4.
_ROOM = 14.0
# The height (mm) of the footer of a form on its own sheet.
_FOOT = 26.0
# A sheet of cards has three rows, and two columns if there are more than three cards.
_ROWS = 3


@dataclass(frozen=True)
class Card:
    """A card to cut out: a large word, and its explanation."""

    name: Markup
    text: Markup


@dataclass(frozen=True)
class PaperSheet:
    """The values of a paper's template; those of other ways of printing are empty."""

    id: str
    title: str
    address: str
    form: str = ""
    heads: tuple[Markup, ...] = ()
    rows: tuple[tuple[Markup, ...], ...] = ()
    items: tuple[Markup, ...] = ()
    height: float = 0.0
    cards: tuple[Card, ...] = ()
    wide: bool = False

    @property
    def shown(self) -> str:
        """The address as readers type it."""
        return shown(self.address)

    @property
    def qr(self) -> str:
        """The address as a QR code (data URI)."""
        return qr(self.address)


def paper(context: PrintContext, document: Document) -> list[str]:
    """A form on its own sheet."""
    return [render(context, document, sheet=sheet_of(context, _own(document), FORM, _FOOT))]


def wall(context: PrintContext, document: Document) -> list[str]:
    """A sheet for the wall."""
    return [render(context, document, sheet=sheet_of(context, _own(document), WALL))]


def cards(context: PrintContext, document: Document) -> list[str]:
    """A sheet of cards to cut out."""
    return [render(context, document, sheet=sheet_of(context, _own(document), CARDS))]


def sheets_of(context: PrintContext, papers: list[Paper]) -> dict[str, list[PaperSheet]]:
    """The papers of a phase by how they are printed."""
    return {
        each: [sheet_of(context, paper, each) for paper in papers if each in paper["prints"]]
        for each in (FORM, WALL, CARDS)
    }


def sheet_of(context: PrintContext, paper: Paper, printed: str, spare: float = 0) -> PaperSheet:
    """A paper for one way of printing; `spare` mm of a form's sheet are used otherwise."""
    page = context.pages[paper["page"]]
    root = without(context.opened(context.article(page.id), page), "editorial-note")
    elements = section_below(root, paper["id"])
    title = paper["title"][context.locale.code]
    address = context.imprint.lasting(page, paper["id"])
    if printed == FORM:
        return PaperSheet(
            paper["id"],
            title,
            address,
            form=markup(*form(elements, narrow_columns(context), spare)),
        )
    heads, rows, items = _content(elements)
    if printed == CARDS:
        # Duplicates are side by side on the sheet, so that one cut separates two sets.
        duplicated = [card for card in _cards(rows, items) for _ in range(paper.get("sets", 1))]
        if len(paper["prints"]) > 1:
            # Distinguish it from the paper's other sheet.
            title = f"{title}: {context.words('print.number-cards')}"
        return PaperSheet(
            paper["id"], title, address, cards=tuple(duplicated), wide=len(duplicated) <= _ROWS
        )
    blank = any(not cell for row in rows for cell in row)
    height = _ROOM / len(rows) if blank else 0.0
    return PaperSheet(
        paper["id"], title, address, heads=heads, rows=rows, items=items, height=height
    )


def section_below(root: HtmlElement, anchor: str) -> list[HtmlElement]:
    """The elements below a heading, up to the next one of its level or above."""
    heading = root.xpath(f"./*[@id='{anchor}']")[0]
    elements = []
    for element in heading.itersiblings():
        if element.tag in _ABOVE[heading.tag]:
            break
        elements.append(element)
    return elements


def _own(document: Document) -> Paper:
    assert document.paper is not None, document.path
    return document.paper


def _content(
    elements: list[HtmlElement],
) -> tuple[tuple[Markup, ...], tuple[tuple[Markup, ...], ...], tuple[Markup, ...]]:
    """The headers and rows of the first table, and the items of the first list."""
    table = next((each for each in elements if each.tag == "table"), None)
    listing = next((each for each in elements if each.tag in ("ol", "ul")), None)
    heads = tuple(map(_inner, table.xpath("./thead/tr/*"))) if table is not None else ()
    rows = table.xpath("./tbody/tr") if table is not None else []
    items = listing.iterchildren("li") if listing is not None else []
    return heads, tuple(tuple(map(_inner, row)) for row in rows), tuple(map(_inner, items))


def _inner(element: HtmlElement) -> Markup:
    """The inner HTML of a cell or list item; empty if it is only white space."""
    text = element.text_content().strip()
    return Markup(inner(copy.deepcopy(element)).strip()) if text else Markup()


def _cards(rows: tuple[tuple[Markup, ...], ...], items: tuple[Markup, ...]) -> list[Card]:
    """A card per table row or list item; an item starts with its word in bold, or is numbered."""
    if rows:
        return [Card(row[0], Markup(" ").join(row[1:])) for row in rows]
    cut_out = []
    for number, item in enumerate(items, 1):
        name, end, text = item.partition(Markup("</strong>"))
        if end and name.startswith("<strong>"):
            cut_out.append(Card(name.removeprefix("<strong>").rstrip(".:"), Markup(text.strip())))
        else:
            cut_out.append(Card(Markup(number), item))
    return cut_out
