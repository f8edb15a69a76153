"""What is told after one source in the same words, and on how many pages.

A fact that is retold on every page hides the one where it belongs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.content.citations import MARKS, find_citations
from scripts.content.pages import SourcePage
from scripts.content.statements import blocks

# As many words in a row, after one source, are the same wording.
_WORDS = 10
# A fact may be told in so many pages of a language.
PAGES = 3
_WORD = re.compile(r"[\w’'-]+")
_MARKUP = re.compile(r"\]\([^)]*\)|\{[^}]*\}|[*_\[\]|>#]")


@dataclass(frozen=True)
class Place:
    """Where a phrase stands."""

    path: str
    line: int
    text: str


@dataclass(frozen=True)
class Told:
    """What stands before a citation: the place, the sources, and the words in small letters."""

    path: str
    line: int
    sources: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Retold:
    """A wording after one source that stands on more pages than it should."""

    source: str
    words: str
    places: tuple[Place, ...]


def told_in(page: SourcePage) -> list[Told]:
    """What a page tells, cut at its citations."""
    return [
        Told(page.path, block.line, sources, _MARKUP.sub(" ", text).casefold())
        for block in blocks(page.body, page.body_line)
        for sources, text in _sentences(block.text)
    ]


def retold(sentences: Sequence[Told]) -> list[Retold]:
    """Wordings of one language; of those that overlap on the same pages, the first."""
    # Only what is cited on so many pages can be told on them.
    cited: dict[str, set[str]] = defaultdict(set)
    for told in sentences:
        for source in told.sources:
            cited[source].add(told.path)
    worded = [
        (told.path, told.line, often, _runs(told.text))
        for told in sentences
        if (often := [source for source in told.sources if len(cited[source]) > PAGES])
    ]
    # Most wordings stand on one page only, whatever they cite.
    on_page: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for path, _, _, runs in worded:
        on_page[path].update(runs)
    pages_with = Counter(run for runs in on_page.values() for run in runs)
    # Of each wording the pages, and the line where it stands first.
    places_of: dict[tuple[str, tuple[str, ...]], dict[str, int]] = defaultdict(dict)
    for path, line, often, runs in worded:
        for run in runs:
            if pages_with[run] > PAGES:
                for source in often:
                    places_of[source, run].setdefault(path, line)
    found: dict[tuple[str, ...], Retold] = {}
    for (source, run), places in places_of.items():
        if len(places) > PAGES:
            wording = " ".join(run)
            found_at = tuple(Place(path, line, wording) for path, line in places.items())
            found.setdefault((source, *places), Retold(source, wording, found_at))
    return list(found.values())


def _runs(text: str) -> list[tuple[str, ...]]:
    """The n-grams of a text: every so many words that stand in a row."""
    words = _WORD.findall(text)
    return list(zip(*(words[at:] for at in range(_WORDS)), strict=False))


def _sentences(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """What stands before each citation, with the sources that it names."""
    begin = 0
    for citation in find_citations(text):
        if ids := tuple(cite.id for cite in citation.cites if cite.id not in MARKS):
            yield ids, text[begin : citation.start]
        begin = citation.end
