"""The text of a page made ready for paper: what only a screen can do is opened or left out.

Paper has no button, no folded text and no link that is followed by touching it. The
order of the text is the page's own.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup

from scripts.bibliography.notes import GAP

# What is of use on a screen alone.
_LEFT_OUT = (
    "headerlink",
    "backs",
    "filters",
    "downloads-box",
    "planner",
    "cite-page",
    "read-aloud",
)
_NOT_READ = ".//comment()|.//script|.//style|.//button|.//select|.//dialog|.//*[@hidden]"
_KEPT = {"id", "class", "href", "src", "alt", "lang", "scope", "colspan", "rowspan", "start"}
_HEADINGS = {"h2", "h3", "h4", "h5"}


@dataclass(frozen=True)
class Section:
    """A heading of a page with what stands below it."""

    anchor: str
    title: str
    elements: tuple[HtmlElement, ...]

    @property
    def html(self) -> Markup:
        """Heading and text."""
        return markup(*self.elements)

    @property
    def body(self) -> Markup:
        """The text without its heading."""
        return markup(*self.elements[1:])

    def parts(self, tag: str) -> list[Section]:
        """What stands below each heading of a lower level."""
        return _split(self.elements[1:], tag)


def parse(text: str) -> HtmlElement:
    """The HTML of a page's text as a tree under one element."""
    return html.fragment_fromstring(text, create_parent="div")


def to_html(element: HtmlElement) -> str:
    """An element as text, with what follows it."""
    return str(html.tostring(element, encoding="unicode"))


def markup(*elements: HtmlElement) -> Markup:
    """Elements as HTML that a template puts in as it is."""
    return Markup("".join(map(to_html, elements)))


def inner(element: HtmlElement) -> Markup:
    """What stands inside an element."""
    whole = copy.copy(element)
    return Markup(escape(whole.text or "", quote=False)) + markup(*whole)


def having(root: HtmlElement, name: str) -> list[HtmlElement]:
    """The elements of a class."""
    return list(
        root.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")
    )


def lead(root: HtmlElement) -> HtmlElement | None:
    """The first paragraph of a page."""
    return next((child for child in root if child.tag == "p"), None)


def sections(root: HtmlElement) -> dict[str, Section]:
    """The sections of a page by anchor, in order."""
    return {section.anchor: section for section in _split(root, "h2")}


def _split(elements: Iterable[HtmlElement], tag: str) -> list[Section]:
    groups: list[list[HtmlElement]] = []
    for element in elements:
        if element.tag == tag:
            groups.append([element])
        elif groups:
            groups[-1].append(element)
    return [
        Section(group[0].get("id", ""), group[0].text_content().strip(), tuple(group))
        for group in groups
    ]


def opened(root: HtmlElement, link: Callable[[str], str]) -> HtmlElement:
    """The tree for paper. `link` turns an address on the page into one for the document."""
    for name in _LEFT_OUT:
        for element in having(root, name):
            element.drop_tree()
    for element in root.xpath(_NOT_READ):
        # What a style sheet says inside a drawing belongs to the drawing.
        if element.getparent() is not None and not element.xpath("ancestor::svg"):
            element.drop_tree()
    for box in root.xpath(".//input[@type='checkbox']"):
        box.tag, box.attrib["class"] = "span", "tick"
        del box.attrib["type"]
    for element in root.xpath(".//input|.//label"):
        element.drop_tree() if element.tag == "input" else element.drop_tag()
    for details in root.xpath(".//details"):
        details.tag = "div"
        for summary in details.xpath("./summary"):
            summary.tag, summary.attrib["class"] = "p", "summary"
    for element in [*having(root, "table"), *having(root, "term")]:
        if element.tag in ("div", "a"):
            element.drop_tag()
    for mark in [*having(root, "cite"), *having(root, "mark")]:
        _set_gap_apart(mark)
    for mark in root.xpath(".//a[@data-mark]"):
        mark.tag = "span"
        del mark.attrib["href"]
    for target in root.xpath(".//a[@href]"):
        target.set("href", link(target.get("href")))
    for element in root.iter():
        if isinstance(element.tag, str) and not element.xpath("ancestor-or-self::svg"):
            for name in set(element.attrib) - _KEPT:
                del element.attrib[name]
    return root


def _set_gap_apart(mark: HtmlElement) -> None:
    """The space before a mark in an element of its own.

    Where a text ends with it, WeasyPrint 70 breaks lines too early (no issue found; remove when
    tests/print/test_gaps.py says that it no longer does).
    """
    before, parent = mark.getprevious(), mark.getparent()
    text = (parent.text if before is None else before.tail) or ""
    if not text.endswith(GAP):
        return
    gap = html.Element("span")
    gap.text = GAP
    if before is None:
        parent.text = text.removesuffix(GAP)
    else:
        before.tail = text.removesuffix(GAP)
    mark.addprevious(gap)


def lowered(root: HtmlElement, by: int, prefix: str) -> HtmlElement:
    """Headings moved down by some levels, and every id made the page's own."""
    for element in root.iter():
        if element.tag in _HEADINGS:
            element.tag = f"h{int(element.tag[1]) + by}"
        if element.get("id"):
            element.set("id", f"{prefix}--{element.get('id')}")
    return root


def without(root: HtmlElement, name: str) -> HtmlElement:
    """The tree less the elements of a class."""
    for element in having(root, name):
        element.drop_tree()
    return root
