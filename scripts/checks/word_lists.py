"""The lists of the site's own words are sorted, and hold each word once."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from scripts.common.problems import Problem
from scripts.content.word_lists import LISTS, list_path, read_words, sort_key

# As `make check FIX=1` knows it.
MEND = "make check FIX=1 sorts the list"


def check_word_lists(root: Path) -> list[Problem]:
    """Lists that cannot be read, and lines that stand in the wrong place, or twice."""
    problems = []
    for name in LISTS:
        entries, hindrances = read_words(root, name)
        problems += hindrances
        for before, entry in pairwise(entries):
            mend = MEND
            if entry.word == before.word:
                what = f'"{entry.word}" stands twice'
                if entry.text != before.text:
                    # Which model is right only a person knows.
                    mend = f"keep one of the two lines, {before.text} or {entry.text}"
            elif sort_key(entry.text) < sort_key(before.text):
                what = f'"{entry.word}" stands after "{before.word}"'
            else:
                continue
            problems.append(Problem(list_path(name), entry.line, what, mend))
    return problems
