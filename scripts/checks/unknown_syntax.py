"""What readers would see as it was typed: Markdown of other programs, and names of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from html.entities import html5

from scripts.checks.invisible_characters import UNSEEN
from scripts.common.problems import Kind, Problem
from scripts.common.shorten import shorten
from scripts.common.yaml_lines import YamlText
from scripts.content.block_nodes import PARAGRAPH
from scripts.content.block_structure import structure
from scripts.content.escapes import is_escaped
from scripts.content.foreign_syntax import (
    DIRECTIVE,
    FOREIGN,
    IN_PLAIN_TEXT,
    WORD_FIELD,
    WORD_FIELDS,
    WORD_MEND,
)
from scripts.content.markdown import line_at, links, mask_code
from scripts.content.pages import Site, SourcePage
from scripts.content.placeholders import PLACEHOLDER

_BARE = re.compile(
    r"(?<![\w/@.-])(?:(?:https?|ftp)://|www\.)[^\s<>]*[^\s<>.,;:!?)\]»”’\"']", re.IGNORECASE
)
# Two stars within words or numbers: 5*3*2, and the forms of lærer*innen og bruker*en.
_STARS = re.compile(r"(?<=\w)\*(?=\w)(?:(?!\n[ \t]*\n)[^*])+(?<=\w)\*(?=\w)")
_NOTE = re.compile(r"\[\^(?P<name>[^\]\s]*)\]")
_ENTITY = re.compile(r"&(#[0-9]+;|#[xX][0-9a-fA-F]+;|[A-Za-z][A-Za-z0-9]*;)")
_TAG = re.compile(r"<[^<>\n]+>")
_BRACES = re.compile(r"\{\{.*?\}\}|\{\{|\}\}")


def check_syntax(site: Site, files: Mapping[str, YamlText]) -> list[Problem]:
    """Signs of pages and data that would be published as they stand.

    `files` are those of the data by name: they hold texts and no Markdown.
    """
    problems: list[Problem] = []
    for page in site.pages:
        masked = mask_code(page.body)
        problems += [*_signs(page, masked), *_bare(page, masked), *_braces(page, masked)]
        problems += [*_directives(page), *_entities(page, masked), *_stars(page, masked)]
        problems += _plain(page.front_matter)
    for parsed in files.values():
        problems += _plain(parsed)
    return problems


def _signs(page: SourcePage, masked: str) -> Iterator[Problem]:
    notes: set[str] = set()
    for foreign in FOREIGN:
        for match in foreign.pattern.finditer(masked):
            if is_escaped(masked, match.start()):
                continue
            if note := _NOTE.match(match.group()):
                # Of a footnote its sign in the text is told, and not what stands at the foot.
                if note["name"] in notes:
                    continue
                notes.add(note["name"])
            line = line_at(masked, match.start(), page.body_line)
            what = f'"{shorten(match.group(), 40)}" would be published as it stands'
            mend = f"this is no sign of {foreign.name} here: {foreign.mend}"
            if foreign.name == WORD_FIELD:
                mend = foreign.mend
            yield Problem(page.path, line, what, mend)


def _entities(page: SourcePage, masked: str) -> Iterator[Problem]:
    for match in _ENTITY.finditer(masked):
        if is_escaped(masked, match.start()):
            continue
        line = line_at(masked, match.start(), page.body_line)
        if UNSEEN.search(unescape(match.group())):
            what = f'"{match.group()}" is a sign that nobody sees'
            yield Problem(page.path, line, what, "take it away: long words break by themselves")
        elif not match[1].startswith("#") and match[1] not in html5:
            what = f'"{match.group()}" would be published as it stands'
            yield Problem(page.path, line, what, "HTML has no such sign: write the sign itself")


def _stars(page: SourcePage, masked: str) -> Iterator[Problem]:
    """Stars that are meant as signs, and would go and make what stands between them italic."""
    for match in _STARS.finditer(masked):
        if is_escaped(masked, match.start()):
            continue
        begin, end = match.span()
        # With the words that the stars stand in.
        words = (
            re.split(r"\W", masked[max(0, begin - 40) : begin])[-1],
            re.split(r"\W", masked[end : end + 40])[0],
        )
        word = words[0] + match.group() + words[1]
        what = f'"{shorten(word, 40)}" would be published without its stars'
        mend = "write \\* where a star is text, or × between numbers"
        yield Problem(page.path, line_at(masked, match.start(), page.body_line), what, mend)


def _directives(page: SourcePage) -> Iterator[Problem]:
    for match in DIRECTIVE.finditer(page.body):
        line = line_at(page.body, match.start(), page.body_line)
        what = f'"{shorten(match.group(), 40)}" would be published as code'
        yield Problem(page.path, line, what, "directives are not read here: write plain Markdown")


def _bare(page: SourcePage, masked: str) -> Iterator[Problem]:
    """Addresses that are no links."""
    inside = [(link.start, link.end) for link in links(page.body)]
    # Of what is meant as a link that is told, and not its address.
    elsewhere = (_TAG, *(foreign.pattern for foreign in FOREIGN if foreign.name == "a link"))
    inside += [match.span() for pattern in elsewhere for match in pattern.finditer(masked)]
    for match in _BARE.finditer(masked):
        if not any(start <= match.start() < end for start, end in inside):
            line = line_at(masked, match.start(), page.body_line)
            address = match.group()
            scheme, colon, rest = address.partition("://")
            whole = f"{scheme.lower()}://{rest}" if colon else f"https://www.{address[4:]}"
            mend = f"write <{whole}> or [name]({whole})"
            if whole.startswith("ftp:"):
                mend = "take it away: browsers do not open it"
            what = f'the address "{address}" would be no link'
            yield Problem(page.path, line, what, mend, kind=Kind.BARE, about=address)


def _braces(page: SourcePage, masked: str) -> Iterator[Problem]:
    """Names of lists that do not stand alone in a paragraph."""
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
            mend = "put the name of a list alone in a paragraph, with nothing before it"
            yield Problem(page.path, line, what, mend)


def _plain(parsed: YamlText) -> Iterator[Problem]:
    for where, text in parsed.texts():
        if field := WORD_FIELDS.search(text):
            what = f'"{shorten(field.group(), 40)}" would be published as it stands'
            yield Problem(parsed.path, parsed.line(where), what, WORD_MEND)
            continue
        match = IN_PLAIN_TEXT.search(text)
        if match and "://" not in text:
            what = f'"{shorten(match.group(), 40)}" would be published as it stands'
            mend = f"take the signs away: {'.'.join(map(str, where))} is plain text"
            yield Problem(parsed.path, parsed.line(where), what, mend)
