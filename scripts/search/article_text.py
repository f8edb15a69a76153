"""The text of a page as its readers search it: the article in sections, and its words.

Works on built HTML with regular expressions and not with a parser: the pages are our
own, well-formed, and there may be thousands of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

_ARTICLE = re.compile(r"<article\b[^>]*>.*?</article>", re.DOTALL)
# Marks of notes and headings and the list of references would stand in every excerpt
# and answer every query. The list that the page of sources is made of stays.
_LEFT_OUT = re.compile(
    r'\N{NO-BREAK SPACE}?<sup class="cite.*?</sup>'
    r'|\N{NO-BREAK SPACE}?<a class="(?:mark mark-|headerlink)[^>]*>.*?</a>'
    r'|<span class="(?:editorial-note|mark)[^>]*>.*?</span>'
    r'|<(p|div|aside) class="(?:editorial-note|class-key)[^>]*>.*?</\1>'
    r'|<ol class="references" [^>]*>.*?</ol>'
    r"|<(svg|form|script|style)\b.*?</\2>"
    r"|<!--.*?-->",
    re.DOTALL,
)
# A place that a result can lead to: a heading, or an entry of a list made from data.
_PLACE = re.compile(r'<(?:h[2-6]|div|section|li|tr)\b[^>]*\bid="[^"]+"[^>]*>')
_ID = re.compile(r'\bid="([^"]+)"')
# An entry of the glossary or of the open questions is a heading of its own to the search.
_ENTRY = re.compile(r'<(?:div|section)\b[^>]*\bid="([^"]+)"[^>]*>\s*<(dt|h4)>(.*?)</\2>', re.DOTALL)
_HEADING = re.compile(r"<(h[1-6])\b[^>]*>(.*?)</\1>", re.DOTALL)
_CELL = re.compile(r"<(?:d[dt]|t[dh]|li|small)\b")
_TAG = re.compile(r"<[^>]+>")


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

    @property
    def text(self) -> str:
        """All of its text."""
        return plain(self.html)


def article(html: str) -> str:
    """The article of a page without marks and references; "" where there is none."""
    found = _ARTICLE.search(html)
    if found is None:
        return ""
    text = _ENTRY.sub(_as_heading, _LEFT_OUT.sub("", found.group()))
    # Pagefind would read the end of one cell and the beginning of the next as one word.
    return _CELL.sub(r" \g<0>", text)


def _as_heading(entry: re.Match[str]) -> str:
    text = entry[3].replace("<small", "– <small")
    return f'<h4 id="{entry[1]}">{text}</h4>'


def sections(html: str) -> list[Section]:
    """An article in its sections, in order."""
    starts = [0, *(match.start() for match in _PLACE.finditer(html)), len(html)]
    return [Section(html[start:end]) for start, end in pairwise(starts) if end > start]


def plain(html: str) -> str:
    """HTML as text; tags part words, as they do in Pagefind's index of blocks."""
    return unescape(_TAG.sub(" ", html))
