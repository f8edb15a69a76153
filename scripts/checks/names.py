"""Finds misspelt names: words that almost match a name in the data.

A capitalised word at edit distance one from the name of a person, municipality or organisation
(a letter inserted, deleted, replaced or two transposed, or accents left out) counts as a slip,
unless it is itself a name in the data or in data/words/names.txt.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from scripts.common.problems import Problem
from scripts.common.yaml_lines import YamlText
from scripts.content.prose import Passage
from scripts.content.word_lists import NAMES, list_path

RULE = "names"
# The minimum length: shorter names are similar to many words.
_MIN_LENGTH = 5
# A capitalised word within a sentence, not at its start.
_NAME = re.compile(r"(?<=[a-zæøå,;] )[A-ZÆØÅ][^\W\d_]{3,}(?![\w@/])")
# The data files and keys that hold the names to compare with.
_FILES = ("people", "municipalities")
_KEYS = frozenset({"name", "family"})


@dataclass(frozen=True)
class KnownNames:
    """The names to compare words with, and all words known to be right."""

    names: frozenset[str]
    right: frozenset[str]

    @cached_property
    def _by_variant(self) -> dict[str, str]:
        names_by_variant: dict[str, str] = {}
        for name in sorted(self.names):
            for variant in _deletion_variants(_without_accents(name)):
                names_by_variant.setdefault(variant, name)
        return names_by_variant

    def correction(self, word: str) -> str:
        """Return the name that a word misspells, "" if it is no such slip."""
        without_s = word.removesuffix("s")
        if len(word) < _MIN_LENGTH or word in self.right or without_s in self.right:
            return ""
        for candidate in (word, without_s):
            plain = _without_accents(candidate)
            for variant in _deletion_variants(plain):
                name = self._by_variant.get(variant, "")
                if name and _differ_by_one(plain, _without_accents(name)):
                    return name
        return ""


def known_names(files: Mapping[str, YamlText], listed: Iterable[str]) -> KnownNames:
    """Collect the names of people, municipalities and organisations, and all known words.

    Args:
        files: The parsed data files by name.
        listed: The words of data/words/, which are right whatever they resemble.
    """
    # Only family names: many given names differ by a single letter.
    named = (text.split() for file in _FILES for text in _values(files.get(file), _KEYS))
    last = (words[-1] for words in named if words)
    names = {
        name for name in last if len(name) >= _MIN_LENGTH and name.isalpha() and name[0].isupper()
    }
    right = set(listed) | names
    for parsed in files.values():
        for text in _values(parsed, _KEYS | {"given", "literal", "publisher", "title"}):
            right.update(re.findall(r"[^\W\d_]+", text))
    return KnownNames(frozenset(names), frozenset(right))


def check_names(passage: Passage, known: KnownNames) -> Iterator[Problem]:
    """Yield a problem for each misspelt name in a passage."""
    for match in _NAME.finditer(passage.unquoted):
        name = known.correction(match.group())
        if name:
            what = f'"{match.group()}" looks like a slip for "{name}"'
            fix = f'write "{name}", or add the word to {list_path(NAMES)} if it is right'
            yield Problem(passage.path, passage.line_at(match.start()), what, fix, RULE)


def _values(parsed: YamlText | None, keys: frozenset[str]) -> Iterator[str]:
    for where, text in parsed.texts() if parsed else ():
        if where and where[-1] in keys:
            yield text


def _without_accents(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.casefold().replace("ø", "o").replace("æ", "ae"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _deletion_variants(word: str) -> set[str]:
    """The word, and all variants with one letter deleted."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _differ_by_one(one: str, two: str) -> bool:
    """Whether two words with a common deletion variant differ by one edit or transposition."""
    if abs(len(one) - len(two)) == 1:
        return True
    differing = [at for at, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]]
    if len(differing) < 2:
        return len(one) == len(two)
    first, last = differing[0], differing[-1]
    return len(differing) == 2 and last == first + 1 and one[first] == two[last]
