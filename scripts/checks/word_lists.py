"""The lists of the site's own words are sorted, and hold each word once."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from scripts.common.problems import Problem
from scripts.content.word_lists import LISTS, list_path, load_words, sort_key

# As `make check --fix` knows it.
MEND = "make check --fix sorts the list"


def check_word_lists(root: Path) -> list[Problem]:
    """Lines that stand in the wrong place, or twice."""
    problems = []
    for name in LISTS:
        for before, entry in pairwise(load_words(root, name)):
            if entry.word == before.word:
                what = f'"{entry.word}" stands twice'
            elif sort_key(entry.text) < sort_key(before.text):
                what = f'"{entry.word}" stands after "{before.word}"'
            else:
                continue
            problems.append(Problem(list_path(name), entry.line, what, MEND))
    return problems
