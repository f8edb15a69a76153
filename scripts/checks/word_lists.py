"""Checks that the site's own word lists are sorted and free of duplicates."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from scripts.common.problems import Problem
from scripts.content.word_lists import LISTS, list_path, read_words, sort_key

# The remedy for lists that `make check FIX=1` can sort.
MEND = "make check FIX=1 sorts the list"


def check_word_lists(root: Path) -> list[Problem]:
    """Report unreadable lists, misplaced lines and duplicate words."""
    problems = []
    for name in LISTS:
        entries, faults = read_words(root, name)
        problems += faults
        for before, entry in pairwise(entries):
            fix = MEND
            if entry.word == before.word:
                what = f'"{entry.word}" stands twice'
                if entry.text != before.text:
                    # Only a person can tell which inflection model is right.
                    fix = f"keep one of the two lines, {before.text} or {entry.text}"
            elif sort_key(entry.text) < sort_key(before.text):
                what = f'"{entry.word}" stands after "{before.word}"'
            else:
                continue
            problems.append(Problem(list_path(name), entry.line, what, fix))
    return problems
