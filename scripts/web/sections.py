"""Gives the sections of a page the classes that its layout asks for.

Style sheets know no heading by its anchor: what a section holds is said in data/shapes.yml,
and where a part of the home page stands follows from its place, whatever it is called.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import takewhile

from lxml.html import Element, HtmlElement

REFERENCES = "references"
# The three doors, something to the left and something to the right of it.
_FEWEST = 3
_HEADINGS = ("h2", "h3")


def add_classes(article: HtmlElement, classes: Mapping[str, str]) -> None:
    """Give the headings of an article these classes, by their anchors, beside their own."""
    for heading in article.iter("h2", "h3"):
        if added := classes.get(heading.get("id", "")):
            heading.set("class", " ".join(filter(None, [heading.get("class"), added])))


def lay_out_ways(article: HtmlElement) -> None:
    """Make cards of a list that only leads on: each of its items begins with a bold link."""
    for ways in article.iter("ul"):
        if len(ways) >= _FEWEST and all(_leads_on(item) for item in ways):
            ways.classes |= ["tool-list", "ways-on"]


def _leads_on(item: HtmlElement) -> bool:
    first = next(iter(item), None)
    return (
        first is not None
        and first.tag == "strong"
        and not (item.text or "").strip()
        and len(first) > 0
        and first[0].tag == "a"
        and not (first.text or "").strip()
    )


def fold_parts(article: HtmlElement, anchors: Collection[str]) -> None:
    """Put the parts below these headings in boxes, open: site.js folds them on phones.

    The first stays open there too, and shows what the others hold.
    """
    headings = [each for each in article.iter("h3") if each.get("id") in anchors]
    for at, heading in enumerate(headings):
        told = list(takewhile(lambda each: each.tag not in _HEADINGS, heading.itersiblings()))
        box: HtmlElement = Element("details", {"class": "role", "open": ""})
        if at:
            box.set("data-fold", "")
        heading.addprevious(box)
        summary = Element("summary")
        box.append(summary)
        summary.append(heading)
        box.extend(told)


def lay_out_home(article: HtmlElement) -> None:
    """Make the first section of the home page doors, and the last stand beside those between.

    The first list of the doors is the doors, one below it a row of ways; a picture that ends the
    last section stands across both columns.
    """
    sections = _sections(article)
    notes = [section for section in sections if section[0].get("id") == REFERENCES]
    own = [section for section in sections if section not in notes]
    if len(own) < _FEWEST:
        return
    doors, *left, right = own
    for ways in [each for each in doors if each.tag == "ul"][1:]:
        ways.classes.add("ways")
    pictures = [each for each in right if each.tag == "figure"]
    right = [each for each in right if each.tag != "figure"]
    at = article.index(doors[0])
    columns = _box("columns", [_box("", [each for part in left for each in part]), _box("", right)])
    article.insert(at, _box("doors", doors))
    article.insert(at + 1, columns)
    for picture in reversed(pictures):
        article.insert(at + 2, picture)


def _sections(article: HtmlElement) -> list[list[HtmlElement]]:
    """Each heading of the second level with what stands below it."""
    sections: list[list[HtmlElement]] = []
    for element in article:
        if element.tag == "h2":
            sections.append([element])
        elif sections:
            sections[-1].append(element)
    return sections


def _box(name: str, content: Iterable[HtmlElement]) -> HtmlElement:
    """A box around elements, which are moved into it."""
    box: HtmlElement = Element("div", {"class": name} if name else {})
    box.text = box.tail = "\n"
    box.extend(content)
    return box
