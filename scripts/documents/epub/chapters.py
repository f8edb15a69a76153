"""The pages of a language as chapters: what only a site can do is opened, notes are notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.html import Element, HtmlElement
from markupsafe import Markup

from scripts.content.pages import SourcePage
from scripts.documents.epub.drawings import Drawings
from scripts.documents.pdf import paper_text
from scripts.documents.pdf.render import Language
from scripts.web.article import by_class, parse, wrap
from scripts.web.no_text import BOOK

# As a box that no typeface lacks who has checklists at all.
_BOX = "☐"
_TYPE = "epub:type"
# Lists of files are of the site: their sizes are, and so is what they lead to.
_FILES = "all-downloads"


@dataclass(frozen=True)
class Chapter:
    """A page of the site in the book; `file` is its name there."""

    page: SourcePage
    file: str
    kicker: str
    html: Markup
    address: str


def file_of(page: SourcePage) -> str:
    """What the chapter of a page is called."""
    return f"{page.id}.xhtml"


def chapters(made: Language, pages: Iterable[SourcePage], drawings: Drawings) -> list[Chapter]:
    """The chapters in order; links between them lead within the book, all others to the site."""
    pages = list(pages)
    trees = {page.id: _text(made, page, drawings) for page in pages}
    _lead_inside(made, pages, trees)
    return [
        Chapter(page, file_of(page), _kicker(made, page), _xhtml(trees[page.id]),
                made.address(page))
        for page in pages
    ]  # fmt: skip


def _text(made: Language, page: SourcePage, drawings: Drawings) -> HtmlElement:
    root = parse(drawings.taken(made.articles[page.id].html))
    for picture in root.xpath(".//img[@src]"):
        if picture.get("src") not in drawings.files:
            picture.set("src", drawings.picture(made.picture(picture.get("src"), page)))
    for found in root.xpath(".//p[a[@type='application/zip']]"):
        found.drop_tree()
    for found in by_class(root, _FILES):
        found.getparent().replace(found, _led_to_site(made, page))
    paper_text.opened(root, lambda href: made.absolute(href, page), BOOK)
    for box in by_class(root, "tick"):
        box.text = f"{_BOX} "
    _mark_notes(root)
    return root


def _led_to_site(made: Language, page: SourcePage) -> HtmlElement:
    """Where a list stands that the book leaves out."""
    said = Element("p")
    said.text = f"{made.words('book.files')} "
    link = etree.SubElement(said, "a", href=made.address(page))
    link.text = made.address(page)
    return said


def _mark_notes(root: HtmlElement) -> None:
    """Numbers in the text are notes, and the list at the end holds them: readers show them there.

    EPUB 3.3, Structural Semantics Vocabulary: noteref, footnote, endnotes.
    """
    for link in (link for mark in by_class(root, "cite") for link in mark.iter("a")):
        link.set(_TYPE, "noteref")
        link.set("role", "doc-noteref")
    for heading in root.xpath("./h2[@id='references']"):
        box = Element("section", {_TYPE: "endnotes", "role": "doc-endnotes"})
        wrap(box, [heading, *heading.itersiblings()])
        for note in box.xpath("./ol/li[@id]"):
            note.set(_TYPE, "footnote")
        for link in (link for backs in by_class(box, "backs") for link in backs.iter("a")):
            link.set("role", "doc-backlink")


def _lead_inside(made: Language, pages: list[SourcePage], trees: Mapping[str, HtmlElement]) -> None:
    """Links to pages of the book lead there and not to the site."""
    inside = {made.address(page): page for page in pages}
    anchors = {id_: set(root.xpath(".//@id")) for id_, root in trees.items()}
    for page in pages:
        for link in trees[page.id].xpath(".//a[@href]"):
            address, _, anchor = link.get("href").partition("#")
            target = inside.get(address)
            if target is None:
                continue
            file = "" if target is page else file_of(target)
            there = f"#{anchor}" if anchor in anchors[target.id] else ""
            if file or there:
                link.set("href", f"{file}{there}")
            else:
                link.drop_tag()


def _kicker(made: Language, page: SourcePage) -> str:
    number = page.meta.get("number")
    return f"{made.words('facts.phase')} {number}" if number else ""


def _xhtml(root: HtmlElement) -> Markup:
    """What stands under the one element of a tree, as XML."""
    text = etree.tostring(root, encoding="unicode", method="xml", with_tail=False)
    return Markup(text.partition(">")[2].rpartition("<")[0])
