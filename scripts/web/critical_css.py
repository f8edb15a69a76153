"""The style sheet of a page: the parts in overrides/styles minus unused rules.

A rule is kept when every class and id in its selector occurs in the page or may be set by a
script, and an @font-face when the page shows a character of its unicode-range. The rest would
only be dead weight. Rules for paper stand in no page: they are a file that blocks no rendering.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from scripts.web.css_text import minified, split_selectors

ORDER = "order.txt"
# A class or an id in a selector.
_NAME = re.compile(r"[.#]([A-Za-z_][\w-]*)")
# Elements that few pages have and no script creates; other elements are assumed to be there.
_RARE_NAMES = "blockquote|caption|code|dl|h4|select|table|thead"
_RARE = re.compile(rf"(?<![\w.#:=\"\[-])({_RARE_NAMES})(?![\w-])")
_RARE_IN_PAGE = re.compile(rf"<({_RARE_NAMES})\b")
# The list that a component makes; no script makes one.
_LIST = re.compile(r'\bdata-list="([\w-]+)"')
_NEGATED = re.compile(r":not\([^()]*\)")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_NAMED = re.compile(r'\b(?:class|id)="([^"]*)"')
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# Where a script sets a class or an id of an element. What it calls its own things (`planner`, or
# a variable `id`) does not count. A test holds the scripts to these ways.
_SET = re.compile(
    r"\.(?:className|id)\s*=(?!=)[^;\n]*|\bclassName:[^,}\n]*|\bclassList\.\w+\([^)\n]*"
)
_HIDDEN = re.compile(r"<(script|style|template)\b.*?</\1>|<[^>]*>", re.DOTALL)
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)
# At-rules whose inner rules are filtered one by one; others (@page) are kept whole.
_GROUPS = {"media", "supports", "layer", "container"}


def combined(folder: Path, without: Collection[str] = ()) -> str:
    """The parts concatenated in the order of order.txt, but for those that are named."""
    names = (folder / ORDER).read_text(encoding="utf-8").split()
    return "\n".join(part(folder, name) for name in names if name not in without)


def part(folder: Path, name: str) -> str:
    """One part, as it is written."""
    return (folder / f"{name}.css").read_text(encoding="utf-8")


def names_in(page: str) -> set[str]:
    """Every class, id, list and rare element (`<h4`) of a page, and what its scripts may set."""
    named = set(_WORD.findall(" ".join(_NAMED.findall(page))))
    named |= {f"<{tag}" for tag in _RARE_IN_PAGE.findall(page)}
    named |= {f"list {name}" for name in _LIST.findall(page)}
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

    @property
    def for_paper(self) -> str:
        """The rules for paper, minified, for a file that is loaded with `media="print"`."""
        return "".join(rule.content for rule in self._rules if isinstance(rule, _PaperRule))


@dataclass(frozen=True)
class _PaperRule:
    """@page, or @media print with its content; never in a page."""

    whole: str
    content: str

    def used(self, _names: set[str], _characters: set[str]) -> str:
        return ""


@dataclass(frozen=True)
class _OtherRule:
    """A rule that is always kept."""

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


_Rule = _OtherRule | _PaperRule | _FontFace | _StyleRule | _GroupRule


def _parsed(rule: Node) -> _Rule:
    if isinstance(rule, QualifiedRule):
        selectors = split_selectors(rule.prelude)
        content = minified(tinycss2.serialize(rule.content)).rstrip(";")
        return _StyleRule(tuple((each, _names(each)) for each in selectors), content)
    if isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS and rule.content is not None:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        prelude = minified(tinycss2.serialize(rule.prelude))
        space = "" if prelude.startswith("(") else " "
        group = _GroupRule(f"@{rule.at_keyword}{space}{prelude}", tuple(map(_parsed, inner)))
        if prelude != "print":
            return group
        return _PaperRule(group.whole, "".join(each.whole for each in group.rules))
    css = minified(rule.serialize())
    if isinstance(rule, AtRule) and rule.lower_at_keyword == "font-face":
        found = [(int(first, 16), int(last or first, 16)) for first, last in _RANGE.findall(css)]
        return _FontFace(css, tuple(range(first, last + 1) for first, last in found))
    if isinstance(rule, AtRule) and rule.lower_at_keyword == "page":
        return _PaperRule(css, css)
    return _OtherRule(css)


def _names(selector: str) -> frozenset[str]:
    """The names that a page must have for a selector to match; those in `:not` do not count."""
    positive = _NEGATED.sub("", selector)
    # One of the alternatives in :is(a, b) is enough, so none is required; a single one is.
    positive = re.sub(r":(?:is|where)\(([^(),]*)\)", r" \1", positive)
    positive = re.sub(r":(?:is|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)", "", positive)
    rare = {f"<{tag}" for tag in _RARE.findall(positive)}
    lists = {f"list {name}" for name in _LIST.findall(positive)}
    return frozenset(_NAME.findall(positive)) | rare | lists
