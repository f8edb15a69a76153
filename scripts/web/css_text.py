"""CSS as text: without comments and white space, and its selector lists taken apart."""

from __future__ import annotations

import re


def split_selectors(prelude: str) -> list[str]:
    """The selectors of a selector list, minified; commas in brackets do not separate."""
    parts, depth, start = [], 0, 0
    for index, character in enumerate(prelude):
        depth += (character in "([") - (character in ")]")
        if character == "," and depth == 0:
            parts.append(prelude[start:index])
            start = index + 1
    parts.append(prelude[start:])
    short = map(minified, parts)
    return [each if '"' in each else re.sub(r" ([+~]) ", r"\1", each) for each in short]


def minified(css: str) -> str:
    """The CSS without comments and insignificant white space; strings are left alone."""
    out = []
    for piece in re.split(r"(\"[^\"]*\"|'[^']*')", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
        if piece[:1] in "\"'":
            out.append(piece)
            continue
        text = re.sub(r"\s+", " ", piece)
        text = re.sub(r" ?([{};,>]) ?", r"\1", text)
        text = re.sub(r"(?<=\() | (?=\))", "", text)
        text = re.sub(r"(?<![\w.])0(?=\.\d)", "", text)
        text = text.replace(" !important", "!important")
        out.append(re.sub(r"([;{(][\w-]+|^ ?[\w-]+): ", r"\1:", text).replace(";}", "}"))
    return "".join(out).strip()
