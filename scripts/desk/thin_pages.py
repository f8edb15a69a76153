"""Pages that say little, or that few stand behind who had no part in the method."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from scripts.content.citations import find_citations
from scripts.content.pages import Site, SourcePage
from scripts.content.records import DeskSettings
from scripts.content.sources import Source
from scripts.content.standing import is_independent
from scripts.desk.items import Item

# Pages that tell of the world. The others are guides, forms, lists, or the site's own words.
_KINDS = ("concept", "phase-knowledge", "municipality", "publication")
# What is no word of the text: citations, braces and placeholders, addresses of links.
_NO_TEXT = re.compile(r"\[[^\]\n]*@[^\]\n]*\]|\{[^}\n]*\}+|(?<=\])\([^)\n]*\)")
_WORD = re.compile(r"\w+(?:[-’'.,]\w+)*")


def words_in(body: str) -> int:
    """How many words of a page readers see."""
    return len(_WORD.findall(_NO_TEXT.sub(" ", body)))


def independent_in(page: SourcePage, sources: Mapping[str, Source]) -> int:
    """How many sources that a page cites stand outside the method."""
    ids = {cite.id for found in find_citations(page.body) for cite in found.cites}
    subject = page.title if page.kind == "municipality" else ""
    return sum(is_independent(sources[id_], subject) for id_ in ids if id_ in sources)


def thin_pages(site: Site, sources: Mapping[str, Source], settings: DeskSettings) -> Iterator[Item]:
    """Pages below a measure, those with the fewest independent sources and words first."""
    least_words, least_sources = settings["words"], settings["independent"]
    found = []
    for page in site.pages:
        if page.kind in _KINDS and page.readable:
            words, independent = words_in(page.body), independent_in(page, sources)
            if words < least_words or independent < least_sources:
                found.append((independent, words, page.path, page))
    for independent, words, path, page in sorted(found, key=lambda each: each[:3]):
        one = "source" if independent == 1 else "sources"
        what = f"{independent} independent {one}, {words} words"
        mend = "look for more, or say on the page what is not known"
        yield Item(path, page.body_line, what, mend, page.locale.code)
