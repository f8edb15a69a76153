"""The parts of Norwegian compounds: `skjærgårdstjenesten` holds `skjærgård` and `tjenesten`.

The lexicon is the vocabulary of the site and its glossary, and no other dictionary, so
that the same text always gives the same parts. One part of a compound may be a word
that stands nowhere alone, as long as what is left of it is a word that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# What may join two parts: nothing, s or e (samarbeid-s-avtale, barn-e-hage).
_JOINTS = ("", "s", "e")
# A compound without its ending has at least so many letters: shorter ones (bakgrunn,
# veileder) have a meaning of their own that their parts would only lead away from.
_SHORTEST_COMPOUND = 9
_SHORTEST_PART = 3
# What stands nowhere alone is a part when it is this long and the other half is known,
# and at least so long.
_UNKNOWN_FIRST, _KNOWN_LAST = 4, 5
_UNKNOWN_LAST, _KNOWN_FIRST = 5, 6
_VOWELS = frozenset("aeiouyæøå")
# Longest first: what a noun, verb or adjective ends in when it is inflected or derived.
_ENDINGS = """
    hetene heten ingene ingen inger elsen elser ernes erens erne eren ende ene ens ets ers
    else ing het ere est ane en et er as es ar te de s e a
"""
ENDINGS = tuple(_ENDINGS.split())
# What a derived or inflected word goes on with; after these no new part begins.
_NO_PART = re.compile(
    r"(?:ene|enes|ingen?s?|inga|inger|ingene|heten?|heter|hetene|elsen?|elser|ende|erne|eren?"
    r"|eider|isk.*|lig.*|sjon.*|itet.*|iser.*|ikk.*|mess.*|dom.*|skap.*|sene|setting)"
)


class Splitter:
    """Parts compounds by the words that occur alone."""

    def __init__(self, vocabulary: Iterable[str], ignored: Iterable[str]) -> None:
        passed_over = set(ignored)
        self._alone = {
            word
            for word in vocabulary
            if word.isalpha() and word not in passed_over and len(word) >= _SHORTEST_PART
        }
        self._stems = {stem(word) for word in self._alone}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._breaks: dict[str, tuple[int, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a compound, and theirs; none when it is no compound."""
        if word not in self._parts:
            self._parts[word] = tuple(dict.fromkeys(self._all_parts(word, guess=True)))
        return self._parts[word]

    def breaks(self, word: str) -> tuple[int, ...]:
        """The places where a hyphen may stand, in order: where a part begins that is surely one.

        Of words that stand nowhere alone, only the last part is guessed at, and only where the
        first does not leave it open whether an s is a joint.
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
        at = len(word) - len(last)
        return (*self.breaks(first), at, *(at + each for each in self.breaks(last)))

    def _all_parts(self, word: str, *, guess: bool) -> list[str]:
        if not word.isalpha() or len(stem(word)) < _SHORTEST_COMPOUND:
            return []
        halves = self._halves(word, guess=guess)
        # A guess is made once: what is left of a guess is not guessed at again.
        return [part for half in halves for part in (half, *self._all_parts(half, guess=False))]

    def _halves(self, word: str, *, guess: bool) -> tuple[str, ...]:
        """The best two halves: known before guessed, s as a joint, much of the word known."""
        best: tuple[tuple[int, bool, int], tuple[str, str]] | None = None
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            for joint in _JOINTS:
                first, last = word[:at].removesuffix(joint), word[at:]
                if joint and len(first) == at:
                    continue
                rank = self._rank(first, last)
                order = (rank, joint == "s", len(first if rank == 1 else last))
                if rank > (0 if guess else 2) and (best is None or order > best[0]):
                    best = order, (first, last)
        return best[1] if best else ()

    def _rank(self, first: str, last: str) -> int:
        """3: both known; 2: the last one is; 1: the first one is; 0: no split."""
        if len(first) < _SHORTEST_PART or _NO_PART.fullmatch(last) or last[0] == last[1]:
            return 0
        knows_first, knows_last = first in self._alone, self._knows(last)
        if knows_first and knows_last:
            return 3 if max(len(first), len(last)) > _SHORTEST_PART + 1 else 0
        if knows_last and len(last) >= _KNOWN_LAST and _speakable(first, _UNKNOWN_FIRST):
            return 2
        # What begins with a vowel and is no word is nearly always an ending.
        if knows_first and len(first) >= _KNOWN_FIRST and last[0] not in _VOWELS:
            return 1 if _speakable(last, _UNKNOWN_LAST) else 0
        return 0

    def _knows(self, word: str) -> bool:
        return word in self._alone or (len(word) > _SHORTEST_PART + 1 and stem(word) in self._stems)


def stem(word: str) -> str:
    """The word without its ending, at least three letters of it."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _speakable(text: str, shortest: int) -> bool:
    """Whether a text could be a word: long enough, a vowel near its beginning."""
    return len(text) >= shortest and any(sign in _VOWELS for sign in text[:4])
