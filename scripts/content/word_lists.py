"""The words that no dictionary knows: data/words/no.txt, en.txt, and names.txt for both.

A line is a word, or `word/model`: inflected like a word that the dictionary knows. The lists
are sorted, so that two editors seldom meet and a word is found.
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
    """A line of a list: `text` as it stands there, `word` without its model."""

    text: str
    line: int

    @property
    def word(self) -> str:
        """The word itself."""
        return self.text.partition("/")[0]


def list_path(name: str) -> str:
    """Where a list lies, relative to the project."""
    return f"{FOLDER}/{name}.txt"


def load_words(root: Path, name: str) -> list[Entry]:
    """The lines of a list in their order; none where there is no list, or none can be read."""
    return read_words(root, name)[0]


def read_words(root: Path, name: str) -> tuple[list[Entry], list[Problem]]:
    """The lines of a list in their order, and what hinders reading it."""
    path = root / list_path(name)
    text, problems = read_text(path, root) if path.is_file() else ("", [])
    rows = enumerate(text.split("\n"), 1)
    return [Entry(row.strip(), line) for line, row in rows if row.strip()], problems


def sort_key(text: str) -> tuple[str, str]:
    """The order of a list: the Norwegian alphabet, whatever the letters' size."""
    word = text.partition("/")[0]
    return alphabetical(word), text


def sorted_words(texts: Iterable[str]) -> str:
    """A list as it should stand in its file: sorted, each line once."""
    wanted = {text.strip() for text in texts if text.strip()}
    return "".join(f"{text}\n" for text in sorted(wanted, key=sort_key))
