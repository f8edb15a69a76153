"""The notes of a printed document: numbered anew from 1, with their references at its end.

A document holds parts of one page, or many pages; a reference that several cite stands
once, and what no part cites is left out.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable

from lxml.html import HtmlElement
from markupsafe import Markup

from scripts.web.article import having, to_html

# A note in the text leads to the reference of this name and a number.
ANCHOR = "note-"


class References:
    """The references of one document, in the order they are first cited."""

    def __init__(self, name: str = ANCHOR) -> None:
        self._name = name
        self._numbers: dict[str, int] = {}
        self._classes: dict[str, None] = {}

    def collect(self, cited: Iterable[HtmlElement], page: HtmlElement) -> None:
        """Number the notes in some elements of `page`, whose references stand at its end."""
        listed = {item.get("id"): item for item in page.xpath(".//ol/li[@id]")}
        for mark in (mark for element in cited for mark in having(element, "cite")):
            (link,) = mark.xpath("./a")
            number = self._number(listed[link.get("href").removeprefix("#")])
            link.text = str(number)
            link.set("href", f"#{self._name}{number}")
            mark.attrib.pop("id", None)
            evidence = mark.get("class").rpartition("cite-")[2]
            self._classes.setdefault(evidence)

    def _number(self, item: HtmlElement) -> int:
        item = copy.deepcopy(item)
        item.tail = None
        for element in having(item, "backs"):
            element.drop_tree()
        for element in item.iter():
            element.attrib.pop("rel", None)
        del item.attrib["id"]
        return self._numbers.setdefault(to_html(item).strip(), len(self._numbers) + 1)

    @property
    def classes(self) -> list[str]:
        """The kinds of source that the letters after the numbers tell of."""
        return list(self._classes)

    @property
    def items(self) -> list[Markup]:
        """The references as list items that the notes lead to."""
        return [
            Markup(text.replace("<li", f'<li id="{self._name}{number}"', 1))
            for text, number in self._numbers.items()
        ]
