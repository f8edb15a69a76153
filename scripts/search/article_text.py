"""The searchable text of a page: its article, split into sections, and their words.

The article is changed as a tree, like all articles (web/article.py), and split into sections after
it is serialised: a section can begin at any depth of the tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import pairwise

from lxml.html import HtmlElement

from scripts.language.folding import tokens
from scripts.web.article import parse, serialised, stripped_for
from scripts.web.no_text import SEARCH

_BEGIN, _END = "<article", "</article>"
# The start of a section, which a result can link to: a heading, or an entry of a list.
_SECTION_START = re.compile(r'<(?:h[2-6]|div|section|li|tr)\b[^>]*\bid="[^"]+"[^>]*>')
_ID = re.compile(r'\bid="([^"]+)"')
_HEADING = re.compile(r"<(h[1-6])\b[^>]*>(.*?)</\1>", re.DOTALL)
_CELLS = ("dd", "dt", "td", "th", "li", "small")
_TAG = re.compile(r"<[^>]+>")
_ADDRESS = re.compile(r"\bhttps?://\S+")


@dataclass(frozen=True)
class Section:
    """The HTML from one anchor to the next; joined in order, they give the whole article."""

    html: str

    @property
    def id(self) -> str:
        """The fragment of its URL, "" for the beginning of the page."""
        match = _ID.search(self.html[: self.html.find(">")])
        return match.group(1) if match else ""

    @property
    def heading(self) -> str:
        """The text of its headings."""
        return " ".join(plain(text) for _, text in _HEADING.findall(self.html))

    @cached_property
    def words(self) -> list[str]:
        """All words of its text but URLs, each of which Pagefind would index as one word."""
        return tokens(_ADDRESS.sub(" ", plain(self.html)))


def article(html: str) -> str:
    """The article of a page without source marks and references; "" if it has none."""
    start = html.find(_BEGIN)
    if start < 0:
        return ""
    end = html.index(_END, start) + len(_END)
    root = stripped_for(SEARCH, parse(html[start:end]))
    for entry in root.xpath(".//div[@id]|.//section[@id]"):
        _name_by_heading(entry)
    # Pagefind would join the last word of a cell and the first of the next.
    for cell in root.iter(*_CELLS):
        _put_before(cell, " ")
    return serialised(root)


def _name_by_heading(entry: HtmlElement) -> None:
    """Turn the name of a glossary entry or an open question into a heading before it."""
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
    """The sections of an article, in order."""
    starts = [0, *(match.start() for match in _SECTION_START.finditer(html)), len(html)]
    return [Section(html[start:end]) for start, end in pairwise(starts) if end > start]


def plain(html: str) -> str:
    """HTML as text; every tag separates words, as block elements do in Pagefind."""
    return unescape(_TAG.sub(" ", html))
