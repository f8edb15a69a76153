"""Figures in cells of tables as elements of their own, for tables that are too wide.

Such tables have words divided wherever a line ends. A figure divided between its digits is
another figure to whoever reads the first line: its element does not wrap, so that the letters
become smaller, or the press stops.
"""

from __future__ import annotations

import re

# The class of such an element; overrides/print/narrow.css says that it does not wrap.
CLASS = "figures"
# What holds no figures to read, a cell that begins or ends, another tag, or text.
_PIECE = re.compile(
    r"<(?P<name>style|svg|title|code|pre)\b.*?</(?P=name)>"
    r"|<(?P<slash>/?)t[dh]\b[^>]*>|<[^>]*>|[^<]+",
    re.DOTALL,
)
# A figure with its groups, decimals or hours, or one behind a letter or two (K10), and nothing
# of an address or a longer name. Signs written as numbers (&#160;) are none.
_FIGURES = re.compile(
    r"(?<![\w&#.,:/@-])[^\W\d_]{0,3}\d{1,20}(?:[\u00a0\u202f.,:]\d{1,20})*(?![\w/@-]|[.,:]\d)"
)


def whole_figures(html: str) -> str:
    """The document with an element around each figure of a table."""
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
