"""The notes of a printed document: renumbered from 1, with the references at its end.

A document holds parts of one page, or many pages; a reference cited several times is listed
once, and references that are not cited are left out.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from html import escape

from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup

from scripts.bibliography.note_marks import Mark, brackets, read_marks
from scripts.web.article import by_class, to_html

# The prefix of the anchors of references.
ANCHOR = "note-"


class References:
    """The references of one document, in order of first citation."""

    def __init__(self, name: str = ANCHOR) -> None:
        self._name = name
        self._numbers: dict[str, int] = {}
        self.has_ours = False

    def collect(self, cited: Iterable[HtmlElement], page: HtmlElement) -> None:
        """Renumber the notes in elements of `page`, which has its references at its end.

        Afterwards, `has_ours` tells whether one of them marks a claim of the site's own.
        """
        cited = list(cited)
        self.has_ours = self.has_ours or any(by_class(element, "ours") for element in cited)
        listed = {item.get("id"): item for item in page.xpath(".//ol/li[@id]")}
        for group in (each for element in cited for each in by_class(element, "cite")):
            marks, word = read_marks(group)
            renumbered = [
                Mark(self._number(listed[f"ref-{mark.number}"]), mark.locator) for mark in marks
            ]
            tail = group.tail
            group.clear()
            group.set("class", "cite")
            group.tail = tail
            inside = html.fragment_fromstring(brackets(renumbered, self._link, word), "sup")
            group.text = inside.text
            group.extend(inside)

    def _link(self, mark: Mark, _: int) -> str:
        return f'<a href="#{self._name}{mark.number}">{escape(mark.text, quote=False)}</a>'

    def _number(self, item: HtmlElement) -> int:
        item = copy.deepcopy(item)
        item.tail = None
        for element in by_class(item, "backs"):
            element.drop_tree()
        for element in item.iter():
            element.attrib.pop("rel", None)
        del item.attrib["id"]
        return self._numbers.setdefault(to_html(item).strip(), len(self._numbers) + 1)

    @property
    def items(self) -> list[Markup]:
        """The references as list items, the targets of the notes."""
        return [
            Markup(text.replace("<li", f'<li id="{self._name}{number}"', 1))
            for text, number in self._numbers.items()
        ]
