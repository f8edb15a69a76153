"""Adds the classes and wrappers that the layout of a page needs.

CSS cannot tell what a section is about: data/shapes.yml maps anchors to classes, and the parts of
the home page are laid out by position, whatever their headings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import takewhile

from lxml.html import Element, HtmlElement

from scripts.web.article import by_class

REFERENCES = "references"
# The home page needs the doors, a left and a right column.
_MIN_SECTIONS = 3
# A list of fewer links stays a list.
_MIN_WAYS = 3
_HEADINGS = ("h2", "h3")


def add_classes(article: HtmlElement, classes: Mapping[str, str]) -> None:
    """Add classes to the headings of an article, by anchor; existing classes are kept."""
    for heading in article.iter("h2", "h3"):
        if added := classes.get(heading.get("id", "")):
            heading.set("class", " ".join(filter(None, [heading.get("class"), added])))


def lay_out_ways(article: HtmlElement) -> None:
    """Make cards of a list that only leads on: each of its items begins with a bold link."""
    for ways in article.iter("ul"):
        if len(ways) >= _MIN_WAYS and all(_leads_on(item) for item in ways):
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
    """Wrap the parts below these headings in open `details`, which site.js collapses on phones.

    The first stays open there too, as an example of what the others contain.
    """
    headings = [each for each in article.iter("h3") if each.get("id") in anchors]
    for index, heading in enumerate(headings):
        content = list(takewhile(lambda each: each.tag not in _HEADINGS, heading.itersiblings()))
        box: HtmlElement = Element("details", {"class": "role", "open": ""})
        if index:
            box.set("data-fold", "")
        heading.addprevious(box)
        # A link in a summary is no stop of its own to every screen reader (HTML, interactive
        # content), and the heading has its anchor all the same.
        for link in by_class(heading, "headerlink"):
            link.drop_tree()
        summary = Element("summary")
        box.append(summary)
        summary.append(heading)
        box.extend(content)


def lay_out_home(article: HtmlElement) -> None:
    """Lay out the home page: the first section as doors, the others in two columns.

    The last section is the right column, those between are the left one. The first list of the
    doors is the doors themselves, a second one is a row of links (`ways`). A figure at the end of
    the last section spans both columns.
    """
    sections = _sections(article)
    notes = [section for section in sections if section[0].get("id") == REFERENCES]
    own = [section for section in sections if section not in notes]
    if len(own) < _MIN_SECTIONS:
        return
    doors, *left, right = own
    for ways in [each for each in doors if each.tag == "ul"][1:]:
        ways.classes.add("ways")
    pictures = [each for each in right if each.tag == "figure"]
    right = [each for each in right if each.tag != "figure"]
    index = article.index(doors[0])
    columns = _box("columns", [_box("", [each for part in left for each in part]), _box("", right)])
    article.insert(index, _box("doors", doors))
    article.insert(index + 1, columns)
    for picture in reversed(pictures):
        article.insert(index + 2, picture)


def _sections(article: HtmlElement) -> list[list[HtmlElement]]:
    """Each h2 with the elements below it."""
    sections: list[list[HtmlElement]] = []
    for element in article:
        if element.tag == "h2":
            sections.append([element])
        elif sections:
            sections[-1].append(element)
    return sections


def _box(name: str, content: Iterable[HtmlElement]) -> HtmlElement:
    """A new div with these elements, which are moved into it."""
    box: HtmlElement = Element("div", {"class": name} if name else {})
    box.text = box.tail = "\n"
    box.extend(content)
    return box
