"""Names that data holds are written as they stand there: near-misses are told.

A capitalised word one letter away from the name of a person, a municipality or an
organisation of the data (a letter more, less or another, two turned, or accents left out) is
taken for a slip, unless it is itself a name that data or data/words/names.txt holds.
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
# Shorter ones are a letter away from many words.
_LEAST = 5
# Within a sentence: at its beginning every word has a capital letter.
_NAME = re.compile(r"(?<=[a-zæøå,;] )[A-ZÆØÅ][^\W\d_]{3,}(?![\w@/])")
# Files and keys of data that hold names of the story.
_FILES = ("people", "municipalities")
_KEYS = frozenset({"name", "family"})


@dataclass(frozen=True)
class KnownNames:
    """The names to hold words to, and all words that are right as they are."""

    names: frozenset[str]
    right: frozenset[str]

    @cached_property
    def _by_remains(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name in sorted(self.names):
            for remains in _remains(_plain(name)):
                found.setdefault(remains, name)
        return found

    def meant(self, word: str) -> str:
        """The name that a word is a slip for, "" where it is none."""
        bare = word.removesuffix("s")
        if len(word) < _LEAST or word in self.right or bare in self.right:
            return ""
        for each in (word, bare):
            plain = _plain(each)
            for remains in _remains(plain):
                name = self._by_remains.get(remains, "")
                if name and _near(plain, _plain(name)):
                    return name
        return ""


def known_names(files: Mapping[str, YamlText], listed: Iterable[str]) -> KnownNames:
    """The names of people, municipalities and organisations, and all other names of the data.

    Args:
        files: The data by file.
        listed: The words of data/words/, which are right whatever they resemble.
    """
    # Of a person the family name: given ones are a letter away from each other.
    named = (text.split() for file in _FILES for text in _values(files.get(file), _KEYS))
    last = (words[-1] for words in named if words)
    names = {name for name in last if len(name) >= _LEAST and name.isalpha() and name[0].isupper()}
    right = set(listed) | names
    for parsed in files.values():
        for text in _values(parsed, _KEYS | {"given", "literal", "publisher", "title"}):
            right.update(re.findall(r"[^\W\d_]+", text))
    return KnownNames(frozenset(names), frozenset(right))


def check_names(passage: Passage, known: KnownNames) -> Iterator[Problem]:
    """Each word of a passage that is a slip for a name."""
    for match in _NAME.finditer(passage.unquoted):
        name = known.meant(match.group())
        if name:
            what = f'"{match.group()}" looks like a slip for "{name}"'
            mend = f'write "{name}", or add the word to {list_path(NAMES)} if it is right'
            yield Problem(passage.path, passage.line_at(match.start()), what, mend, RULE)


def _values(parsed: YamlText | None, keys: frozenset[str]) -> Iterator[str]:
    for where, text in parsed.texts() if parsed else ():
        if where and where[-1] in keys:
            yield text


def _plain(word: str) -> str:
    bare = unicodedata.normalize("NFD", word.casefold().replace("ø", "o").replace("æ", "ae"))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def _remains(word: str) -> set[str]:
    """The word, and what is left of it without any one letter."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _near(one: str, two: str) -> bool:
    """Whether two words that share what remains are a letter apart, or have two letters turned."""
    if abs(len(one) - len(two)) == 1:
        return True
    differing = [at for at, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]]
    if len(differing) < 2:
        return len(one) == len(two)
    first, last = differing[0], differing[-1]
    return len(differing) == 2 and last == first + 1 and one[first] == two[last]
