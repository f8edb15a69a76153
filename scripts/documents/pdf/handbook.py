"""The general documents: the handbook and the poster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement
from markupsafe import Markup

from scripts.content.page_types import phase_pages
from scripts.content.pages import SourcePage
from scripts.documents.catalogue import Document
from scripts.documents.pdf.drawings import prepare_drawings
from scripts.documents.pdf.form_rows import column_widths, narrow_columns
from scripts.documents.pdf.notes import References
from scripts.documents.pdf.paper_text import lower_headings
from scripts.documents.pdf.phase_wheel import wheel
from scripts.documents.pdf.render import PrintContext, render
from scripts.web.article import by_class, inner, parse, sections

# The ids of the pages before the phases, and of those after the tools.
_METHOD, _AFTER = ("method",), ("glossary",)
# Layouts to try: page breaks are chance, and closer setting may leave fewer half-empty pages.
_LAYOUTS = ("", "close", "closer")
# Sections that lead to other pages: in the book, the knowledge of a phase is the next chapter.
_LEADS_ON = ("knowledge", "onward")


@dataclass(frozen=True)
class HandbookChapter:
    """A page in the handbook; its headings are one level lower than on the site."""

    page: SourcePage
    html: Markup
    kicker: str


@dataclass(frozen=True)
class HandbookPart:
    """A group of chapters with its heading."""

    anchor: str
    title: str
    chapters: list[HandbookChapter]


def handbook(context: PrintContext, document: Document) -> list[str]:
    """Everything about using the method in one document, in several layouts."""
    notes = References()
    parts = list(_parts(context))
    pages = [page for _, _, chapters in parts for page in chapters]
    roots = {page.id: _text(context, page, notes) for page in pages}
    _internal_links(context, roots)
    return [
        render(
            context,
            document,
            look,
            day=context.day(*pages),
            parts=[
                HandbookPart(
                    anchor, title, [_chapter(context, page, roots[page.id]) for page in chapters]
                )
                for anchor, title, chapters in parts
            ],
            notes=notes,
            wheel=wheel(context),
            newest=context.pages["home"],
        )
        for look in _LAYOUTS
    ]


def poster(context: PrintContext, document: Document) -> list[str]:
    """The wheel of phases as a wall poster."""
    return [render(context, document, phases=context.records["phases"], wheel=wheel(context))]


def _parts(context: PrintContext) -> Iterator[tuple[str, str, list[SourcePage]]]:
    pages, words = context.pages, context.words
    for name, ids in (
        ("method", _METHOD),
        ("phases", ("phases", *_of_phases(context))),
        ("tools", ("tools", *(tool["page"] for tool in context.records["tools"]))),
        ("reference", _AFTER),
    ):
        chapters = [pages[id_] for id_ in ids if id_ in context.articles]
        if chapters:
            yield f"part-{name}", words(f"print.part.{name}"), chapters


def _of_phases(context: PrintContext) -> Iterator[str]:
    """The ids of both pages of each phase: what to do, and then what is known."""
    for phase in context.records["phases"]:
        page = context.pages[phase["page"]]
        yield from (each.id for each in phase_pages(context.pages.values(), page).values())


def _text(context: PrintContext, page: SourcePage, notes: References) -> HtmlElement:
    """The article of a page for print, with notes numbered on from the previous pages."""
    root = context.article(page.id)
    notes.collect([root], root)
    _drop_references(root)
    _drop_what_leads_on(root, page)
    if page.kind == "tool":
        _form_last(root)
    lower_headings(root, 1, page.id)
    # The site's style sheet does not apply to the drawing of the page; the handbook has its own.
    for picture in by_class(root, "wheel"):
        picture.getparent().replace(picture, parse(f"<figure>{wheel(context)}</figure>")[0])
    prepare_drawings(root, context.project)
    for heading in root.xpath("./h4|./h5"):
        above = heading.getprevious()
        if (
            above is not None
            and above.tag == "p"
            and above.xpath("preceding-sibling::*[1][self::h3]")
        ):
            above.set("class", "between")
    opened = context.opened(root, page)
    for table in by_class(opened, "form-shown"):
        widths = column_widths(table, narrow_columns(context))
        for head, width in zip(table.xpath("./thead/tr/*"), widths, strict=True):
            head.set("style", f"width: {width:.1f}%")
    return opened


def _chapter(context: PrintContext, page: SourcePage, root: HtmlElement) -> HandbookChapter:
    number = page.meta.get("number")
    kicker = f"{context.words('facts.phase')} {number}" if number else ""
    return HandbookChapter(page, inner(root), kicker)


def _drop_references(root: HtmlElement) -> None:
    """Drop a page's references, since the handbook has one list at its end."""
    for heading in root.xpath("./h2[@id='references']"):
        for element in [heading, *heading.itersiblings()]:
            element.drop_tree()


def _drop_what_leads_on(root: HtmlElement, page: SourcePage) -> None:
    by_anchor = sections(root)
    for name in _LEADS_ON:
        for element in by_anchor[name].elements if name in by_anchor else ():
            element.drop_tree()
    if page.kind == "phase-knowledge":
        # Repeats the start of the previous chapter.
        for box in by_class(root, "facts"):
            box.drop_tree()


def _form_last(root: HtmlElement) -> None:
    """Move the form of a tool after its tips, as on its sheet, so that no page starts with tips."""
    by_anchor = sections(root)
    heading, *following = by_anchor["form"].elements
    for element in by_anchor["tips"].elements:
        heading.addprevious(element)
    for table in (table for element in following for table in element.iter("table")):
        table.set("class", "form-shown")
        above = table.getprevious()
        if above is not None and above.tag == "p":
            above.set("class", "above-form")


def _internal_links(context: PrintContext, roots: Mapping[str, HtmlElement]) -> None:
    """Turn links to pages of the handbook into internal links."""
    chapters = {context.address(context.pages[id_]): id_ for id_ in roots}
    anchors = {name for root in roots.values() for name in root.xpath(".//@id")}
    for link in (link for root in roots.values() for link in root.xpath(".//a[@href]")):
        address, _, anchor = link.get("href").partition("#")
        if address in chapters:
            inside = f"{chapters[address]}--{anchor}"
            # The anchor may be missing, such as that of the references: then to the chapter.
            link.set("href", f"#{inside if inside in anchors else chapters[address]}")
            if link.get("class") != "term":
                link.set("class", "inside")
