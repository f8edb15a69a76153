"""Figures that stay on one line: 1 352, § 3 and phase 2 are never broken in two.

A no-break space takes the place of the space, in pages, in print and in Word.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from scripts.web.narrow_columns import NARROW

_SPACE = "\N{NO-BREAK SPACE}"
# Thousands as Norwegian groups them; §, §§ and a section before a number; a phase and its number.
_BREAKABLE = re.compile(
    r"(?<![\d.,/-])(?P<thousands>\d{1,3}(?:[ \n]\d{3})+)(?!\d)"
    r"|(?P<before>§|\b(?:fase(?:ne|r)?|phases?|sections?))[ \n](?=\d)",
    re.IGNORECASE,
)
# Code is copied, and scripts are run; else a tag, or text.
_PIECE = re.compile(
    r"<(code|pre|script|style|textarea|title)\b.*?</\1>|<!--.*?-->|<[^>]*>|[^<]+", re.DOTALL
)
_RANGE = re.compile(r"(?<![\w–-])(?<!\d[.,])\d{1,2}–\d{1,2}(?![\w–-]|[.,]\d)")
# WebKit ends a line behind the hyphen of § 13-1; the other engines keep a number whole.
_SECTION = re.compile(r"(?<![\w–.,/-])\d{1,2}-\d{1,2}(?![\w–-])")
# After all HTML is back in the text (raw_html, 30).
_PRIORITY = 5


def kept(text: str) -> str:
    """Plain text with its figures kept together."""
    return _BREAKABLE.sub(_joined, text)


def kept_together(html: str) -> str:
    """The HTML with its figures kept together; attributes and code stay as they are."""

    def piece(match: re.Match[str]) -> str:
        text = match[0]
        return text if text.startswith("<") else kept(text)

    return _PIECE.sub(piece, html)


def unbroken(document: str) -> str:
    """A document of which titles and menus are part, with figures whole.

    Ranges are whole where columns are narrow, numbers of sections everywhere. They get an
    element that does not wrap: a sign between would be copied with them.
    """
    whole = _whole(kept_together(document), _SECTION)
    return NARROW.sub(lambda part: _whole(part[0], _RANGE), whole)


def _whole(html: str, figures: re.Pattern[str]) -> str:
    """The HTML with these figures in elements that do not wrap."""

    def piece(match: re.Match[str]) -> str:
        text = match[0]
        if text.startswith("<"):
            return text
        return figures.sub(r'<span class="unbroken">\g<0></span>', text)

    return _PIECE.sub(piece, html)


def _joined(match: re.Match[str]) -> str:
    if match["thousands"]:
        return re.sub(r"[ \n]", _SPACE, match[0])
    return match["before"] + _SPACE


class NoBreakExtension(Extension):
    """Keeps the figures of a page together, those of its lists from data among them."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the step."""
        md.postprocessors.register(_NoBreak(md), "no_break", _PRIORITY)


class _NoBreak(Postprocessor):
    def run(self, text: str) -> str:
        return kept_together(text)
