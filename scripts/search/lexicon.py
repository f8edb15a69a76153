"""The word list for spelling correction of queries, fetched with the first search; per language.

Its length is bounded, so that a site of a thousand pages costs readers no more than one of
a hundred. The most frequent words are kept; any other word is still found when it is spelt
correctly.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

from scripts.search.compounds import ENDINGS
from scripts.search.names import inflections

LONGEST_LIST = 6000
# Suffixes that Pagefind's stemmer does not conflate: criticism, criticised; evaluate, evaluation.
_ENGLISH = "s es ed er ers ing ings ise ised ism isms ize ized ion ions al ate ated ment"
# Frequency classes: corrections prefer words with more uses than these bounds. Each word is
# followed by the mark of its class, the rarest by none.
_BOUNDS = (64, 16, 4)
_CLASS_MARKS = ("*", "+", ".", "")
_FIRST, _MAX_SHARED = ord("A"), 25


def lexicon(uses: Counter[str], ignored: Iterable[str], pages: int, *, compounds: bool) -> str:
    """The JSON of the word list, in alphabetical order and with frequency classes.

    Args:
        uses: How often each word occurs.
        ignored: Stop words (og, hva, the).
        pages: The number of pages, by which the search tells rare words from common ones.
        compounds: Whether the language (Norwegian) writes compounds as one word.
    """
    kept = sorted(uses, key=lambda word: (-uses[word], word))
    kept = [word for word in kept if _is_word(word)][:LONGEST_LIST]
    content = {
        "pages": pages,
        "compounds": compounds,
        "endings": " ".join(ENDINGS) if compounds else _ENGLISH,
        "inflections": " ".join(sorted(inflections(norwegian=compounds))),
        "ignored": " ".join(sorted(ignored)),
        "words": _packed(sorted(kept), uses),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _packed(words: Iterable[str], uses: Counter[str]) -> str:
    """Sorted words, front coded: each without the prefix that it shares with the previous one.

    A capital letter gives the length of the shared prefix (A none, B one) and starts the word:
    a fifth less to fetch than the words in full. docs/assets/js/search/packed.js decodes it.
    """
    packed, previous = "", ""
    for word in words:
        same = takewhile(lambda pair: pair[0] == pair[1], zip(previous, word, strict=False))
        shared = min(len(list(same)), _MAX_SHARED)
        mark = _CLASS_MARKS[sum(uses[word] <= bound for bound in _BOUNDS)]
        packed += chr(_FIRST + shared) + word[shared:] + mark
        previous = word
    return packed


def _is_word(word: str) -> bool:
    return len(word) > 1 and any(character.isalpha() for character in word)
