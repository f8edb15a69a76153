"""Wraps numbers in table cells in elements, for tables that are too wide.

In such tables words may be split anywhere. A number split between its digits would be misread as
another: its element does not wrap, so that a smaller font is tried, or rendering fails.
"""

from __future__ import annotations

import re

# The class of such an element; overrides/print/narrow.css keeps it from wrapping.
CLASS = "figures"
# Tokens: an element without readable numbers, the start or end of a cell, another tag, or text.
_PIECE = re.compile(
    r"<(?P<name>style|svg|title|code|pre)\b.*?</(?P=name)>"
    r"|<(?P<slash>/?)t[dh]\b[^>]*>|<[^>]*>|[^<]+",
    re.DOTALL,
)
# A number with digit groups, decimals or hours, or one after a letter or two (K10), but not in an
# address or a longer name. Character references (&#160;) do not count.
_FIGURES = re.compile(
    r"(?<![\w&#.,:/@-])[^\W\d_]{0,3}\d{1,20}(?:[\u00a0\u202f.,:]\d{1,20})*(?![\w/@-]|[.,:]\d)"
)


def whole_figures(html: str) -> str:
    """The document with an element around each number in a table."""
    depth = 0

    def piece(match: re.Match[str]) -> str:
        nonlocal depth
        text = match[0]
        if match["slash"] is not None:
            depth += -1 if match["slash"] else 1
        if depth < 1 or text.startswith("<"):
            return text
        return _FIGURES.sub(rf'<span class="{CLASS}">\g<0></span>', text)

    return _PIECE.sub(piece, html)
