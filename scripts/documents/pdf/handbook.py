"""The documents of everything: the handbook and the poster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement
from markupsafe import Markup

from scripts.content.page_types import phase_pages
from scripts.content.pages import SourcePage
from scripts.documents.catalogue import Document
from scripts.documents.pdf.drawings import draw
from scripts.documents.pdf.form_rows import column_widths, narrow_columns
from scripts.documents.pdf.notes import References
from scripts.documents.pdf.paper_text import lowered
from scripts.documents.pdf.phase_wheel import wheel
from scripts.documents.pdf.render import Language, render
from scripts.web.article import by_class, inner, parse, sections

# The pages before the phases, and those after the tools.
_METHOD, _AFTER = ("method",), ("glossary",)
# Where a page ends is chance: set a little closer, a book may have fewer that are half empty.
_LOOKS = ("", "close", "closer")
# What leads on to other pages: in the book, what a phase rests on is the next chapter.
_LEADS_ON = ("knowledge", "onward")


@dataclass(frozen=True)
class Chapter:
    """A page in the handbook; its headings lie one level lower than on the site."""

    page: SourcePage
    html: Markup
    kicker: str


@dataclass(frozen=True)
class Part:
    """Some chapters under a heading of their own."""

    anchor: str
    title: str
    chapters: list[Chapter]


def handbook(made: Language, document: Document) -> list[str]:
    """Everything that the site says of the method in use, in one document."""
    notes = References()
    parts = list(_parts(made))
    pages = [page for _, _, chapters in parts for page in chapters]
    roots = {page.id: _text(made, page, notes) for page in pages}
    _lead_inside(made, roots)
    return [
        render(
            made,
            document,
            look,
            day=made.day(*pages),
            parts=[
                Part(anchor, title, [_chapter(made, page, roots[page.id]) for page in chapters])
                for anchor, title, chapters in parts
            ],
            notes=notes,
            wheel=wheel(made),
            newest=made.pages["home"],
        )
        for look in _LOOKS
    ]


def poster(made: Language, document: Document) -> list[str]:
    """The loop of phases, large enough to hang on a wall."""
    return [render(made, document, phases=made.records["phases"], wheel=wheel(made))]


def _parts(made: Language) -> Iterator[tuple[str, str, list[SourcePage]]]:
    pages, words = made.pages, made.words
    for name, ids in (
        ("method", _METHOD),
        ("phases", ("phases", *_of_phases(made))),
        ("tools", ("tools", *(tool["page"] for tool in made.records["tools"]))),
        ("reference", _AFTER),
    ):
        found = [pages[id_] for id_ in ids if id_ in made.articles]
        if found:
            yield f"part-{name}", words(f"print.part.{name}"), found


def _of_phases(made: Language) -> Iterator[str]:
    """Both pages of each phase: what to do, and then what is known."""
    for phase in made.records["phases"]:
        page = made.pages[phase["page"]]
        yield from (each.id for each in phase_pages(made.pages.values(), page).values())


def _text(made: Language, page: SourcePage, notes: References) -> HtmlElement:
    """The text of a page, its notes numbered on from those of the pages before."""
    root = made.article(page.id)
    notes.collect([root], root)
    _drop_references(root)
    _drop_what_leads_on(root, page)
    if page.kind == "tool":
        _form_last(root)
    lowered(root, 1, page.id)
    # A drawing on the page is drawn by the site's style sheet; the handbook has its own.
    for picture in by_class(root, "wheel"):
        picture.getparent().replace(picture, parse(f"<figure>{wheel(made)}</figure>")[0])
    draw(root, made.project)
    for heading in root.xpath("./h4|./h5"):
        above = heading.getprevious()
        if (
            above is not None
            and above.tag == "p"
            and above.xpath("preceding-sibling::*[1][self::h3]")
        ):
            above.set("class", "between")
    opened = made.opened(root, page)
    for table in by_class(opened, "form-shown"):
        widths = column_widths(table, narrow_columns(made))
        for head, width in zip(table.xpath("./thead/tr/*"), widths, strict=True):
            head.set("style", f"width: {width:.1f}%")
    return opened


def _chapter(made: Language, page: SourcePage, root: HtmlElement) -> Chapter:
    number = page.meta.get("number")
    kicker = f"{made.words('facts.phase')} {number}" if number else ""
    return Chapter(page, inner(root), kicker)


def _drop_references(root: HtmlElement) -> None:
    """The handbook has one list of references, at its end."""
    for heading in root.xpath("./h2[@id='references']"):
        for element in [heading, *heading.itersiblings()]:
            element.drop_tree()


def _drop_what_leads_on(root: HtmlElement, page: SourcePage) -> None:
    found = sections(root)
    for name in _LEADS_ON:
        for element in found[name].elements if name in found else ():
            element.drop_tree()
    if page.kind == "phase-knowledge":
        # Says again what the chapter before begins with.
        for box in by_class(root, "facts"):
            box.drop_tree()


def _form_last(root: HtmlElement) -> None:
    """The form of a tool after its tips, as on its sheet: tips alone would begin a page."""
    found = sections(root)
    heading, *rest = found["form"].elements
    for element in found["tips"].elements:
        heading.addprevious(element)
    for table in (table for element in rest for table in element.iter("table")):
        table.set("class", "form-shown")
        above = table.getprevious()
        if above is not None and above.tag == "p":
            above.set("class", "above-form")


def _lead_inside(made: Language, roots: Mapping[str, HtmlElement]) -> None:
    """Links to pages of the handbook lead there and not to the site."""
    chapters = {made.address(made.pages[id_]): id_ for id_ in roots}
    anchors = {name for root in roots.values() for name in root.xpath(".//@id")}
    for link in (link for root in roots.values() for link in root.xpath(".//a[@href]")):
        address, _, anchor = link.get("href").partition("#")
        if address in chapters:
            inside = f"{chapters[address]}--{anchor}"
            # The list of references, say, is not in the chapter but at the end of all.
            link.set("href", f"#{inside if inside in anchors else chapters[address]}")
            if link.get("class") != "term":
                link.set("class", "inside")
