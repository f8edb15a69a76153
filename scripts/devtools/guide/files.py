"""Renders the source of a page and the issue forms as HTML for screenshots."""

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
# Keys of front matter that are not to be edited when correcting a text.
LEFT_ALONE = frozenset({"id", "url", "original"})
# The number of lines of text to show: the lead, and some of what follows.
_ROWS_OF_TEXT = 9
_KEY = re.compile(r"([\w-]+):")
_ANCHOR = re.compile(r"\{ ?#[^{}]*\}")


@dataclass(frozen=True)
class SourceLine:
    """A line of a file: its number, its text, and what to do with it ("leave", "write" or "").

    `anchor` is the part of a heading not to be edited, "" if none.
    """

    number: int
    text: str
    use: str
    anchor: str = ""

    @property
    def around(self) -> tuple[str, str]:
        """The text before and after the anchor."""
        before, _, behind = self.text.partition(self.anchor)
        return before, behind


def parts(text: str) -> list[tuple[str, list[SourceLine]]]:
    """The first lines of a page, including front matter, grouped by what to do with them."""
    return [(use, list(run)) for use, run in groupby(_rows(text), key=lambda row: row.use)]


def _rows(text: str) -> Iterator[SourceLine]:
    use, fences, written = "", 0, 0
    for number, line in enumerate(text.split("\n"), 1):
        if fences < 2 and line == "---":
            fences += 1
            yield SourceLine(number, line, "")
            use = ""
        elif fences < 2:
            if key := _KEY.match(line):
                use = "leave" if key[1] in LEFT_ALONE else ""
            yield SourceLine(number, line, use)
        elif written < _ROWS_OF_TEXT:
            written += 1
            anchor = _ANCHOR.search(line)
            yield SourceLine(
                number, line, "write" if written > 1 else "", anchor[0] if anchor else ""
            )


def forms(root: Path) -> list[dict[str, Any]]:
    """The issue forms, parsed as the hosting site does.

    Raises:
        ProblemsFound: one of them cannot be parsed.
    """
    parsed_forms = []
    for path in sorted((root / FORMS).glob("*.yml")):
        parsed, problems = load_yaml(path, root)
        if problems:
            raise ProblemsFound(problems)
        parsed_forms.append(parsed.data)
    return parsed_forms


def templates(root: Path) -> Environment:
    """The templates of the guide, with the colours of the site."""
    loader = FileSystemLoader([root / "overrides/preview", root / "overrides"])
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
