"""Finds heavy words and misleading translations of terms, outside quotations.

The words are listed in data/plain-words.yml, the translations with their term in
data/glossary.yml (`avoid`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from scripts.common.problems import Problem
from scripts.content.prose import Passage
from scripts.content.records import Term
from scripts.language.locales import LOCALES

RULE = "plain-words"
# A word, with internal hyphens.
_WORD = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
# Emphasis markers around or between words.
_EMPHASIS = re.compile(r"[*_]")
GLOSSARY = "data/glossary.yml"


@dataclass(frozen=True)
class PlainWords:
    """For each language code, the words to avoid (case-folded) and what to write instead."""

    instead: Mapping[str, Mapping[str, str]]

    @cached_property
    def phrases(self) -> dict[str, dict[str, list[str]]]:
        """For each language, the phrases that share a first word, longest first."""
        phrases: dict[str, dict[str, list[str]]] = {}
        for code, words in self.instead.items():
            by_first_word = phrases.setdefault(code, {})
            for word in sorted(words, key=len, reverse=True):
                if first := _WORD.search(word):
                    by_first_word.setdefault(first.group(), []).append(word)
        return phrases


def plain_words(data: Any, terms: Iterable[Term]) -> PlainWords:
    """Collect the words to avoid from data/plain-words.yml (`data`) and the glossary."""
    instead: dict[str, dict[str, str]] = {}
    all_terms = list(terms)
    for code in (locale.code for locale in LOCALES):
        remedies = {
            _key(word): f"write: {row['write']}"
            for row in (data or {}).get(code, [])
            for word in row["words"]
        }
        for term in all_terms:
            fix = f'write "{term["term"][code]}" ({GLOSSARY}, {term["id"]})'
            for word in term.get("avoid", {}).get(code, []):
                remedies[_key(word)] = fix
        instead[code] = remedies
    return PlainWords(instead)


def check_plain_words(passage: Passage, words: PlainWords) -> Iterator[Problem]:
    """Yield a problem for each occurrence of one of the words in a passage."""
    phrases, text = words.phrases[passage.code], passage.unquoted
    end = 0
    for token in _WORD.finditer(text):
        begun = phrases.get(token.group().casefold())
        match = _pattern(tuple(begun)).match(text, token.start()) if begun else None
        if match is None or match.start() < end:
            continue
        end = match.end()
        phrase = " ".join(_EMPHASIS.sub(" ", match.group()).split())
        fix = words.instead[passage.code].get(_key(phrase))
        if fix is None:
            # Case-insensitive patterns also match some other letters (ı for i).
            continue
        what = "misleads" if GLOSSARY in fix else "is heavy"
        line = passage.line_at(match.start())
        yield Problem(passage.path, line, f'"{phrase}" {what}', fix, RULE)


def _key(word: str) -> str:
    """The lookup key of a phrase: case-folded, without emphasis, with single spaces."""
    return " ".join(_EMPHASIS.sub(" ", word).split()).casefold()


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of the phrases, with emphasis markers allowed between words.

    Compiled on demand: a page has few of the first words.
    """
    any_of = "|".join(r"[\s*_]+".join(map(re.escape, word.split())) for word in words)
    return re.compile(rf"(?:{any_of})(?![\w-])", re.IGNORECASE)
