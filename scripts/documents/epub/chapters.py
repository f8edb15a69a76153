"""The pages of a language as EPUB chapters: static content only, and semantic notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.html import Element, HtmlElement
from markupsafe import Markup

from scripts.content.pages import SourcePage
from scripts.documents.epub.drawings import Drawings
from scripts.documents.epub.wide_tables import mark_wide_tables
from scripts.documents.pdf import paper_text
from scripts.documents.pdf.render import PrintContext
from scripts.web.article import by_class, parse, wrap
from scripts.web.no_text import BOOK

# Replaces check boxes; widely available in fonts.
_BOX = "☐"
_TYPE = "epub:type"
# The class of the list of all downloads, which only makes sense on the site.
_FILES = "all-downloads"


@dataclass(frozen=True)
class Chapter:
    """A page of the site in the book; `file` is its file name there."""

    page: SourcePage
    file: str
    kicker: str
    html: Markup
    address: str


def file_of(page: SourcePage) -> str:
    """The file name of a page's chapter."""
    return f"{page.id}.xhtml"


def chapters(
    context: PrintContext, pages: Iterable[SourcePage], drawings: Drawings
) -> list[Chapter]:
    """The chapters in order; links between them are internal, all others lead to the site."""
    pages = list(pages)
    trees = {page.id: _text(context, page, drawings) for page in pages}
    _internal_links(context, pages, trees)
    return [
        Chapter(page, file_of(page), _kicker(context, page), _xhtml(trees[page.id]),
                context.address(page))
        for page in pages
    ]  # fmt: skip


def _text(context: PrintContext, page: SourcePage, drawings: Drawings) -> HtmlElement:
    root = parse(drawings.replaced(context.articles[page.id].html))
    for picture in root.xpath(".//img[@src]"):
        if picture.get("src") not in drawings.files:
            picture.set("src", drawings.picture(context.picture(picture.get("src"), page)))
    for paragraph in root.xpath(".//p[a[@type='application/zip']]"):
        paragraph.drop_tree()
    for downloads in by_class(root, _FILES):
        downloads.getparent().replace(downloads, _link_to_site(context, page))
    paper_text.prepare_for_paper(root, lambda href: context.absolute(href, page), BOOK)
    for box in by_class(root, "tick"):
        box.text = f"{_BOX} "
    mark_wide_tables(root)
    _mark_notes(root)
    return root


def _link_to_site(context: PrintContext, page: SourcePage) -> HtmlElement:
    """A link to the site, in place of a list that the book omits."""
    paragraph = Element("p")
    paragraph.text = f"{context.words('book.files')} "
    link = etree.SubElement(paragraph, "a", href=context.address(page))
    link.text = context.address(page)
    return paragraph


def _mark_notes(root: HtmlElement) -> None:
    """Mark citations as note references and the references as endnotes, for reading systems.

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


def _internal_links(
    context: PrintContext, pages: list[SourcePage], trees: Mapping[str, HtmlElement]
) -> None:
    """Turn links to pages of the book into internal links."""
    inside = {context.address(page): page for page in pages}
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


def _kicker(context: PrintContext, page: SourcePage) -> str:
    number = page.meta.get("number")
    return f"{context.words('facts.phase')} {number}" if number else ""


def _xhtml(root: HtmlElement) -> Markup:
    """The content of the root element, serialised as XML."""
    text = etree.tostring(root, encoding="unicode", method="xml", with_tail=False)
    return Markup(text.partition(">")[2].rpartition("<")[0])
