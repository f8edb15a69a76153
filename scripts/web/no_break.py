"""Keeps numbers together: no line break within 1 352, § 3, phase 2 or an ISBN.

The space becomes a no-break space, in pages, in print and in Word.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from scripts.web.narrow_columns import NARROW

_SPACE = "\N{NO-BREAK SPACE}"
# Thousands grouped the Norwegian way; §, a section or a phase with its number.
_BREAKABLE = re.compile(
    r"(?<![\d.,/-])(?P<thousands>\d{1,3}(?:[ \n]\d{3})+)(?!\d)"
    r"|(?P<before>§|\b(?:fase(?:ne|r)?|phases?|sections?))[ \n](?=\d)",
    re.IGNORECASE,
)
# Code and scripts, which are left alone; a comment; a tag; text.
_PIECE = re.compile(
    r"<(code|pre|script|style|textarea|title)\b.*?</\1>|<!--.*?-->|<[^>]*>|[^<]+", re.DOTALL
)
_RANGE = re.compile(r"(?<![\w–-])(?<!\d[.,])\d{1,2}–\d{1,2}(?![\w–-]|[.,]\d)")
# WebKit breaks after the hyphen of § 13-1, all engines after those of an ISBN.
_ISBN = r"(?=(?:\d-?){9}(?:(?:\d-?){3})?[\dX](?![\w–-]))(?:\d+-){3,4}[\dX]"
_HYPHENATED = re.compile(rf"(?<![\w–.,/-])(?:\d{{1,2}}-\d{{1,2}}|{_ISBN})(?![\w–-])")
# After raw_html (30) has put back the stashed HTML.
_PRIORITY = 5


def no_break_text(text: str) -> str:
    """Plain text with no-break spaces in its numbers."""
    return _BREAKABLE.sub(_joined, text)


def no_break_html(html: str) -> str:
    """HTML with no-break spaces in its numbers; attributes and code stay as they are."""

    def piece(match: re.Match[str]) -> str:
        text = match[0]
        return text if text.startswith("<") else no_break_text(text)

    return _PIECE.sub(piece, html)


def no_break_document(document: str) -> str:
    """A complete document, with titles and menus, in which numbers are kept together.

    Ranges are kept together in narrow columns, section numbers and ISBNs everywhere. They are
    wrapped in an element with `white-space: nowrap`: an invisible character would be copied
    with them.
    """
    document = _unwrapped(no_break_html(document), _HYPHENATED)
    return NARROW.sub(lambda part: _unwrapped(part[0], _RANGE), document)


def _unwrapped(html: str, numbers: re.Pattern[str]) -> str:
    """The HTML with matches of a pattern in elements that do not wrap."""

    def piece(match: re.Match[str]) -> str:
        text = match[0]
        if text.startswith("<"):
            return text
        return numbers.sub(r'<span class="unbroken">\g<0></span>', text)

    return _PIECE.sub(piece, html)


def _joined(match: re.Match[str]) -> str:
    if match["thousands"]:
        return re.sub(r"[ \n]", _SPACE, match[0])
    return match["before"] + _SPACE


class NoBreakExtension(Extension):
    """Keeps the numbers of a page together, including those in lists made from data."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the postprocessor."""
        md.postprocessors.register(_NoBreak(md), "no_break", _PRIORITY)


class _NoBreak(Postprocessor):
    def run(self, text: str) -> str:
        return no_break_html(text)
