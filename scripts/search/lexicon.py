"""The list of words that mends queries: fetched with the first search, one a language.

It is bounded, so that a site of a thousand pages costs its readers no more than one of
a hundred. The most used words stay; a word that falls off is still found when it is
typed as it is written.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from scripts.search.compounds import ENDINGS

LONGEST_LIST = 6000
# What the stemmer of the index leaves apart: criticism, criticised; evaluate, evaluation.
_ENGLISH = "s es ed er ers ing ings ise ised ism isms ize ized ion ions al ate ated ment"
# Messages used more often than these bounds are preferred when a query is mended.
_OFTEN = (64, 16, 4)


def lexicon(uses: Counter[str], ignored: Iterable[str], pages: int, *, compounds: bool) -> str:
    """The file's text: words by how often they are used, each group in alphabetical order.

    `ignored` are words that say nothing of what is looked for (og, hva, the);
    `pages` is the number of pages, by which rare words are told from common ones;
    `compounds` says that the language, Norwegian, writes its compounds as one word.
    """
    kept = sorted(uses, key=lambda word: (-uses[word], word))
    kept = [word for word in kept if _is_word(word)][:LONGEST_LIST]
    groups: list[list[str]] = [[] for _ in range(len(_OFTEN) + 1)]
    for word in kept:
        groups[sum(uses[word] <= bound for bound in _OFTEN)].append(word)
    content = {
        "pages": pages,
        "compounds": compounds,
        "endings": " ".join(ENDINGS) if compounds else _ENGLISH,
        "ignored": " ".join(sorted(ignored)),
        "words": [" ".join(sorted(group)) for group in groups],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _is_word(word: str) -> bool:
    return len(word) > 1 and any(sign.isalpha() for sign in word)
