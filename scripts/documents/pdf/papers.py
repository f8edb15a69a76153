"""The papers of the workshops for print: forms, sheets for the wall, cards to cut out."""

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
from scripts.documents.pdf.render import Language, qr, render, shown
from scripts.web.article import inner, markup

_ABOVE = {"h2": ("h2",), "h3": ("h2", "h3")}
# A wall sheet is set in ems, so that it is the same in A3 and, in a pack, in A4: what is left
# for rows below its title and the heads of its columns.
_ROOM = 14.0
# Millimetres that a form by itself leaves for its foot.
_FOOT = 26.0
# A sheet of cards has three rows, and two columns where there are more cards than that.
_ROWS = 3


@dataclass(frozen=True)
class Card:
    """A card to cut out: a word to be seen from afar, and what it means."""

    name: Markup
    text: Markup


@dataclass(frozen=True)
class Sheet:
    """A paper as a template prints it; what it is not printed as is empty."""

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
        """The address as a picture that a phone reads."""
        return qr(self.address)


def paper(made: Language, document: Document) -> list[str]:
    """A form, on a sheet of its own."""
    return [render(made, document, sheet=sheet_of(made, _own(document), FORM, _FOOT))]


def wall(made: Language, document: Document) -> list[str]:
    """A sheet for the wall."""
    return [render(made, document, sheet=sheet_of(made, _own(document), WALL))]


def cards(made: Language, document: Document) -> list[str]:
    """A sheet of cards to cut out."""
    return [render(made, document, sheet=sheet_of(made, _own(document), CARDS))]


def sheets_of(made: Language, papers: list[Paper]) -> dict[str, list[Sheet]]:
    """The papers of a phase by how they are printed."""
    return {
        each: [sheet_of(made, paper, each) for paper in papers if each in paper["prints"]]
        for each in (FORM, WALL, CARDS)
    }


def sheet_of(made: Language, paper: Paper, printed: str, spare: float = 0) -> Sheet:
    """A paper ready for print in one way; `spare` millimetres of a form's sheet are taken."""
    page = made.pages[paper["page"]]
    root = without(made.opened(made.article(page.id), page), "editorial-note")
    elements = section_below(root, paper["id"])
    title = paper["title"][made.locale.code]
    address = made.imprint.lasting(page, paper["id"])
    if printed == FORM:
        return Sheet(
            paper["id"], title, address, form=markup(*form(elements, narrow_columns(made), spare))
        )
    heads, rows, items = _content(elements)
    if printed == CARDS:
        # Side by side on the sheet, so that one cut parts two sets.
        found = [card for card in _cards(rows, items) for _ in range(paper.get("sets", 1))]
        if len(paper["prints"]) > 1:
            # Another sheet has that name.
            title = f"{title}: {made.words('print.number-cards')}"
        return Sheet(paper["id"], title, address, cards=tuple(found), wide=len(found) <= _ROWS)
    blank = any(not cell for row in rows for cell in row)
    height = _ROOM / len(rows) if blank else 0.0
    return Sheet(paper["id"], title, address, heads=heads, rows=rows, items=items, height=height)


def section_below(root: HtmlElement, anchor: str) -> list[HtmlElement]:
    """What stands below a heading, as far as the next one of its level or above."""
    heading = root.xpath(f"./*[@id='{anchor}']")[0]
    found = []
    for element in heading.itersiblings():
        if element.tag in _ABOVE[heading.tag]:
            break
        found.append(element)
    return found


def _own(document: Document) -> Paper:
    assert document.paper is not None, document.path
    return document.paper


def _content(
    elements: list[HtmlElement],
) -> tuple[tuple[Markup, ...], tuple[tuple[Markup, ...], ...], tuple[Markup, ...]]:
    """The heads and rows of the first table, and the points of the first list."""
    table = next((each for each in elements if each.tag == "table"), None)
    listing = next((each for each in elements if each.tag in ("ol", "ul")), None)
    heads = tuple(map(_inner, table.xpath("./thead/tr/*"))) if table is not None else ()
    rows = table.xpath("./tbody/tr") if table is not None else []
    items = listing.iterchildren("li") if listing is not None else []
    return heads, tuple(tuple(map(_inner, row)) for row in rows), tuple(map(_inner, items))


def _inner(element: HtmlElement) -> Markup:
    """What stands in a cell or a point; nothing where only a space does."""
    said = element.text_content().strip()
    return Markup(inner(copy.deepcopy(element)).strip()) if said else Markup()


def _cards(rows: tuple[tuple[Markup, ...], ...], items: tuple[Markup, ...]) -> list[Card]:
    """A card for each row, or for each point: a point begins with its word in bold, or a number."""
    if rows:
        return [Card(row[0], Markup(" ").join(row[1:])) for row in rows]
    found = []
    for at, item in enumerate(items, 1):
        name, end, text = item.partition(Markup("</strong>"))
        if end and name.startswith("<strong>"):
            found.append(Card(name.removeprefix("<strong>").rstrip(".:"), Markup(text.strip())))
        else:
            found.append(Card(Markup(at), item))
    return found
