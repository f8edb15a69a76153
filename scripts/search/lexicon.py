"""The list of words that mends queries: fetched with the first search, one a language.

It is bounded, so that a site of a thousand pages costs its readers no more than one of
a hundred. The most used words stay; a word that falls off is still found when it is
typed as it is written.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

from scripts.search.compounds import ENDINGS

LONGEST_LIST = 6000
# What the stemmer of the index leaves apart: criticism, criticised; evaluate, evaluation.
_ENGLISH = "s es ed er ers ing ings ise ised ism isms ize ized ion ions al ate ated ment"
# Words used more often than these bounds are preferred when a query is mended; each sign
# stands behind a word of its group, none behind the others.
_OFTEN = (64, 16, 4)
_SIGNS = ("*", "+", ".", "")
_FIRST, _MOST_SHARED = ord("A"), 25


def lexicon(uses: Counter[str], ignored: Iterable[str], pages: int, *, compounds: bool) -> str:
    """The file's text: words in alphabetical order, with how often they are used.

    `ignored` are words that say nothing of what is looked for (og, hva, the);
    `pages` is the number of pages, by which rare words are told from common ones;
    `compounds` says that the language, Norwegian, writes its compounds as one word.
    """
    kept = sorted(uses, key=lambda word: (-uses[word], word))
    kept = [word for word in kept if _is_word(word)][:LONGEST_LIST]
    content = {
        "pages": pages,
        "compounds": compounds,
        "endings": " ".join(ENDINGS) if compounds else _ENGLISH,
        "ignored": " ".join(sorted(ignored)),
        "words": _packed(sorted(kept), uses),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _packed(words: Iterable[str], uses: Counter[str]) -> str:
    """Sorted words in front coding: each less the beginning that it shares with the one before.

    A capital letter says how many letters are shared (A none, B one), and begins the next word:
    a fifth less to fetch than the words in full. docs/assets/js/search/packed.js reads it.
    """
    packed, before = "", ""
    for word in words:
        same = takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False))
        shared = min(len(list(same)), _MOST_SHARED)
        sign = _SIGNS[sum(uses[word] <= bound for bound in _OFTEN)]
        packed += chr(_FIRST + shared) + word[shared:] + sign
        before = word
    return packed


def _is_word(word: str) -> bool:
    return len(word) > 1 and any(sign.isalpha() for sign in word)
