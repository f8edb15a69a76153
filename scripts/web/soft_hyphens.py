"""Soft hyphens in long words in narrow columns: menus, headings and tables.

A browser hyphenates a word there when it does not fit on a line; running text, which has room,
gets none. Nothing that is derived from a page (search, titles, anchors, files to download)
contains one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from scripts.web.narrow_columns import NARROW

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
# In characters: shorter words fit in the narrowest column, or in a heading at 320 px.
_LONG, _LONG_IN_HEADING = 11, 22
# Text in another language; code, SVG and scripts; a tag; an entity; a long word.
_PIECE = re.compile(
    r"<(\w+)\b[^>]*\blang=[^>]*>.*?</\1>|<(code|svg|script)\b.*?</\2>|<[^>]*>"
    rf"|&\w+;|[^\W\d_]{{{_LONG},}}",
    re.DOTALL,
)


def add_soft_hyphens(html: str, breaks: Callable[[str], Sequence[int]]) -> str:
    """The HTML with soft hyphens in the long words of narrow columns.

    Args:
        html: A document, or a part of one.
        breaks: Gives the offsets in a lower-case word at which it may be hyphenated.
    """

    def element(match: re.Match[str]) -> str:
        min_length = _LONG_IN_HEADING if match[1] and match[1][0] == "h" else _LONG
        return _PIECE.sub(lambda each: _hyphenated(each[0], min_length, breaks), match[0])

    return NARROW.sub(element, html)


def _hyphenated(piece: str, min_length: int, breaks: Callable[[str], Sequence[int]]) -> str:
    if piece[0] in "<&" or len(piece) < min_length:
        return piece
    offsets = [0, *breaks(piece.lower()), len(piece)]
    return SOFT_HYPHEN.join(piece[a:b] for a, b in pairwise(offsets))
