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
_SHORTEST, _LONGEST = 3, 6
# Vowels that inflection drops: eksempel, eksemplet.
_DROPPED = re.compile(r"(?<=[^aeiouy])e(?=[lnr]$)")


def name_words(
    names: Iterable[str], ignored: Collection[str], endings: Collection[str]
) -> list[str]:
    """Names as words of the index, each once.

    Args:
        names: What a page or an entry is called.
        ignored: Stop words, folded. A name with some of them has a second word, all of it as it is
            written, since they may tell it from others (`how do we start`, `when did it start`).
        endings: The inflectional suffixes of the language.
    """
    found: dict[str, None] = {}
    for name in names:
        words = list(dict.fromkeys(fold(word) for word in tokens(name)))
        useful = [word for word in words if word not in ignored]
        found["".join(sorted(stem(word, endings) for word in useful or words))] = None
        if len(useful) < len(words):
            found[fold(name)] = None
    return [f"{BEGIN}{key}{END}" for key in found if key]


def stem(word: str, endings: Collection[str]) -> str:
    """A folded word without its ending; docs/assets/js/search/folding.js has the same.

    Of short words only short endings are taken: `måling` is no form of `mal`, nor `te` the ending
    of `miste`.
    """
    for length in range(_LONGEST, 0, -1):
        is_long = length > 2 or word[-length:] in ("te", "de")
        if len(word) - length >= _SHORTEST + is_long and word[-length:] in endings:
            word = word[:-length]
            break
    if len(word) > _SHORTEST + 1:
        word = _DROPPED.sub("", word).removesuffix("e")
    return f"{word[:-1]}i" if word.endswith("y") else word
