"""The HTML of a page's content as one lxml tree.

Everything that reads or changes an article works on this tree: screens, the glossary, paper,
Word and the search. An article is parsed once and serialised once for each of them; no_text.py
lists the elements that each audience ignores.
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

# Between a word and its note reference, and between two references, so that "2013" and note 22
# never become one number when the text is copied, read aloud or converted to plain text.
GAP = "\N{NO-BREAK SPACE}"

_BEGIN, _END = "<div>", "</div>"


@dataclass(frozen=True)
class Section:
    """A heading with the elements below it."""

    anchor: str
    title: str
    elements: tuple[HtmlElement, ...]

    @property
    def html(self) -> Markup:
        """Heading and content."""
        return markup(*self.elements)

    @property
    def body(self) -> Markup:
        """The content without its heading."""
        return markup(*self.elements[1:])

    def parts(self, tag: str) -> list[Section]:
        """The subsections: each heading `tag` of a lower level with what follows it."""
        return _split(self.elements[1:], tag)


@dataclass
class Article:
    """The content of a page, parsed once for all that is made from it."""

    html: str

    @cached_property
    def _tree(self) -> HtmlElement:
        return parse(self.html)

    def tree(self, audience: str = "") -> HtmlElement:
        """A copy of the tree, free to change, stripped for an audience if one is named."""
        root = copy.deepcopy(self._tree)
        return stripped_for(audience, root) if audience else root


def stripped_for(audience: str, root: HtmlElement) -> HtmlElement:
    """Remove from the tree, in place, the elements that an audience ignores; returns it."""
    for element in no_text(audience)(root):
        drop(element)
    return root


def drop(element: HtmlElement) -> None:
    """Remove an element, and the gap (`GAP`) before it; the text after it stays."""
    before, parent = element.getprevious(), element.getparent()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "").removesuffix(GAP)
    else:
        parent.text = (parent.text or "").removesuffix(GAP)
    element.drop_tree()


def parse(text: str) -> HtmlElement:
    """Parse an HTML fragment into a tree under one wrapper element."""
    return html.fragment_fromstring(text, create_parent="div")


def serialised(root: HtmlElement) -> str:
    """The tree as HTML, without its wrapper element."""
    return to_html(root).removeprefix(_BEGIN).removesuffix(_END)


def to_html(element: HtmlElement) -> str:
    """An element as HTML, with its tail."""
    return str(html.tostring(element, encoding="unicode"))


def markup(*elements: HtmlElement) -> Markup:
    """Elements as HTML that a template does not escape."""
    return Markup("".join(map(to_html, elements)))


def inner(element: HtmlElement) -> Markup:
    """The inner HTML of an element."""
    return Markup(escape(element.text or "", quote=False)) + markup(*element)


def by_class(root: HtmlElement, name: str) -> list[HtmlElement]:
    """The descendants that have a class, in document order."""
    return list(
        root.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")
    )


def wrap(box: HtmlElement, elements: Iterable[HtmlElement], *, text: bool = False) -> None:
    """Wrap consecutive siblings in a new element.

    Args:
        box: The new element.
        elements: The siblings, at least one.
        text: Whether the tail of the last one is wrapped as well.
    """
    first, *rest = elements
    first.addprevious(box)
    for element in (first, *rest):
        box.append(element)
    if not text:
        box.tail, box[-1].tail = box[-1].tail, None


def sections(root: HtmlElement) -> dict[str, Section]:
    """The sections (h2) of a page by anchor, in order."""
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
