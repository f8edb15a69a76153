"""Finds syntax that would be shown literally: Markdown of other programs, misplaced list names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from html.entities import html5

from scripts.checks.bare_addresses import check_bare
from scripts.checks.code_fences import check_fences
from scripts.checks.invisible_characters import INVISIBLE
from scripts.common.problems import Problem
from scripts.common.shorten import shorten
from scripts.common.yaml_lines import YamlText
from scripts.content.block_nodes import PARAGRAPH
from scripts.content.block_structure import structure
from scripts.content.escapes import is_escaped
from scripts.content.foreign_syntax import (
    FOREIGN,
    IN_PLAIN_TEXT,
    WORD_FIELD,
    WORD_FIELDS,
    WORD_MEND,
)
from scripts.content.markdown import line_at, mask_code
from scripts.content.pages import Site, SourcePage
from scripts.content.placeholders import PLACEHOLDER

# Asterisks within words or numbers: 5*3*2, and gender stars (lærer*innen og bruker*en).
_STARS = re.compile(r"(?<=\w)\*(?=\w)(?:(?!\n[ \t]*\n)[^*])+(?<=\w)\*(?=\w)")
# Identifiers whose underscores would be parsed as emphasis: __init__.py.
_DUNDER = re.compile(r"(?<![\w\\])__[A-Za-z]\w*?__(?=\.\w|\()\.?\w*(?:\(\))?")
_NOTE = re.compile(r"\[\^(?P<name>[^\]\s]*)\]")
_ENTITY = re.compile(r"&(#[0-9]+;|#[xX][0-9a-fA-F]+;|[A-Za-z][A-Za-z0-9]*;)")
_BRACES = re.compile(r"\{\{.*?\}\}|\{\{|\}\}")


def check_syntax(site: Site, files: Mapping[str, YamlText]) -> list[Problem]:
    """Report syntax in pages and data that would be published literally.

    `files` are the data files by name, whose texts are plain and not Markdown.
    """
    problems: list[Problem] = []
    for page in site.pages:
        masked = mask_code(page.body)
        problems += [
            *_foreign_syntax(page, masked),
            *check_bare(page, masked),
            *_braces(page, masked),
        ]
        problems += [*check_fences(page), *_entities(page, masked), *_stars(page, masked)]
        problems += _plain(page.front_matter)
    for parsed in files.values():
        problems += _plain(parsed)
    return problems


def _foreign_syntax(page: SourcePage, masked: str) -> Iterator[Problem]:
    footnotes: set[str] = set()
    for foreign in FOREIGN:
        for match in foreign.pattern.finditer(masked):
            if is_escaped(masked, match.start()):
                continue
            if note := _NOTE.match(match.group()):
                # Of a footnote only its first mark is reported, not its text at the foot.
                if note["name"] in footnotes:
                    continue
                footnotes.add(note["name"])
            # Some patterns also match context; their group `shown` is the syntax itself.
            shown = "shown" if "shown" in foreign.pattern.groupindex else 0
            line = line_at(masked, match.start(shown), page.body_line)
            syntax = " ".join(match[shown].split())
            what = f'"{shorten(syntax, 40)}" would be published as it stands'
            fix = f"this is no sign of {foreign.name} here: {foreign.fix}"
            if foreign.name == WORD_FIELD:
                fix = foreign.fix
            yield Problem(page.path, line, what, fix)


def _entities(page: SourcePage, masked: str) -> Iterator[Problem]:
    for match in _ENTITY.finditer(masked):
        if is_escaped(masked, match.start()):
            continue
        line = line_at(masked, match.start(), page.body_line)
        if INVISIBLE.search(unescape(match.group())):
            what = f'"{match.group()}" is a sign that nobody sees'
            yield Problem(page.path, line, what, "take it away: long words break by themselves")
        elif not match[1].startswith("#") and match[1] not in html5:
            what = f'"{match.group()}" would be published as it stands'
            yield Problem(page.path, line, what, "HTML has no such sign: write the sign itself")


def _stars(page: SourcePage, masked: str) -> Iterator[Problem]:
    """Report literal asterisks and underscores that would be parsed as emphasis."""
    for match in _STARS.finditer(masked):
        if is_escaped(masked, match.start()):
            continue
        begin, end = match.span()
        # Include the rest of the words around the asterisks.
        words = (
            re.split(r"\W", masked[max(0, begin - 40) : begin])[-1],
            re.split(r"\W", masked[end : end + 40])[0],
        )
        word = words[0] + match.group() + words[1]
        what = f'"{shorten(word, 40)}" would be published without its stars'
        fix = "write \\* where a star is text, or × between numbers"
        yield Problem(page.path, line_at(masked, match.start(), page.body_line), what, fix)
    for match in _DUNDER.finditer(masked):
        what = f'"{shorten(match.group(), 40)}" would be published without its underscores'
        fix = f"write `{match.group()}`"
        yield Problem(page.path, line_at(masked, match.start(), page.body_line), what, fix)


def _braces(page: SourcePage, masked: str) -> Iterator[Problem]:
    """Report list placeholders that are not a paragraph of their own."""
    alone = {
        node.rows[0].line
        for node in structure(page.body, page.body_line).children
        if node.kind == PARAGRAPH and len(node.rows) == 1
    }
    lists = {line_at(masked, each.start(), page.body_line) for each in PLACEHOLDER.finditer(masked)}
    for match in _BRACES.finditer(masked):
        line = line_at(masked, match.start(), page.body_line)
        if line not in lists & alone:
            what = f'"{match.group()}" would be published as it stands'
            fix = "put the name of a list alone in a paragraph, with nothing before it"
            yield Problem(page.path, line, what, fix)


def _plain(parsed: YamlText) -> Iterator[Problem]:
    for where, text in parsed.texts():
        if field := WORD_FIELDS.search(text):
            what = f'"{shorten(field.group(), 40)}" would be published as it stands'
            yield Problem(parsed.path, parsed.line(where), what, WORD_MEND)
            continue
        match = IN_PLAIN_TEXT.search(text)
        if match and "://" not in text:
            what = f'"{shorten(match.group(), 40)}" would be published as it stands'
            fix = f"take the signs away: {'.'.join(map(str, where))} is plain text"
            yield Problem(parsed.path, parsed.line(where), what, fix)
