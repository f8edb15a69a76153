"""The file of a page and the forms for issues, as pages of our own that a picture is taken of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from scripts.common.problems import ProblemsFound
from scripts.common.yaml_lines import load_yaml

FORMS = ".github/ISSUE_TEMPLATE"
# Keys of front matter that whoever corrects a text leaves alone.
LEFT_ALONE = frozenset({"id", "url", "original"})
# As many rows of text as show what it looks like: the lead, and some of what follows.
_ROWS_OF_TEXT = 9
_KEY = re.compile(r"([\w-]+):")
_ANCHOR = re.compile(r"\{ ?#[^{}]*\}")


@dataclass(frozen=True)
class Row:
    """A row of a file: its number, its text, and what is done with it ("leave", "write" or "").

    `anchor` is the part of the text that is left alone in a heading, "" if there is none.
    """

    number: int
    text: str
    use: str
    anchor: str = ""

    @property
    def around(self) -> tuple[str, str]:
        """What stands before the anchor, and behind it."""
        before, _, behind = self.text.partition(self.anchor)
        return before, behind


def parts(text: str) -> list[tuple[str, list[Row]]]:
    """The first rows of a page, front matter and all, in runs of what is done with them."""
    return [(use, list(run)) for use, run in groupby(_rows(text), key=lambda row: row.use)]


def _rows(text: str) -> Iterator[Row]:
    use, fences, written = "", 0, 0
    for number, line in enumerate(text.split("\n"), 1):
        if fences < 2 and line == "---":
            fences += 1
            yield Row(number, line, "")
            use = ""
        elif fences < 2:
            if key := _KEY.match(line):
                use = "leave" if key[1] in LEFT_ALONE else ""
            yield Row(number, line, use)
        elif written < _ROWS_OF_TEXT:
            written += 1
            anchor = _ANCHOR.search(line)
            yield Row(number, line, "write" if written > 1 else "", anchor[0] if anchor else "")


def forms(root: Path) -> list[dict[str, Any]]:
    """The forms for issues, as the hosting site reads them.

    Raises:
        ProblemsFound: one of them cannot be read.
    """
    found = []
    for path in sorted((root / FORMS).glob("*.yml")):
        parsed, problems = load_yaml(path, root)
        if problems:
            raise ProblemsFound(problems)
        found.append(parsed.data)
    return found


def templates(root: Path) -> Environment:
    """The templates of the guide, with the colours of the site."""
    loader = FileSystemLoader([root / "overrides/preview", root / "overrides"])
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
