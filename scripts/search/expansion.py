"""Synonyms, from data/synonyms.yml and the glossary.

A page that contains one name of a group is found by the others too, in either language:
they are added to the index of the page and never shown (see search/documents.py).
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
    """Finds names in a text and gives their synonyms."""

    _groups: list[list[str]] = field(default_factory=list)
    # First word -> phrases that begin with it, each with the index of its group.
    _phrases: dict[str, list[tuple[Phrase, int]]] = field(default_factory=dict)

    def add(self, names: Iterable[str]) -> None:
        """Add the names of one thing as a group; spelling variants count as one."""
        group = list(dict.fromkeys(name.strip() for name in names if name.strip()))
        if len(group) < 2:
            return
        self._groups.append(group)
        for name in group:
            phrase = _phrase(name)
            self._phrases.setdefault(phrase[0], []).append((phrase, len(self._groups) - 1))

    def found_in(self, text_words: list[str]) -> list[str]:
        """All names of the things that the words name, in order of first occurrence."""
        folded = [fold(word) for word in text_words]
        indexes = dict.fromkeys(self._matching_groups(folded))
        return [name for index in indexes for name in self._groups[index]]

    def _matching_groups(self, folded: list[str]) -> Iterator[int]:
        for start, first in enumerate(folded):
            for phrase, group_index in self._phrases.get(first, ()):
                if tuple(folded[start : start + len(phrase)]) == phrase:
                    yield group_index


def synonyms(groups: Iterable[LocalisedTexts], glossary: Iterable[Term]) -> Synonyms:
    """The groups of data/synonyms.yml, and one for each term of the glossary."""
    result = Synonyms()
    for record in groups:
        result.add(name for locale in LOCALES for name in record.get(locale.code, ()))
    for term in glossary:
        result.add(_term_names(term))
    return result


def term_names(glossary: Iterable[Term]) -> dict[str, list[str]]:
    """The names of each glossary term, by the anchor of its entry."""
    return {f"term-{term['id']}": _term_names(term) for term in glossary}


def page_terms(glossary: Iterable[Term]) -> dict[str, list[str]]:
    """The names of the terms that have a page of their own, by page id."""
    names: dict[str, list[str]] = {}
    for term in glossary:
        if "page" in term:
            names.setdefault(term["page"], []).extend(_term_names(term))
    return names


def _term_names(term: Term) -> list[str]:
    other: LocalisedTexts = term.get("other", {})
    return [
        name
        for locale in LOCALES
        for name in (*inflections(term, locale.code), *other.get(locale.code, ()))
    ]


def _phrase(name: str) -> Phrase:
    return tuple(fold(word) for word in tokens(name)) or ("",)
