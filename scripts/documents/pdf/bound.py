"""Inserts no-break spaces in printed documents: page 4, 29 November, and dots with their word.

Those that web pages have too (1 352, § 5, fase 4) are in scripts/web/no_break.py, which also
processes printed documents. The ones here would make lines on a phone too ragged.
"""

from __future__ import annotations

import re

# Matches text, and what is to be skipped: tags, style sheets and drawings.
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
    """The document with no-break spaces inserted."""

    def part(match: re.Match[str]) -> str:
        text = match.group()
        return text if text.startswith("<") else _BOUND.sub(_joined, text)

    return _TEXT.sub(part, html)


def _joined(match: re.Match[str]) -> str:
    return match.group().replace(" ", "\N{NO-BREAK SPACE}")
