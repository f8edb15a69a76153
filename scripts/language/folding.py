"""Messages as readers and the index compare them: tokens of a text, and one spelling for all."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[-–‑'’][^\W_]+)*")


def words(text: str) -> list[str]:
    """The words of a text in small letters, each hyphenated one as one word."""
    return [word.lower() for word in _WORD.findall(text)]


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """One spelling for all that readers use: æ as ae, ø and oe as o, å and aa as a.

    docs/assets/js/search/folding.js folds queries alike; a test holds the two together.
    """
    bare = word.lower().replace("æ", "ae").replace("ø", "o")
    bare = re.sub("[^a-z0-9]", "", unicodedata.normalize("NFD", bare))
    return bare.replace("aa", "a").replace("oe", "o")
