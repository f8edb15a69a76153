"""Keeps together on paper what is read as one: page 4, 29 November, and dots with their word.

What pages keep together too (1 352, § 5, fase 4) is in scripts/web/no_break.py, which printed
documents go through as well. These would give the lines of a phone ragged ends.
"""

from __future__ import annotations

import re

# What is no text: tags, and what a style sheet or a drawing holds.
_TEXT = re.compile(r"<(?P<name>style|svg|title)\b.*?</(?P=name)>|<[^>]*>|[^<]+", re.DOTALL)
_WITH_NUMBER = "kapittel|chapter|side|page|s\\.|pp?\\.|nr\\.|no\\.|kl\\."
_MONTHS = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    "|January|February|March|May|June|July|October|December"
)
_TOGETHER = (
    r"\w …",
    rf"\b\d{{1,2}}\.? (?:{_MONTHS})\b",
    rf"\b(?:{_WITH_NUMBER}) \d",
)
_BOUND = re.compile("|".join(_TOGETHER), re.IGNORECASE)


def bound(html: str) -> str:
    """The document with spaces that do not break where none should."""

    def part(match: re.Match[str]) -> str:
        text = match.group()
        return text if text.startswith("<") else _BOUND.sub(_joined, text)

    return _TEXT.sub(part, html)


def _joined(match: re.Match[str]) -> str:
    return match.group().replace(" ", "\N{NO-BREAK SPACE}")
