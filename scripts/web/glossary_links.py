"""Links the first occurrence of each glossary term on a page to its entry.

At most `MOST` on a page, none in its lead, and none for a word that every reader knows
(`everyday`). Never inside headings, links, quotations, code, titles of works, fact boxes, lists
made from data or text in another language (no_text.py); and not on the term's own page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import Element, HtmlElement

from scripts.content.glossary import inflections
from scripts.content.records import Term
from scripts.web.no_text import GLOSSARY, no_text

# The maximum number of linked terms per page.
MOST = 8


@dataclass(frozen=True)
class Entry:
    """A glossary entry as a page links to it."""

    id: str
    page: str


class Linker:
    """Finds glossary terms (`terms`) in text of the language `code` and links them."""

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
        longest_first = sorted(self._by_form, key=lambda form: (-len(form), form))
        self._pattern = re.compile(
            r"(?<![\w-])(?:"
            + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest_first)
            + r")(?![\w-]|\.\w)",
            re.IGNORECASE,
        )

    def link(self, root: HtmlElement, address: str, page_id: str) -> None:
        """Link the first occurrence of each term of an article.

        Args:
            root: The article, changed in place.
            address: The URL of the glossary, relative to the page. The script that shows a
                definition on hover, focus and touch looks it up in the open data by the link's
                fragment.
            page_id: The id of the page: a term is not linked on its own page.
        """
        if not self._by_form:
            return
        excluded = set(no_text(GLOSSARY)(root))
        excluded.update(root.xpath("./p[1]"))  # the lead
        done = {term.id for term in self._by_form.values() if term.page == page_id}
        done |= self._everyday
        limit = len(done) + MOST

        def visit(element: HtmlElement) -> None:
            children = list(element)
            element.text, links = self._links(element.text, address, done, limit)
            element[:0] = links
            for child in children:
                if child not in excluded:
                    visit(child)
                child.tail, links = self._links(child.tail, address, done, limit)
                if links:
                    after = element.index(child) + 1
                    element[after:after] = links

        visit(root)

    def _links(
        self, text: str | None, address: str, done: set[str], limit: int
    ) -> tuple[str | None, list[HtmlElement]]:
        """The text before the first link, and the links, each with its tail."""
        if not text or text.isspace():
            return text, []
        links: list[HtmlElement] = []
        pieces, position = [], 0
        for match in self._pattern.finditer(text):
            term = self._by_form[" ".join(match.group().casefold().split())]
            if term.id in done or len(done) >= limit:
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
