"""Tokenises and folds words, so that the search index and queries compare equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[-–‑'’][^\W_]+)*")


def tokens(text: str) -> list[str]:
    """The words of a text in lower case; a hyphenated word is one token."""
    return [word.lower() for word in _WORD.findall(text)]


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Fold spelling variants: æ to ae, ø and oe to o, å and aa to a.

    docs/assets/js/search/folding.js folds queries the same way; a test compares the two.
    """
    folded = word.lower().replace("æ", "ae").replace("ø", "o")
    folded = re.sub("[^a-z0-9]", "", unicodedata.normalize("NFD", folded))
    return folded.replace("aa", "a").replace("oe", "o")
