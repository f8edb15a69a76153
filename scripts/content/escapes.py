"""Backslash escapes as in CommonMark: of every ASCII punctuation character.

Python-Markdown supports only some of them, and shows the backslash before the rest. Rule:
https://spec.commonmark.org/0.31.2/#backslash-escapes
"""

from __future__ import annotations

import string

from markdown import Markdown
from markdown.extensions import Extension


class Escapes(Extension):
    """Makes every ASCII punctuation character escapable."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Replace the list of escapable characters; Python-Markdown's own is shared globally."""
        md.ESCAPED_CHARS = list(string.punctuation)


def is_escaped(text: str, offset: int) -> bool:
    """Whether the character at an offset follows a backslash that is not escaped itself."""
    before = text[:offset]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1
