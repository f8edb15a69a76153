"""The backslash as CommonMark has it: before any sign of ASCII it makes the sign text.

Python-Markdown has it before some of them, and shows the backslash before the rest. Rule:
https://spec.commonmark.org/0.31.2/#backslash-escapes
"""

from __future__ import annotations

import string

from markdown import Markdown
from markdown.extensions import Extension


class Escapes(Extension):
    """Lets a backslash stand before every sign that CommonMark lets it stand before."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Name the signs; a list of its own, for Python-Markdown's is one for all."""
        md.ESCAPED_CHARS = list(string.punctuation)


def is_escaped(text: str, at: int) -> bool:
    """Whether a backslash makes text of the sign at a place: one that is not escaped itself."""
    before = text[:at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1
