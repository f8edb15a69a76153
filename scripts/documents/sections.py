"""Parses the sections of a page's HTML that people fill in or tick off in a meeting.

The input is the same HTML that the page shows, so that a form on paper, in Word and on the
page can never differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from lxml.html import HtmlElement

from scripts.web.aligned_columns import side
from scripts.web.article import sections

NUMBERS, POINTS, BOXES = "numbers", "points", "boxes"

_LEVELS = {"sup": "superscript", "sub": "subscript"}
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True)
class Span:
    """A run of text with uniform formatting."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    lang: str = ""
    # "superscript", "subscript", or "" for the baseline.
    level: str = ""
    # Whether it is a placeholder to be replaced by the reader.
    blank: bool = False


Text = tuple[Span, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of text."""

    text: Text


@dataclass(frozen=True)
class Heading:
    """A heading within a section."""

    text: Text


@dataclass(frozen=True)
class Listing:
    """A list; `kind` is the marker of its items: numbers, bullets or check boxes.

    `start` is the first number of a numbered list.
    """

    kind: str
    items: tuple[Text, ...]
    start: int = 1


@dataclass(frozen=True)
class Table:
    """A table with one header row; an empty text is a cell to fill in.

    `sides` is the alignment of each column: `right`, `center`, or "" for left.
    """

    heads: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    sides: tuple[str, ...] = ()

    def blank(self, column: int) -> bool:
        """Whether all cells of a column are to be filled in."""
        return all(not row[column] for row in self.rows)


Block = Paragraph | Heading | Listing | Table


@dataclass(frozen=True)
class Part:
    """A section: its heading and its blocks."""

    title: str
    blocks: tuple[Block, ...]


def read_parts(root: HtmlElement, anchors: tuple[str, ...], address: str) -> dict[str, Part]:
    """The sections of a page by the anchor of their heading.

    Args:
        root: The page's article, without elements that Word files leave out.
        anchors: The anchors of the wanted sections.
        address: The page's own address, as the base of its links.

    Returns:
        The sections found, in the order of the page.
    """
    parts = {}
    for anchor, section in sections(root).items():
        if anchor in anchors:
            heading, *below = section.elements
            title = plain(_text(heading, address))
            parts[anchor] = Part(title, tuple(_blocks(below, address)))
    return parts


def plain(text: Text) -> str:
    """The plain text, without formatting."""
    return "".join(span.text for span in text)


def lead_in(text: Text) -> str:
    """The bold start of a paragraph, or all of it: a title for the block that follows."""
    bold = text[0].text if text and text[0].bold else plain(text)
    return bold.strip().rstrip(":.")


def as_boxes(part: Part) -> Part:
    """The same section with its lists as checklists."""
    blocks = (
        replace(block, kind=BOXES) if isinstance(block, Listing) else block for block in part.blocks
    )
    return replace(part, blocks=tuple(blocks))


def _blocks(elements: Iterable[HtmlElement], address: str) -> Iterator[Block]:
    for element in elements:
        table = element if element.tag == "table" else element.find("table")
        if table is not None:
            yield _table(table, address)
        elif element.tag in ("ol", "ul"):
            yield _listing(element, address)
        elif element.tag == "h3":
            yield Heading(_text(element, address))
        elif element.tag == "p":
            yield Paragraph(_text(element, address))


def _table(table: HtmlElement, address: str) -> Table:
    heads, *rows = [
        tuple(_text(cell, address) for cell in row.iterchildren("th", "td"))
        for row in table.iter("tr")
    ]
    last = table.xpath("(.//tr)[last()]")
    sides = tuple(side(cell.get("class")) for row in last for cell in row.iterchildren("th", "td"))
    return Table(heads, tuple(rows), sides)


def _listing(element: HtmlElement, address: str) -> Listing:
    items = tuple(_text(item, address) for item in element.iterchildren("li"))
    if element.find(".//input") is not None:
        return Listing(BOXES, items)
    if element.tag == "ol":
        return Listing(NUMBERS, items, int(element.get("start", "1")))
    return Listing(POINTS, items)


def _text(element: HtmlElement, address: str) -> Text:
    """The text of an element, with white space collapsed as in a browser."""
    spans: list[Span] = []
    for span in _spans(element, Span(""), address):
        text = _SPACE.sub(" ", span.text)
        if not spans or spans[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text and spans and replace(spans[-1], text="") == replace(span, text=""):
            spans[-1] = replace(span, text=spans[-1].text + text)
        elif text:
            spans.append(replace(span, text=text))
    if spans:
        # A cell with only white space, including no-break spaces, is empty.
        spans[-1] = replace(spans[-1], text=spans[-1].text.rstrip())
    return tuple(span for span in spans if span.text)


def _spans(element: HtmlElement, style: Span, address: str) -> Iterator[Span]:
    style = replace(
        style,
        bold=style.bold or element.tag in ("strong", "b"),
        italic=style.italic or element.tag in ("em", "i", "cite"),
        href=urljoin(address, element.get("href")) if element.get("href") else style.href,
        lang=element.get("lang") or style.lang,
        level=_LEVELS.get(element.tag, style.level),
    )
    # A <br> separates words.
    yield replace(style, text=" " if element.tag == "br" else element.text or "")
    for child in element:
        yield from _spans(child, style, address)
        yield replace(style, text=child.tail or "")
