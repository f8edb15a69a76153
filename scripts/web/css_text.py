"""CSS as text: without comments and white space, and its selector lists taken apart."""

from __future__ import annotations

import re

import tinycss2
from tinycss2.ast import Node


def split_selectors(prelude: list[Node]) -> list[str]:
    """The selectors of a parsed selector list, minified."""
    parts: list[list[Node]] = [[]]
    for node in prelude:
        # What stands in brackets is one node, its commas included.
        if node == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    short = [minified(tinycss2.serialize(each)) for each in parts]
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
