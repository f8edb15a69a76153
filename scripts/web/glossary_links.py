"""Links the first occurrence of each glossary term on a page to its entry.

At most `MOST` on a page, none in its lead, and none for a word that every reader knows
(`everyday`). Never inside headings, links, quotations, code, names of works, fact boxes, lists
made from data or text in another language (no_text.py); and not on the term's own page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import Element, HtmlElement

from scripts.content.glossary import inflections
from scripts.content.records import Term
from scripts.web.no_text import GLOSSARY, no_text

# So many terms may be linked on one page, the first ones.
MOST = 8


@dataclass(frozen=True)
class Entry:
    """A glossary entry as a page links to it."""

    id: str
    page: str


class Linker:
    """Finds the terms of one language in text. `terms` are records of the glossary."""

    def __init__(self, terms: list[Term], code: str) -> None:
        self._by_form: dict[str, Entry] = {}
        self._everyday: set[str] = set()
        for record in terms:
            if code in record.get("everyday", ()):
                self._everyday.add(record["id"])
            entry = Entry(record["id"], record.get("page", ""))
            for form in inflections(record, code):
                self._by_form.setdefault(form.casefold(), entry)
        # Longest first, so that "modellkommune" does not hide "modellkommunemetodikken".
        spelt = sorted(self._by_form, key=lambda form: (-len(form), form))
        self._pattern = re.compile(
            r"(?<![\w-])(?:"
            + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in spelt)
            + r")(?![\w-]|\.\w)",
            re.IGNORECASE,
        )

    def link(self, root: HtmlElement, address: str, page_id: str) -> None:
        """Link each term of an article once.

        Args:
            root: The article, which is changed.
            address: The glossary's, relative to the page. The script that shows a definition
                on hover, focus and touch finds it in the open data by the id of the link.
            page_id: The page's own id: the page of a term does not link it.
        """
        if not self._by_form:
            return
        closed = set(no_text(GLOSSARY)(root))
        closed.update(root.xpath("./p[1]"))  # the lead
        done = {term.id for term in self._by_form.values() if term.page == page_id}
        done |= self._everyday
        full = len(done) + MOST

        def visit(element: HtmlElement) -> None:
            children = list(element)
            element.text, links = self._links(element.text, address, done, full)
            element[:0] = links
            for child in children:
                if child not in closed:
                    visit(child)
                child.tail, links = self._links(child.tail, address, done, full)
                if links:
                    at = element.index(child) + 1
                    element[at:at] = links

        visit(root)

    def _links(
        self, text: str | None, address: str, done: set[str], full: int
    ) -> tuple[str | None, list[HtmlElement]]:
        """The text before the first link, and the links, each with the text that follows it."""
        if not text or text.isspace():
            return text, []
        links: list[HtmlElement] = []
        pieces, position = [], 0
        for match in self._pattern.finditer(text):
            term = self._by_form[" ".join(match.group().casefold().split())]
            if term.id in done or len(done) >= full:
                continue
            done.add(term.id)
            link = Element("a", {"class": "term", "href": f"{address}#term-{term.id}"})
            link.text = match.group()
            pieces.append(text[position : match.start()])
            links.append(link)
            position = match.end()
        before, *after = [*pieces, text[position:]]
        for link, tail in zip(links, after, strict=True):
            link.tail = tail
        return before, links
