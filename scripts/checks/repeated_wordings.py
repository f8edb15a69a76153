"""Finds wordings with the same source that are repeated on several pages.

A fact that is repeated on every page obscures the page where it belongs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.content.citations import MARKS, find_citations
from scripts.content.pages import SourcePage
from scripts.content.statements import blocks

# The n-gram size: so many consecutive words in common are the same wording.
_NGRAM_SIZE = 10
# The maximum number of pages per language with the same wording.
PAGES = 3
_WORD = re.compile(r"[\w’'-]+")
_MARKUP = re.compile(r"\]\([^)]*\)|\{[^}]*\}|[*_\[\]|>#]")


@dataclass(frozen=True)
class Occurrence:
    """A place where a phrase occurs."""

    path: str
    line: int
    text: str


@dataclass(frozen=True)
class CitedText:
    """The text that a citation covers (case-folded), its place, and the sources cited."""

    path: str
    line: int
    sources: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class RepeatedWording:
    """A wording with one source that occurs on more than `PAGES` pages."""

    source: str
    words: str
    places: tuple[Occurrence, ...]


def cited_texts(page: SourcePage) -> list[CitedText]:
    """Split the text of a page at its citations."""
    return [
        CitedText(page.path, block.line, sources, _MARKUP.sub(" ", text).casefold())
        for block in blocks(page.body, page.body_line)
        for sources, text in _split_at_citations(block.text)
    ]


def repeated_wordings(texts: Sequence[CitedText]) -> list[RepeatedWording]:
    """Find the repeated wordings of one language.

    Of wordings with the same source on the same pages, only the first is kept.
    """
    # Optimisation: only sources cited on enough pages can have a repeated wording.
    pages_citing: dict[str, set[str]] = defaultdict(set)
    for cited_text in texts:
        for source in cited_text.sources:
            pages_citing[source].add(cited_text.path)
    candidates = [
        (cited_text.path, cited_text.line, frequent_sources, _ngrams(cited_text.text))
        for cited_text in texts
        if (
            frequent_sources := [
                source for source in cited_text.sources if len(pages_citing[source]) > PAGES
            ]
        )
    ]
    # Optimisation: most n-grams occur on one page only, whatever they cite.
    ngrams_on_page: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for path, _, _, ngrams in candidates:
        ngrams_on_page[path].update(ngrams)
    pages_with = Counter(ngram for ngrams in ngrams_on_page.values() for ngram in ngrams)
    # For each source and n-gram, the pages with the line of the first occurrence.
    places_of: dict[tuple[str, tuple[str, ...]], dict[str, int]] = defaultdict(dict)
    for path, line, frequent_sources, ngrams in candidates:
        for ngram in ngrams:
            if pages_with[ngram] > PAGES:
                for source in frequent_sources:
                    places_of[source, ngram].setdefault(path, line)
    repeated: dict[tuple[str, ...], RepeatedWording] = {}
    for (source, ngram), places in places_of.items():
        if len(places) > PAGES:
            wording = " ".join(ngram)
            occurrences = tuple(Occurrence(path, line, wording) for path, line in places.items())
            repeated.setdefault((source, *places), RepeatedWording(source, wording, occurrences))
    return list(repeated.values())


def _ngrams(text: str) -> list[tuple[str, ...]]:
    """The n-grams of a text, with n = `_NGRAM_SIZE`."""
    words = _WORD.findall(text)
    return list(zip(*(words[start:] for start in range(_NGRAM_SIZE)), strict=False))


def _split_at_citations(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the text before each citation, with the sources that it names."""
    begin = 0
    for citation in find_citations(text):
        if ids := tuple(cite.id for cite in citation.cites if cite.id not in MARKS):
            yield ids, text[begin : citation.start]
        begin = citation.end
