"""Splits Norwegian compounds: `skjærgårdstjenesten` into `skjærgård` and `tjenesten`.

The only dictionary is the vocabulary of the site and its glossary, so equal texts always give
equal parts. One part of a compound may be a word that never occurs alone, as long as the other
part does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# Linking elements between two parts: none, s or e (samarbeid-s-avtale, barn-e-hage).
_JOINTS = ("", "s", "e")
# Minimum length of the stem of a compound: shorter ones (bakgrunn, veileder) have a meaning of
# their own, and their parts would only mislead.
_SHORTEST_COMPOUND = 9
_SHORTEST_PART = 3
# Minimum lengths where one half does not occur alone: of the unknown half and of the known one.
_UNKNOWN_FIRST, _KNOWN_LAST = 4, 5
_UNKNOWN_LAST, _KNOWN_FIRST = 5, 6
_VOWELS = frozenset("aeiouyæøå")
# Inflectional and derivational suffixes of nouns, verbs and adjectives, longest first.
_ENDINGS = """
    hetene heten ingene ingen inger elsen elser ernes erens erne eren ende ene ens ets ers
    else ing het ere est ane en et er as es ar te de s e a
"""
ENDINGS = tuple(_ENDINGS.split())
# Suffixes, and what may follow them: no part of a compound, although it may look like one.
_NO_PART = re.compile(
    r"(?:ene|enes|ingen?s?|inga|inger|ingene|heten?|heter|hetene|elsen?|elser|ende|erne|eren?"
    r"|eider|isk.*|lig.*|sjon.*|itet.*|iser.*|ikk.*|mess.*|dom.*|skap.*|sene|setting)"
)


class Splitter:
    """Splits compounds into words that occur alone. Words in `ignored` are never parts."""

    def __init__(self, vocabulary: Iterable[str], ignored: Iterable[str]) -> None:
        stop_words = set(ignored)
        self._alone = {
            word
            for word in vocabulary
            if word.isalpha() and word not in stop_words and len(word) >= _SHORTEST_PART
        }
        self._stems = {stem(word) for word in self._alone}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._breaks: dict[str, tuple[int, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a compound, recursively; none if the word is not a compound."""
        if word not in self._parts:
            self._parts[word] = tuple(dict.fromkeys(self._all_parts(word, guess=True)))
        return self._parts[word]

    def breaks(self, word: str) -> tuple[int, ...]:
        """The offsets at which a word may be hyphenated, in order: only certain boundaries.

        Of parts that do not occur alone only the last is accepted, and only where an s between
        the parts is not ambiguous.
        """
        if word not in self._breaks:
            self._breaks[word] = self._sure_breaks(word)
        return self._breaks[word]

    def _sure_breaks(self, word: str) -> tuple[int, ...]:
        if not word.isalpha() or len(stem(word)) < _SHORTEST_COMPOUND:
            return ()
        halves = self._halves(word, guess=False)
        if not halves:
            halves = self._halves(word, guess=True)
            if not halves or self._rank(*halves) != 1 or halves[1][0] == "s":
                return ()
        first, last = halves
        offset = len(word) - len(last)
        return (*self.breaks(first), offset, *(offset + each for each in self.breaks(last)))

    def _all_parts(self, word: str, *, guess: bool) -> list[str]:
        if not word.isalpha() or len(stem(word)) < _SHORTEST_COMPOUND:
            return []
        halves = self._halves(word, guess=guess)
        # At most one half is guessed: the recursion accepts known halves only.
        return [part for half in halves for part in (half, *self._all_parts(half, guess=False))]

    def _halves(self, word: str, *, guess: bool) -> tuple[str, ...]:
        """The best split: known halves before guessed, s as joint, the longest known half."""
        best: tuple[tuple[int, bool, int], tuple[str, str]] | None = None
        for offset in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            for joint in _JOINTS:
                first, last = word[:offset].removesuffix(joint), word[offset:]
                if joint and len(first) == offset:
                    continue
                rank = self._rank(first, last)
                order = (rank, joint == "s", len(first if rank == 1 else last))
                if rank > (0 if guess else 2) and (best is None or order > best[0]):
                    best = order, (first, last)
        return best[1] if best else ()

    def _rank(self, first: str, last: str) -> int:
        """3: both halves are known; 2: only the last; 1: only the first; 0: no valid split."""
        if len(first) < _SHORTEST_PART or _NO_PART.fullmatch(last) or last[0] == last[1]:
            return 0
        knows_first, knows_last = first in self._alone, self._knows(last)
        if knows_first and knows_last:
            return 3 if max(len(first), len(last)) > _SHORTEST_PART + 1 else 0
        if knows_last and len(last) >= _KNOWN_LAST and _is_pronounceable(first, _UNKNOWN_FIRST):
            return 2
        # An unknown half that begins with a vowel is nearly always a suffix.
        if knows_first and len(first) >= _KNOWN_FIRST and last[0] not in _VOWELS:
            return 1 if _is_pronounceable(last, _UNKNOWN_LAST) else 0
        return 0

    def _knows(self, word: str) -> bool:
        return word in self._alone or (len(word) > _SHORTEST_PART + 1 and stem(word) in self._stems)


def stem(word: str) -> str:
    """The word without its longest known suffix; at least three letters remain."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _is_pronounceable(text: str, shortest: int) -> bool:
    """Whether a text could be a word: long enough, with a vowel in the first four letters."""
    return len(text) >= shortest and any(letter in _VOWELS for letter in text[:4])
