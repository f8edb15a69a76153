"""Reads the list of words that mends queries, as docs/assets/js/search/packed.js does."""

import re


def unpacked(packed: str) -> list[str]:
    words, before = [], ""
    for shared, rest in re.findall(r"([A-Z])([^A-Z*+.]*)[*+.]?", packed):
        before = before[: ord(shared) - ord("A")] + rest
        words.append(before)
    return words
