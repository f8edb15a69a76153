"""Parses a page's Markdown far enough to check it: headings, links, sections.

Code and comments are masked first, with every line break kept, so that offsets
and line numbers stay those of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_CODE = re.compile(
    # An escaped character is text: an escaped backtick opens no code.
    r"(?P<escaped>\\[^\n])"
    r"|^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[ \t]*$"
    # A code span ends with its paragraph, so that a stray backtick hides nothing below.
    r"|(?P<span>(?<!(?<!\\)`)(?P<ticks>`++)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`))"
    r"|<!--.*?-->",
    re.MULTILINE | re.DOTALL,
)
# Block quotes, list items and definitions may contain headings too.
# Possessive quantifiers (`*+`) prevent backtracking: a rule of many asterisks would take minutes.
_QUOTES = r"(?:[ ]{0,3}+>[ ]?+)*+"
_CONTAINERS = r"(?:[ ]{0,3}+(?:>[ ]?+|(?:[-*+:]|\d+\.)[ ]++))*+"
_HEADING = re.compile(rf"^{_CONTAINERS}(?P<hashes>#{{1,6}})(?P<title>.*)$", re.MULTILINE)
_UNDERLINE = r"(?P<line>=+|-+)[ ]*"
_UNDERLINED = re.compile(
    rf"^(?P<quotes>{_QUOTES}){_CONTAINERS}(?P<title>[^\s#].*)\n{_QUOTES}{_UNDERLINE}$", re.MULTILINE
)
# A new block begins after such a line, and only its first line can be underlined.
_BLOCK_END = re.compile(rf"(?P<quotes>{_QUOTES})(?:[ \t]*|{_CONTAINERS}#.*|{_UNDERLINE})")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*([^{}]*?)[ \t]*\}[ \t]*$")
# An address may contain balanced parentheses, as those of encyclopedias do. An unbalanced one is
# matched too, so that it is reported.
_TARGET = r"(?:\((?:[^()\s>]++|\([^()\s>]*+\))*+\)|[^()\s>]++|\()+"
_LINK = re.compile(
    r"(?<!\\)(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
    rf"\(\s*<?({_TARGET})>?(?:\s+\"[^\"]*\")?\s*\)"
)


@dataclass(frozen=True)
class Heading:
    """A Markdown heading with its level (1–6) and explicit `anchor` ("" if none)."""

    level: int
    text: str
    anchor: str
    classes: frozenset[str]
    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Link:
    """An inline link or image; `start` and `end` are offsets in the text."""

    target: str
    text: str
    image: bool
    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Section:
    """The text between two headings; `anchor` is "" before the first."""

    anchor: str
    editorial: bool
    text: str
    line: int


@lru_cache(maxsize=4096)
def mask_code(text: str) -> str:
    """`text` with code and comments blanked out; same length, same lines.

    Cached, since checks and hooks all read the same pages.
    """
    return _CODE.sub(lambda match: match["escaped"] or _blank(match.group()), text)


def mask_blocks(text: str) -> str:
    """Like `mask_code`, but code spans stay: they are part of the sentence."""
    return _CODE.sub(lambda match: match["escaped"] or match["span"] or _blank(match.group()), text)


def block_code(text: str, first_line: int = 1) -> Iterator[range]:
    """The lines of each code block and comment, from the one that opens it to its end."""
    for match in _CODE.finditer(text):
        if not match["escaped"] and not match["span"]:
            start = line_at(text, match.start(), first_line)
            yield range(start, start + match.group().count("\n") + 1)


def mask_spans(text: str) -> str:
    """`text` with code blanked out, but not comments."""
    return _CODE.sub(
        lambda match: (
            match.group()
            if match["escaped"] or match.group().startswith("<!--")
            else _blank(match.group())
        ),
        text,
    )


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def line_at(text: str, offset: int, first_line: int = 1) -> int:
    """The line number of an offset in a text that begins on `first_line`."""
    return text.count("\n", 0, offset) + first_line


def headings(text: str, first_line: int = 1) -> list[Heading]:
    """All ATX (#) and setext (underlined) headings outside code, in order.

    As parsed by Python-Markdown, which requires no space after the #.
    """
    return list(_headings(text, first_line))


# Cached, since all checks read the same pages.
@lru_cache(maxsize=4096)
def _headings(text: str, first_line: int) -> tuple[Heading, ...]:
    masked = mask_code(text)
    found = list(_HEADING.finditer(masked))
    found += [match for match in _UNDERLINED.finditer(masked) if _opens_block(match)]
    return tuple(
        _heading(match, text, first_line) for match in sorted(found, key=lambda each: each.start())
    )


def _opens_block(match: re.Match[str]) -> bool:
    before = match.string[: match.start()].removesuffix("\n").rpartition("\n")[2]
    quoted = re.match(_QUOTES, before)
    depth = quoted.group().count(">") if quoted else 0
    return bool(_BLOCK_END.fullmatch(before)) or match["quotes"].count(">") > depth


def _heading(match: re.Match[str], text: str, first_line: int) -> Heading:
    # Headings are matched in the masked text, but code in a title is part of it.
    title = text[match.start("title") : match.end("title")].rstrip().rstrip("#")
    anchor, classes = "", frozenset[str]()
    attributes = _ATTRIBUTES.search(title)
    if attributes:
        words = attributes.group(1).split()
        anchor = next((word[1:] for word in words if word.startswith("#")), "")
        classes = frozenset(word[1:] for word in words if word.startswith("."))
        title = title[: attributes.start()].rstrip("#")
    groups = match.groupdict()
    level = len(groups["hashes"]) if "hashes" in groups else 1 if match["line"][0] == "=" else 2
    line = line_at(text, match.start(), first_line)
    return Heading(level, title.strip(), anchor, classes, line, match.start(), match.end())


def links(text: str, first_line: int = 1) -> list[Link]:
    """All inline links and images outside code, in order."""
    return list(_links(text, first_line))


@lru_cache(maxsize=4096)
def _links(text: str, first_line: int) -> tuple[Link, ...]:
    masked = mask_code(text)
    return tuple(
        Link(
            match.group(3),
            match.group(2),
            match.group(1) == "!",
            line_at(masked, match.start(), first_line),
            *match.span(),
        )
        for match in _LINK.finditer(masked)
    )


def sections(text: str, first_line: int = 1) -> list[Section]:
    """The text split at its headings. A subsection is editorial if its parent is."""
    splits = headings(text, first_line)
    found = [Section("", False, text[: splits[0].start] if splits else text, first_line)]
    editorial_level = 7
    for number, heading in enumerate(splits):
        end = splits[number + 1].start if number + 1 < len(splits) else len(text)
        if heading.level <= editorial_level:
            editorial_level = heading.level if "editorial" in heading.classes else 7
        editorial = editorial_level < 7
        body = text[heading.end : end]
        found.append(Section(heading.anchor, editorial, body, heading.line))
    return found
