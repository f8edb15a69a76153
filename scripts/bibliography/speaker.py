"""Detects sentences in the site's own voice: those that say "we" outside quotation marks."""

from __future__ import annotations

import re

_WE = {
    "no": re.compile(r"\b(?:[Vv]i|[Oo]ss|[Vv]år|[Vv]årt|[Vv]åre)\b"),
    "en": re.compile(r"\b(?:[Ww]e|us|[Oo]urs?)\b"),
}
_QUOTED = re.compile(r"«[^»]*»|‘[^’]*’|“[^”]*”|\"[^\"]*\"")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_WORD = re.compile(r"\w")


def says_we(text: str, code: str) -> bool:
    """Whether every sentence of a text in the language `code` says "we".

    Questions are ignored, since they state nothing.
    """
    sentences = [each for each in _SENTENCE.split(_QUOTED.sub("", text)) if _WORD.search(each)]
    statements = [each for each in sentences if not each.rstrip().endswith("?")]
    return bool(statements) and all(_WE[code].search(each) for each in statements)
