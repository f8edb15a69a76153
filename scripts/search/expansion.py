"""Messages that mean the same to a reader: from data/synonyms.yml and the glossary.

A page that holds one word of a group is found by the others too, in either language:
the words are added to the index of the page and never shown (see search/documents.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from scripts.content.glossary import inflections
from scripts.content.records import LocalisedTexts, Term
from scripts.language.folding import fold, tokens
from scripts.language.locales import LOCALES

Phrase = tuple[str, ...]


@dataclass
class Synonyms:
    """Finds phrases of a text and gives what else readers call them."""

    _groups: list[list[str]] = field(default_factory=list)
    # First word of a phrase -> phrases that begin so, with the groups they belong to.
    _phrases: dict[str, list[tuple[Phrase, int]]] = field(default_factory=dict)

    def add(self, names: Iterable[str]) -> None:
        """Make all names of one thing a group; spelling variants count as one."""
        group = list(dict.fromkeys(name.strip() for name in names if name.strip()))
        if len(group) < 2:
            return
        self._groups.append(group)
        for name in group:
            phrase = _phrase(name)
            self._phrases.setdefault(phrase[0], []).append((phrase, len(self._groups) - 1))

    def found_in(self, text_words: list[str]) -> list[str]:
        """All other names of what the words name, in the order they are come upon."""
        folded = [fold(word) for word in text_words]
        numbers = dict.fromkeys(self._numbers(folded))
        return [name for number in numbers for name in self._groups[number]]

    def _numbers(self, folded: list[str]) -> Iterator[int]:
        for at, first in enumerate(folded):
            for phrase, number in self._phrases.get(first, ()):
                if tuple(folded[at : at + len(phrase)]) == phrase:
                    yield number


def synonyms(groups: Iterable[LocalisedTexts], glossary: Iterable[Term]) -> Synonyms:
    """The groups of data/synonyms.yml, and one for each term of the glossary."""
    made = Synonyms()
    for record in groups:
        made.add(name for locale in LOCALES for name in record.get(locale.code, ()))
    for term in glossary:
        made.add(_term_names(term))
    return made


def term_names(glossary: Iterable[Term]) -> dict[str, list[str]]:
    """What each entry of the glossary is called, by the id of its place on the page."""
    return {f"term-{term['id']}": _term_names(term) for term in glossary}


def page_terms(glossary: Iterable[Term]) -> dict[str, list[str]]:
    """The terms that a page explains at length, by the page's id."""
    found: dict[str, list[str]] = {}
    for term in glossary:
        if "page" in term:
            found.setdefault(term["page"], []).extend(_term_names(term))
    return found


def _term_names(term: Term) -> list[str]:
    other: LocalisedTexts = term.get("other", {})
    return [
        name
        for locale in LOCALES
        for name in (*inflections(term, locale.code), *other.get(locale.code, ()))
    ]


def _phrase(name: str) -> Phrase:
    return tuple(fold(word) for word in tokens(name)) or ("",)
