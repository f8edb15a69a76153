"""Thin pages: few words, or few independent sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from scripts.content.citations import find_citations
from scripts.content.pages import Site, SourcePage
from scripts.content.records import DeskSettings
from scripts.content.sources import Source
from scripts.content.standing import is_independent
from scripts.desk.items import Item

# Page types about facts; the others are guides, forms, lists, or the site's own words.
_KINDS = ("concept", "phase-knowledge", "municipality", "publication")
# Not counted as text: citations, attributes and placeholders, link targets.
_NO_TEXT = re.compile(r"\[[^\]\n]*@[^\]\n]*\]|\{[^}\n]*\}+|(?<=\])\([^)\n]*\)")
_WORD = re.compile(r"\w+(?:[-’'.,]\w+)*")


def words_in(body: str) -> int:
    """The number of visible words in the Markdown of a page."""
    return len(_WORD.findall(_NO_TEXT.sub(" ", body)))


def independent_in(page: SourcePage, sources: Mapping[str, Source]) -> int:
    """The number of independent sources that a page cites."""
    ids = {cite.id for citation in find_citations(page.body) for cite in citation.cites}
    subject = page.title if page.kind == "municipality" else ""
    return sum(is_independent(sources[id_], subject) for id_ in ids if id_ in sources)


def thin_pages(site: Site, sources: Mapping[str, Source], settings: DeskSettings) -> Iterator[Item]:
    """Pages below a threshold, those with the fewest independent sources and words first."""
    min_words, min_sources = settings["words"], settings["independent"]
    thin = []
    for page in site.pages:
        if page.kind in _KINDS and page.readable:
            words, independent = words_in(page.body), independent_in(page, sources)
            if words < min_words or independent < min_sources:
                thin.append((independent, words, page.path, page))
    for independent, words, path, page in sorted(thin, key=lambda each: each[:3]):
        one = "source" if independent == 1 else "sources"
        what = f"{independent} independent {one}, {words} words"
        fix = "look for more, or say on the page what is not known"
        yield Item(path, page.body_line, what, fix, page.locale.code)
