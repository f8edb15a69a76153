"""The text of a page as one tree.

Everything that reads or changes an article works on this tree: screens, the glossary, paper,
Word and the search. An article is parsed once for each of them and serialised once; what it
says is no text for whom stands in no_text.py.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from html import escape

from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup

from scripts.web.no_text import no_text

# Between a word and its mark, and between two marks, so that "2013" and note 22 are never one
# number to whoever copies the text, hears it or reads it as plain text. No line is broken there.
GAP = "\N{NO-BREAK SPACE}"

_BEGIN, _END = "<div>", "</div>"


@dataclass(frozen=True)
class Section:
    """A heading with what stands below it."""

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


@dataclass
class Article:
    """The text of a page, parsed once for all that is made from it."""

    html: str

    @cached_property
    def _tree(self) -> HtmlElement:
        return parse(self.html)

    def tree(self, audience: str = "") -> HtmlElement:
        """A tree to change at will, without what is no text for an audience."""
        root = copy.deepcopy(self._tree)
        return read_by(audience, root) if audience else root


def read_by(audience: str, root: HtmlElement) -> HtmlElement:
    """The tree, which is changed, without what is no text for an audience."""
    for element in no_text(audience)(root):
        drop(element)
    return root


def drop(element: HtmlElement) -> None:
    """Take out an element, and the gap that parts it from the text before."""
    before, parent = element.getprevious(), element.getparent()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "").removesuffix(GAP)
    else:
        parent.text = (parent.text or "").removesuffix(GAP)
    element.drop_tree()


def parse(text: str) -> HtmlElement:
    """The HTML of a page's text as a tree under one element."""
    return html.fragment_fromstring(text, create_parent="div")


def serialised(root: HtmlElement) -> str:
    """What stands under the one element of a tree, as HTML."""
    return to_html(root).removeprefix(_BEGIN).removesuffix(_END)


def to_html(element: HtmlElement) -> str:
    """An element as text, with what follows it."""
    return str(html.tostring(element, encoding="unicode"))


def markup(*elements: HtmlElement) -> Markup:
    """Elements as HTML that a template puts in as it is."""
    return Markup("".join(map(to_html, elements)))


def inner(element: HtmlElement) -> Markup:
    """What stands inside an element."""
    return Markup(escape(element.text or "", quote=False)) + markup(*element)


def having(root: HtmlElement, name: str) -> list[HtmlElement]:
    """The elements of a class."""
    return list(
        root.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")
    )


def wrap(box: HtmlElement, elements: Iterable[HtmlElement], *, text: bool = False) -> None:
    """Put siblings that follow one another into a new element in their place.

    Args:
        box: The new element.
        elements: The siblings, at least one.
        text: Whether the text that follows the last of them goes in as well.
    """
    first, *rest = elements
    first.addprevious(box)
    for element in (first, *rest):
        box.append(element)
    if not text:
        box.tail, box[-1].tail = box[-1].tail, None


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
