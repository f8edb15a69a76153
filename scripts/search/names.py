"""What pages and entries are called, as words of the index that a query is compared with.

A name and a query are the same when their words are, whatever the order, the endings and the small
words between them: `hvem har laget siden` and `hvem laget denne siden?`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from scripts.language.folding import fold, tokens

# Nobody types the beginning: a name is one word, which matches only a query that is the whole
# name and is never offered as a correction. Pagefind stems no word that ends in a figure, as it
# would others: `kommuneloven` is `kommun` to it. engine.js has the same two.
BEGIN, END = "zq", "0"
_SHORTEST, _LONGEST = 3, 4
# Inflectional endings: those that make other words (innbygger, innbygging) would make them one.
_NORWEGIAN = "enes ene ens ets ers ne en et er es ar ane a e s"
_ENGLISH = "ings ing es ed s"
# They are no part of the name that they begin.
_ARTICLES = frozenset(["the", "a", "an", "en", "ei", "et", "den", "det", "de"])
# Vowels that inflection drops: eksempel, eksemplet.
_DROPPED = re.compile(r"(?<=[^aeiouy])e(?=[lnr]$)")


def inflections(*, norwegian: bool) -> frozenset[str]:
    """The endings that words of a name may have, in Norwegian or in English."""
    return frozenset((_NORWEGIAN if norwegian else _ENGLISH).split())


def name_words(
    names: Iterable[str], ignored: Collection[str], endings: Collection[str]
) -> list[str]:
    """Names as words of the index, each once.

    Args:
        names: What a page or an entry is called.
        ignored: Stop words, folded. A name with some of them has a second word, all of it as it is
            written, since they may tell it from others; where one other word is left, that is the
            only one (`how do we start` and `when did it start` are not called `start`).
        endings: The inflectional suffixes of the language.
    """
    found: dict[str, None] = {}
    for name in names:
        words = list(dict.fromkeys(fold(word) for word in tokens(name)))
        if len(words) > 1 and words[0] in _ARTICLES:
            words = words[1:]
        useful = [word for word in words if word not in ignored]
        if len(useful) > 1 or len(words) == 1 or not useful:
            found["".join(sorted(stem(word, endings) for word in useful or words))] = None
        if len(useful) < len(tokens(name)):
            found[fold(name)] = None
    return [f"{BEGIN}{key}{END}" for key in found if key]


def stem(word: str, endings: Collection[str]) -> str:
    """A folded word without its ending; docs/assets/js/search/folding.js has the same."""
    for length in range(_LONGEST, 0, -1):
        if len(word) - length >= _SHORTEST and word[-length:] in endings:
            word = word[:-length]
            break
    if len(word) > _SHORTEST + 1:
        word = _DROPPED.sub("", word).removesuffix("e")
    return f"{word[:-1]}i" if word.endswith("y") else word
