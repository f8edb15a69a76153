"""One small style sheet from the parts in overrides/styles, with only what pages use.

A rule stays when every class and id it asks for stands in a page or in a script; the
rest would be paid for by every reader and seen by none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

ORDER = "order.txt"
# What names an element: a class, an id or a data attribute.
_NAME = re.compile(r"[.#]([A-Za-z_][\w-]*)")
_NEGATED = re.compile(r":not\([^()]*\)")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
# Rules inside these are looked at one by one; in others (@font-face) there is nothing to drop.
_GROUPS = {"media", "supports", "layer", "container"}


def combined(folder: Path) -> str:
    """The parts in the order that order.txt gives, as one text."""
    names = (folder / ORDER).read_text(encoding="utf-8").split()
    return "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in names)


def words_of(texts: Iterable[str]) -> set[str]:
    """Every word in pages and scripts that could be a class or an id."""
    return {word for text in texts for word in _WORD.findall(text)}


def used_styles(css: str, words: set[str]) -> str:
    """The style sheet without comments, spare white space and rules that nothing uses."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(_rule(rule, words) for rule in rules)


def _rule(rule: Node, words: set[str]) -> str:
    if isinstance(rule, QualifiedRule):
        return _qualified(rule, words)
    if isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS and rule.content is not None:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        kept = "".join(_rule(each, words) for each in inner)
        prelude = _squeezed(tinycss2.serialize(rule.prelude))
        return f"@{rule.at_keyword} {prelude}{{{kept}}}" if kept else ""
    return _squeezed(rule.serialize())


def _qualified(rule: QualifiedRule, words: set[str]) -> str:
    selectors = _split(tinycss2.serialize(rule.prelude))
    kept = [each for each in selectors if _names(each) <= words]
    if not kept:
        return ""
    return f"{','.join(kept)}{{{_squeezed(tinycss2.serialize(rule.content)).rstrip(';')}}}"


def _names(selector: str) -> set[str]:
    """What must be there for a selector to match (what `:not` names need not)."""
    positive = _NEGATED.sub("", selector)
    # Of the alternatives in :is(a, b) one is enough, so none is asked for.
    positive = re.sub(r":(?:is|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)", "", positive)
    return set(_NAME.findall(positive))


def _split(prelude: str) -> list[str]:
    """The selectors of a list, without their white space; commas in brackets divide none."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(prelude):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth == 0:
            parts.append(prelude[start:at])
            start = at + 1
    parts.append(prelude[start:])
    return [_squeezed(part) for part in parts]


def _squeezed(css: str) -> str:
    """White space only where it means something; quoted text is left alone."""
    out = []
    for piece in re.split(r"(\"[^\"]*\"|'[^']*')", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
        if piece[:1] in "\"'":
            out.append(piece)
            continue
        text = re.sub(r"\s+", " ", piece)
        text = re.sub(r" ?([{};,>]) ?", r"\1", text)
        out.append(re.sub(r"([;{][\w-]+|^ ?[\w-]+): ", r"\1:", text).replace(";}", "}"))
    return "".join(out).strip()
