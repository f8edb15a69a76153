"""The text of a page as its readers search it: the article in sections, and its words.

The article is read as a tree, like all articles (web/article.py), and cut in sections where
its HTML is serialised: a place can begin at any depth of the tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import pairwise

from lxml.html import HtmlElement

from scripts.language.folding import words
from scripts.web.article import parse, serialised, stripped_for
from scripts.web.no_text import SEARCH

_BEGIN, _END = "<article", "</article>"
# A place that a result can lead to: a heading, or an entry of a list made from data.
_PLACE = re.compile(r'<(?:h[2-6]|div|section|li|tr)\b[^>]*\bid="[^"]+"[^>]*>')
_ID = re.compile(r'\bid="([^"]+)"')
_HEADING = re.compile(r"<(h[1-6])\b[^>]*>(.*?)</\1>", re.DOTALL)
_CELLS = ("dd", "dt", "td", "th", "li", "small")
_TAG = re.compile(r"<[^>]+>")
_ADDRESS = re.compile(r"\bhttps?://\S+")


@dataclass(frozen=True)
class Section:
    """The stretch of an article from one place to the next; `html` joined gives it back."""

    html: str

    @property
    def id(self) -> str:
        """What an address ends in to lead here; "" for the beginning of the page."""
        found = _ID.search(self.html[: self.html.find(">")])
        return found.group(1) if found else ""

    @property
    def heading(self) -> str:
        """The text of its headings."""
        return " ".join(plain(text) for _, text in _HEADING.findall(self.html))

    @cached_property
    def words(self) -> list[str]:
        """The words of all of its text; Pagefind takes an address for one word, nobody types it."""
        return words(_ADDRESS.sub(" ", plain(self.html)))


def article(html: str) -> str:
    """The article of a page without marks and references; "" where there is none."""
    start = html.find(_BEGIN)
    if start < 0:
        return ""
    end = html.index(_END, start) + len(_END)
    root = stripped_for(SEARCH, parse(html[start:end]))
    for entry in root.xpath(".//div[@id]|.//section[@id]"):
        _name_by_heading(entry)
    # Pagefind would read the end of one cell and the beginning of the next as one word.
    for cell in root.iter(*_CELLS):
        _put_before(cell, " ")
    return serialised(root)


def _name_by_heading(entry: HtmlElement) -> None:
    """Let an entry of the glossary or of the open questions be a heading of its own."""
    name = next(iter(entry), None)
    if name is None or name.tag not in ("dt", "h4") or (entry.text or "").strip():
        return
    for small in name.iter("small"):
        _put_before(small, "– ")
    name.tag = "h4"
    name.attrib.clear()
    name.set("id", entry.get("id"))
    entry.addprevious(name)
    entry.drop_tag()


def _put_before(element: HtmlElement, text: str) -> None:
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent = element.getparent()
        parent.text = (parent.text or "") + text


def sections(html: str) -> list[Section]:
    """An article in its sections, in order."""
    starts = [0, *(match.start() for match in _PLACE.finditer(html)), len(html)]
    return [Section(html[start:end]) for start, end in pairwise(starts) if end > start]


def plain(html: str) -> str:
    """HTML as text; tags part words, as they do in Pagefind's index of blocks."""
    return unescape(_TAG.sub(" ", html))
