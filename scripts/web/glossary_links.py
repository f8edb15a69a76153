"""Links the first occurrence of each glossary term on a page to its entry.

Works on the HTML of a page's text, tag by tag, so that every byte but the links stays
as it is. Never inside headings, links, quotations, code, names of works, fact boxes,
lists made from data or text in another language; and not on the term's own page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from scripts.content.glossary import forms

# Within these a link would break another, or change what somebody else said.
_CLOSED = frozenset(
    {"a", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "q", "cite", "code", "pre", "th"}
    | {"sup", "button", "summary", "svg", "aside", "script", "style", "dt", "caption", "label"}
)
_CLOSED_ATTRIBUTES = re.compile(
    r'\b(?:lang|data-list)=|\bclass="[^"]*\b(?:references|editorial-note|class-key|entry-meta)\b'
)
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "meta", "link", "source", "col", "area"})
_TAG = re.compile(r"(<[^>]+>)")
_NAME = re.compile(r"</?([a-zA-Z][\w-]*)")


@dataclass(frozen=True)
class Term:
    """A glossary entry as a page links to it."""

    id: str
    page: str


class Linker:
    """Finds the terms of one language in text. `terms` are records of the glossary."""

    def __init__(self, terms: list[dict[str, Any]], code: str) -> None:
        self._by_form: dict[str, Term] = {}
        for record in terms:
            term = Term(record["id"], record.get("page", ""))
            for form in forms(record, code):
                self._by_form.setdefault(form.casefold(), term)
        # Longest first, so that "modellkommune" does not hide "modellkommunemetodikken".
        spelt = sorted(self._by_form, key=lambda form: (-len(form), form))
        self._pattern = re.compile(
            r"(?<![\w-])(?:"
            + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in spelt)
            + r")(?![\w-]|\.\w)",
            re.IGNORECASE,
        )

    def link(self, html: str, address: str, page_id: str) -> str:
        """The HTML with each term linked once.

        `address` is the glossary's, relative to the page. The script that shows a
        definition on hover, focus and touch finds it in the open data by the id.
        """
        done: set[str] = set()
        out: list[str] = []
        open_tags: list[tuple[str, bool]] = []
        for part in _TAG.split(html):
            if not part.startswith("<"):
                closed = any(is_closed for _, is_closed in open_tags)
                out.append(part if closed else self._in_text(part, address, page_id, done))
                continue
            out.append(part)
            _follow(part, open_tags)
        return "".join(out)

    def _in_text(self, text: str, address: str, page_id: str, done: set[str]) -> str:
        def replace(match: re.Match[str]) -> str:
            term = self._by_form[" ".join(match.group().casefold().split())]
            if term.id in done or term.page == page_id:
                return match.group()
            done.add(term.id)
            return f'<a class="term" href="{address}#term-{term.id}">{match.group()}</a>'

        return self._pattern.sub(replace, text) if self._by_form else text


def _follow(tag: str, open_tags: list[tuple[str, bool]]) -> None:
    """Keep the list of tags that are open, each with whether it closes its text off."""
    found = _NAME.match(tag)
    if found is None:
        return
    name = found.group(1).lower()
    if tag.startswith("</"):
        while open_tags and open_tags.pop()[0] != name:
            pass
    elif name not in _VOID and not tag.endswith("/>"):
        open_tags.append((name, name in _CLOSED or bool(_CLOSED_ATTRIBUTES.search(tag))))
