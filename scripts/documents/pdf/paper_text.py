"""Prepares the article of a page for paper: interactive elements are expanded or left out.

Paper has no buttons, no collapsed text and no clickable links. The order of the text does not
change.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import html
from lxml.html import HtmlElement

from scripts.web.accessibility import scope_header_cells
from scripts.web.article import GAP, by_class, stripped_for
from scripts.web.no_text import PAPER

_KEPT = {"id", "class", "href", "src", "alt", "lang", "scope", "colspan", "rowspan", "start"}
_HEADINGS = {"h2", "h3", "h4", "h5"}


def lead(root: HtmlElement) -> HtmlElement | None:
    """The first paragraph of a page, if it comes before the first heading."""
    first = next((child for child in root if child.tag == "p" or child.tag in _HEADINGS), None)
    return first if first is not None and first.tag == "p" else None


def prepare_for_paper(
    root: HtmlElement, link: Callable[[str], str], audience: str = PAPER
) -> HtmlElement:
    """Modify the tree for paper, or for another audience without scripts.

    `link` maps an address on the page to one for the document.
    """
    scope_header_cells(stripped_for(audience, root))
    for box in root.xpath(".//input[@type='checkbox']"):
        box.tag, box.attrib["class"] = "span", "tick"
        del box.attrib["type"]
    for field in root.xpath(".//input|.//label"):
        field.drop_tree() if field.tag == "input" else field.drop_tag()
    for details in root.xpath(".//details"):
        details.tag = "div"
        for summary in details.xpath("./summary"):
            summary.tag, summary.attrib["class"] = "p", "summary"
    for element in by_class(root, "table"):
        if element.tag == "div":
            element.drop_tag()
    for mark in [each for name in ("cite", "ours", "mark") for each in by_class(root, name)]:
        _wrap_gap(mark)
    for target in root.xpath(".//a[@href]"):
        target.set("href", link(target.get("href")))
    for element in root.iter():
        if isinstance(element.tag, str) and not element.xpath("ancestor-or-self::svg"):
            for name in set(element.attrib) - _KEPT:
                del element.attrib[name]
    return root


def _wrap_gap(mark: HtmlElement) -> None:
    """Wrap the space before a mark in an element.

    If a text node ends with it, WeasyPrint 70 breaks lines too early (no issue found; remove when
    tests/print/test_gaps.py shows that it no longer does).
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


def lower_headings(root: HtmlElement, by: int, prefix: str) -> HtmlElement:
    """Lower headings by some levels, and prefix every id."""
    for element in root.iter():
        if element.tag in _HEADINGS:
            element.tag = f"h{int(element.tag[1]) + by}"
        if element.get("id"):
            element.set("id", f"{prefix}--{element.get('id')}")
    return root


def without(root: HtmlElement, name: str) -> HtmlElement:
    """Drop the elements of a class from the tree."""
    for element in by_class(root, name):
        element.drop_tree()
    return root
