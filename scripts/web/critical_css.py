"""The style sheet of a page: of the parts in overrides/styles, only what the page uses.

A rule stays when every class and id it asks for stands in the page or is set by a script, and a
file of letters when the page shows one of them; the rest would be paid for by every reader
and seen by none.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

ORDER = "order.txt"
# What names an element: a class or an id.
_NAME = re.compile(r"[.#]([A-Za-z_][\w-]*)")
# Elements that few pages have and no script makes; the rest is not looked for.
_RARE = re.compile(r"(?<![\w.#:=\"\[-])(blockquote|caption|code|h4|select)(?![\w-])")
_RARE_IN_PAGE = re.compile(r"<(blockquote|caption|code|h4|select)\b")
_NEGATED = re.compile(r":not\([^()]*\)")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_NAMED = re.compile(r'\b(?:class|id)="([^"]*)"')
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# How a script sets a class or an id. Names of its own (`planner`) are none.
_SET = re.compile(r"\b(?:className|id)\s*=(?!=)[^;\n]*|\bclassList\.\w+\([^)\n]*")
_UNSHOWN = re.compile(r"<(script|style|template)\b.*?</\1>|<[^>]*>", re.DOTALL)
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)
# Rules inside these are looked at one by one; in others (@font-face) there is nothing to drop.
_GROUPS = {"media", "supports", "layer", "container"}


def combined(folder: Path) -> str:
    """The parts in the order that order.txt gives, as one text."""
    names = (folder / ORDER).read_text(encoding="utf-8").split()
    return "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in names)


def names_in(page: str) -> set[str]:
    """Every class, id and rare element (`<h4`) of a page, and what its inline scripts may set."""
    named = set(_WORD.findall(" ".join(_NAMED.findall(page))))
    named |= {f"<{tag}" for tag in _RARE_IN_PAGE.findall(page)}
    return named.union(*map(words_of, _INLINE.findall(page)))


def words_of(script: str) -> set[str]:
    """Every word where a script sets a class or an id."""
    return {word for found in _SET.findall(script) for word in _WORD.findall(found)}


def characters_of(page: str) -> set[str]:
    """Every letter that the HTML of a page shows as text."""
    return set(html.unescape(_UNSHOWN.sub("", page)))


class StyleSheet:
    """A style sheet, read once, from which each page takes what it uses."""

    def __init__(self, css: str) -> None:
        rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
        self._rules = [_read(rule) for rule in rules]

    def used(self, words: set[str], letters: set[str]) -> str:
        """What a page with these words and letters asks for, without spare white space."""
        return "".join(rule.used(words, letters) for rule in self._rules)

    @property
    def whole(self) -> str:
        """All of it, without spare white space."""
        return "".join(rule.whole for rule in self._rules)


@dataclass(frozen=True)
class _Text:
    """A rule that is kept as it is, such as @page."""

    css: str

    def used(self, _words: set[str], _letters: set[str]) -> str:
        return self.css

    @property
    def whole(self) -> str:
        return self.css


@dataclass(frozen=True)
class _Face:
    """A file of letters, with the ranges of letters it is for; for all when there is none."""

    css: str
    ranges: tuple[range, ...]

    def used(self, _: set[str], letters: set[str]) -> str:
        asked = any(ord(letter) in each for letter in letters for each in self.ranges)
        return self.css if asked or not self.ranges else ""

    @property
    def whole(self) -> str:
        return self.css


@dataclass(frozen=True)
class _Style:
    """Selectors, with the names that each asks for, and what they set."""

    selectors: tuple[tuple[str, frozenset[str]], ...]
    content: str

    def used(self, words: set[str], _: set[str]) -> str:
        kept = [selector for selector, names in self.selectors if names <= words]
        return f"{','.join(kept)}{{{self.content}}}" if kept else ""

    @property
    def whole(self) -> str:
        return f"{','.join(selector for selector, _ in self.selectors)}{{{self.content}}}"


@dataclass(frozen=True)
class _Group:
    """Rules under a condition, such as @media."""

    condition: str
    rules: tuple[_Rule, ...]

    def used(self, words: set[str], letters: set[str]) -> str:
        kept = "".join(rule.used(words, letters) for rule in self.rules)
        return f"{self.condition}{{{kept}}}" if kept else ""

    @property
    def whole(self) -> str:
        return f"{self.condition}{{{''.join(rule.whole for rule in self.rules)}}}"


_Rule = _Text | _Face | _Style | _Group


def _read(rule: Node) -> _Rule:
    if isinstance(rule, QualifiedRule):
        selectors = _split(tinycss2.serialize(rule.prelude))
        content = _squeezed(tinycss2.serialize(rule.content)).rstrip(";")
        return _Style(tuple((each, _names(each)) for each in selectors), content)
    if isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS and rule.content is not None:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        prelude = _squeezed(tinycss2.serialize(rule.prelude))
        space = "" if prelude.startswith("(") else " "
        return _Group(f"@{rule.at_keyword}{space}{prelude}", tuple(_read(each) for each in inner))
    css = _squeezed(rule.serialize())
    if isinstance(rule, AtRule) and rule.lower_at_keyword == "font-face":
        found = [(int(first, 16), int(last or first, 16)) for first, last in _RANGE.findall(css)]
        return _Face(css, tuple(range(first, last + 1) for first, last in found))
    return _Text(css)


def _names(selector: str) -> frozenset[str]:
    """What must be there for a selector to match (what `:not` names need not)."""
    positive = _NEGATED.sub("", selector)
    # Of the alternatives in :is(a, b) one is enough, so none is asked for.
    positive = re.sub(r":(?:is|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)", "", positive)
    rare = {f"<{tag}" for tag in _RARE.findall(positive)}
    return frozenset(_NAME.findall(positive)) | rare


def _split(prelude: str) -> list[str]:
    """The selectors of a list, without their white space; commas in brackets divide none."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(prelude):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth == 0:
            parts.append(prelude[start:at])
            start = at + 1
    parts.append(prelude[start:])
    squeezed = map(_squeezed, parts)
    return [each if '"' in each else re.sub(r" ([+~]) ", r"\1", each) for each in squeezed]


def _squeezed(css: str) -> str:
    """White space only where it means something; quoted text is left alone."""
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
