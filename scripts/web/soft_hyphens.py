"""Soft hyphens in long words, where columns are narrow: menus, headings and tables.

A browser breaks a word there, with a hyphen, when it fits in no line; in sentences, where
there is room, nothing is put in. What is made from a page (search, titles, anchors, files to
download) never holds one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from scripts.web.narrow_columns import NARROW

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
# Shorter words fit in the narrowest column, and in a heading on the narrowest phone (320 px).
_LONG, _LONG_IN_HEADING = 11, 22
# Text in another language, and what is read letter by letter; else a tag, or a long word.
_PIECE = re.compile(
    r"<(\w+)\b[^>]*\blang=[^>]*>.*?</\1>|<(code|svg|script)\b.*?</\2>|<[^>]*>"
    rf"|&\w+;|[^\W\d_]{{{_LONG},}}",
    re.DOTALL,
)


def put_in(html: str, breaks: Callable[[str], Sequence[int]]) -> str:
    """The HTML with soft hyphens in the long words of narrow columns.

    Args:
        html: A document, or a part of one.
        breaks: Gives the places in a word, in small letters, where a new part begins.
    """

    def part(match: re.Match[str]) -> str:
        least = _LONG_IN_HEADING if match[1] and match[1][0] == "h" else _LONG
        return _PIECE.sub(lambda each: _word(each[0], least, breaks), match[0])

    return NARROW.sub(part, html)


def _word(piece: str, least: int, breaks: Callable[[str], Sequence[int]]) -> str:
    if piece[0] in "<&" or len(piece) < least:
        return piece
    places = [0, *breaks(piece.lower()), len(piece)]
    return SOFT_HYPHEN.join(piece[a:b] for a, b in pairwise(places))
