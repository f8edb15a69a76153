"""Finds placeholders for lists and tables made from data: {{ name }} as a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.content.datasets import DATASETS
from scripts.content.markdown import line_at, mask_code

PLACEHOLDER = re.compile(r"^\{\{[ \t]*([\w-]+)[ \t]*\}\}[ \t]*$", re.MULTILINE)


# The names of lists; `pages` is made from the pages themselves.
LISTS = (
    *(each.name for each in DATASETS if each.is_listed),
    "people-later",
    "pages",
    "open-data",
    "downloads",
    "phase-files",
    "offline",
    "link-html",
    "frame-html",
    "feeds",
    "municipality-map",
    "municipalities-others",
    "timeline-picture",
    "timeline-others",
    "open-questions-great",
    "phase-wheel",
    "evidence-map",
    "evidence-map-small",
    "two-lines",
    "meetings",
    "municipality-time",
    "source-years",
    "contact",
    "sender",
    "reading",
    "effort",
    "effort-sum",
    "effort-calendar",
    "self-test-rule",
    "self-test-sheet",
)


# The names of lists that are specific to a page: from its record or its counterpart.
OWN_LISTS = ("cite-this", "knowledge", "leader-notes", "short-form")


@dataclass(frozen=True)
class Placeholder:
    """A `{{ name }}` in the text."""

    name: str
    line: int


def placeholders(text: str, first_line: int = 1) -> list[Placeholder]:
    """Every `{{ name }}` that is a paragraph of its own."""
    masked = mask_code(text)
    return [
        Placeholder(match.group(1), line_at(masked, match.start(), first_line))
        for match in PLACEHOLDER.finditer(masked)
    ]
