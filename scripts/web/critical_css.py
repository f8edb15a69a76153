"""The style sheet of a page: the parts in overrides/styles minus unused rules.

A rule is kept when every class and id in its selector occurs in the page or may be set by a
script, and an @font-face when the page shows a character of its unicode-range. The rest would
only be dead weight.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

ORDER = "order.txt"
# A class or an id in a selector.
_NAME = re.compile(r"[.#]([A-Za-z_][\w-]*)")
# Elements that few pages have and no script creates; other elements are assumed to be there.
_RARE = re.compile(r"(?<![\w.#:=\"\[-])(blockquote|caption|code|h4|select)(?![\w-])")
_RARE_IN_PAGE = re.compile(r"<(blockquote|caption|code|h4|select)\b")
_NEGATED = re.compile(r":not\([^()]*\)")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_NAMED = re.compile(r'\b(?:class|id)="([^"]*)"')
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# Where a script sets a class or an id; its own identifiers (`planner`) do not count.
_SET = re.compile(r"\b(?:className|id)\s*=(?!=)[^;\n]*|\bclassList\.\w+\([^)\n]*")
_HIDDEN = re.compile(r"<(script|style|template)\b.*?</\1>|<[^>]*>", re.DOTALL)
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)
# At-rules whose inner rules are filtered one by one; others (@page) are kept whole.
_GROUPS = {"media", "supports", "layer", "container"}


def combined(folder: Path) -> str:
    """The parts concatenated in the order of order.txt."""
    names = (folder / ORDER).read_text(encoding="utf-8").split()
    return "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in names)


def names_in(page: str) -> set[str]:
    """Every class, id and rare element (`<h4`) of a page, and what its inline scripts may set."""
    named = set(_WORD.findall(" ".join(_NAMED.findall(page))))
    named |= {f"<{tag}" for tag in _RARE_IN_PAGE.findall(page)}
    return named.union(*map(names_set_by, _INLINE.findall(page)))


def names_set_by(script: str) -> set[str]:
    """Every word in the places where a script sets a class or an id."""
    return {word for found in _SET.findall(script) for word in _WORD.findall(found)}


def characters_of(page: str) -> set[str]:
    """Every character that the HTML of a page shows as text."""
    return set(html.unescape(_HIDDEN.sub("", page)))


class StyleSheet:
    """A style sheet, parsed once, that gives each page the rules it uses."""

    def __init__(self, css: str) -> None:
        rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
        self._rules = [_parsed(rule) for rule in rules]

    def used(self, names: set[str], characters: set[str]) -> str:
        """The rules that a page with these names and characters needs, minified."""
        return "".join(rule.used(names, characters) for rule in self._rules)

    @property
    def whole(self) -> str:
        """The whole style sheet, minified."""
        return "".join(rule.whole for rule in self._rules)


@dataclass(frozen=True)
class _OtherRule:
    """A rule that is always kept, such as @page."""

    css: str

    def used(self, _names: set[str], _characters: set[str]) -> str:
        return self.css

    @property
    def whole(self) -> str:
        return self.css


@dataclass(frozen=True)
class _FontFace:
    """An @font-face with its unicode-range; kept for every page when it has none."""

    css: str
    ranges: tuple[range, ...]

    def used(self, _: set[str], characters: set[str]) -> str:
        needed = any(ord(character) in each for character in characters for each in self.ranges)
        return self.css if needed or not self.ranges else ""

    @property
    def whole(self) -> str:
        return self.css


@dataclass(frozen=True)
class _StyleRule:
    """Selectors, each with the names that it needs, and their declarations."""

    selectors: tuple[tuple[str, frozenset[str]], ...]
    content: str

    def used(self, names: set[str], _: set[str]) -> str:
        kept = [selector for selector, needed in self.selectors if needed <= names]
        return f"{','.join(kept)}{{{self.content}}}" if kept else ""

    @property
    def whole(self) -> str:
        return f"{','.join(selector for selector, _ in self.selectors)}{{{self.content}}}"


@dataclass(frozen=True)
class _GroupRule:
    """A conditional group rule, such as @media."""

    condition: str
    rules: tuple[_Rule, ...]

    def used(self, names: set[str], characters: set[str]) -> str:
        kept = "".join(rule.used(names, characters) for rule in self.rules)
        return f"{self.condition}{{{kept}}}" if kept else ""

    @property
    def whole(self) -> str:
        return f"{self.condition}{{{''.join(rule.whole for rule in self.rules)}}}"


_Rule = _OtherRule | _FontFace | _StyleRule | _GroupRule


def _parsed(rule: Node) -> _Rule:
    if isinstance(rule, QualifiedRule):
        selectors = _split(tinycss2.serialize(rule.prelude))
        content = _minified(tinycss2.serialize(rule.content)).rstrip(";")
        return _StyleRule(tuple((each, _names(each)) for each in selectors), content)
    if isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS and rule.content is not None:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        prelude = _minified(tinycss2.serialize(rule.prelude))
        space = "" if prelude.startswith("(") else " "
        return _GroupRule(f"@{rule.at_keyword}{space}{prelude}", tuple(map(_parsed, inner)))
    css = _minified(rule.serialize())
    if isinstance(rule, AtRule) and rule.lower_at_keyword == "font-face":
        found = [(int(first, 16), int(last or first, 16)) for first, last in _RANGE.findall(css)]
        return _FontFace(css, tuple(range(first, last + 1) for first, last in found))
    return _OtherRule(css)


def _names(selector: str) -> frozenset[str]:
    """The names that a page must have for a selector to match; those in `:not` do not count."""
    positive = _NEGATED.sub("", selector)
    # One of the alternatives in :is(a, b) is enough, so none is required.
    positive = re.sub(r":(?:is|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)", "", positive)
    rare = {f"<{tag}" for tag in _RARE.findall(positive)}
    return frozenset(_NAME.findall(positive)) | rare


def _split(prelude: str) -> list[str]:
    """The selectors of a selector list, minified; commas in brackets do not separate."""
    parts, depth, start = [], 0, 0
    for index, character in enumerate(prelude):
        depth += (character in "([") - (character in ")]")
        if character == "," and depth == 0:
            parts.append(prelude[start:index])
            start = index + 1
    parts.append(prelude[start:])
    minified = map(_minified, parts)
    return [each if '"' in each else re.sub(r" ([+~]) ", r"\1", each) for each in minified]


def _minified(css: str) -> str:
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
