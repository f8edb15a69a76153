"""Heavy words, and renderings of terms that mislead, outside quotations.

The words stand in data/plain-words.yml, the renderings with their term in data/glossary.yml
(`avoid`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from scripts.common.problems import Problem
from scripts.content.prose import Passage
from scripts.content.records import Term
from scripts.language.locales import LOCALES

RULE = "plain-words"
# A word with its hyphens.
_WORD = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
# What stresses words, or stands between their parts.
_STRESS = re.compile(r"[*_]")
GLOSSARY = "data/glossary.yml"


@dataclass(frozen=True)
class PlainWords:
    """What to write instead of each word, in small letters, by the code of the language."""

    instead: Mapping[str, Mapping[str, str]]

    @cached_property
    def patterns(self) -> dict[str, dict[str, re.Pattern[str]]]:
        """The words of each language by the first of them, the longest first."""
        found: dict[str, dict[str, list[str]]] = {}
        for code, words in self.instead.items():
            firsts = found.setdefault(code, {})
            for word in sorted(words, key=len, reverse=True):
                if first := _WORD.search(word):
                    firsts.setdefault(first.group(), []).append(word)
        return {
            code: {first: _pattern(words) for first, words in firsts.items()}
            for code, firsts in found.items()
        }


def plain_words(data: Any, terms: Iterable[Term]) -> PlainWords:
    """The words of data/plain-words.yml, as its schema has them, and those of the glossary."""
    instead: dict[str, dict[str, str]] = {}
    told = list(terms)
    for code in (locale.code for locale in LOCALES):
        found = {
            _spaced(word): f"write: {row['write']}"
            for row in (data or {}).get(code, [])
            for word in row["words"]
        }
        for term in told:
            mend = f'write "{term["term"][code]}" ({GLOSSARY}, {term["id"]})'
            for word in term.get("avoid", {}).get(code, []):
                found[_spaced(word)] = mend
        instead[code] = found
    return PlainWords(instead)


def check_plain_words(passage: Passage, words: PlainWords) -> Iterator[Problem]:
    """Each place of a passage where one of the words stands."""
    patterns, text = words.patterns[passage.code], passage.unquoted
    end = 0
    for token in _WORD.finditer(text):
        pattern = patterns.get(token.group().casefold())
        match = pattern.match(text, token.start()) if pattern else None
        if match is None or match.start() < end:
            continue
        end = match.end()
        said = " ".join(_STRESS.sub(" ", match.group()).split())
        mend = words.instead[passage.code].get(_spaced(said))
        if mend is None:
            # A pattern takes some letters for others (ı for i), which no list does.
            continue
        what = "misleads" if GLOSSARY in mend else "is heavy"
        line = passage.line_at(match.start())
        yield Problem(passage.path, line, f'"{said}" {what}', mend, RULE)


def _spaced(word: str) -> str:
    """A word as it is looked up: in small letters, with one space between its parts."""
    return " ".join(_STRESS.sub(" ", word).split()).casefold()


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of some words, with stress between them allowed."""
    any_of = "|".join(r"[\s*_]+".join(map(re.escape, word.split())) for word in words)
    return re.compile(rf"(?:{any_of})(?![\w-])", re.IGNORECASE)
