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
GLOSSARY = "data/glossary.yml"


@dataclass(frozen=True)
class PlainWords:
    """What to write instead of each word, in small letters, by the code of the language."""

    instead: Mapping[str, Mapping[str, str]]

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """One pattern a language; the longest words first, stress between them allowed."""
        return {code: _pattern(words) for code, words in self.instead.items() if words}


def plain_words(data: Any, terms: Iterable[Term]) -> PlainWords:
    """The words of data/plain-words.yml, as its schema has them, and those of the glossary."""
    instead: dict[str, dict[str, str]] = {}
    told = list(terms)
    for code in (locale.code for locale in LOCALES):
        found = {
            word.casefold(): f"write: {row['write']}"
            for row in (data or {}).get(code, [])
            for word in row["words"]
        }
        for term in told:
            mend = f'write "{term["term"][code]}" ({GLOSSARY}, {term["id"]})'
            for word in term.get("avoid", {}).get(code, []):
                found[word.casefold()] = mend
        instead[code] = found
    return PlainWords(instead)


def check_plain_words(passage: Passage, words: PlainWords) -> Iterator[Problem]:
    """Each place of a passage where one of the words stands."""
    pattern = words.patterns.get(passage.code)
    if pattern is None:
        return
    for match in pattern.finditer(passage.unquoted):
        said = " ".join(re.sub(r"[*_]", " ", match.group()).split())
        mend = words.instead[passage.code][said.casefold()]
        line = passage.line_at(match.start())
        what = "misleads" if GLOSSARY in mend else "is heavy"
        yield Problem(passage.path, line, f'"{said}" {what}', mend, RULE)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    any_of = "|".join(r"[\s*_]+".join(map(re.escape, word.split())) for word in ordered)
    return re.compile(rf"(?<![\w-])(?:{any_of})(?![\w-])", re.IGNORECASE)
