"""Custom dictionaries of the spell checker: data/words/no.txt, en.txt, and names.txt for both.

A line is a word, or `word/model`: inflected like the model, a word in the dictionary. The lists
are sorted, so that words are easy to find and edits seldom conflict.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scripts.common.files import read_text
from scripts.common.problems import Problem
from scripts.language.formats import alphabetical
from scripts.language.locales import LOCALES

FOLDER = "data/words"
# The list for both languages.
NAMES = "names"
LISTS = (*(locale.code for locale in LOCALES), NAMES)


@dataclass(frozen=True)
class Entry:
    """A line of a list: `text` is the whole line, `word` is without the model."""

    text: str
    line: int

    @property
    def word(self) -> str:
        """The word itself."""
        return self.text.partition("/")[0]


def list_path(name: str) -> str:
    """The path of a list, relative to the project."""
    return f"{FOLDER}/{name}.txt"


def load_words(root: Path, name: str) -> list[Entry]:
    """The lines of a list in order; none where the list is missing or cannot be read."""
    return read_words(root, name)[0]


def read_words(root: Path, name: str) -> tuple[list[Entry], list[Problem]]:
    """The lines of a list in order, and the problems that prevent reading it."""
    path = root / list_path(name)
    text, problems = read_text(path, root) if path.is_file() else ("", [])
    rows = enumerate(text.split("\n"), 1)
    return [Entry(row.strip(), line) for line, row in rows if row.strip()], problems


def sort_key(text: str) -> tuple[str, str]:
    """The sort key of a line: the Norwegian alphabet, ignoring case."""
    word = text.partition("/")[0]
    return alphabetical(word), text


def sorted_words(texts: Iterable[str]) -> str:
    """The text of a list: sorted, without duplicates."""
    wanted = {text.strip() for text in texts if text.strip()}
    return "".join(f"{text}\n" for text in sorted(wanted, key=sort_key))
