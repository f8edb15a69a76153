"""Reads a page's Markdown far enough to check it: headings, links, sections.

Code and comments are blanked first, with every line break kept, so that offsets
and line numbers stay those of the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_CODE = re.compile(
    # A sign behind a backslash is text, and a backtick then opens no code.
    r"(?P<escaped>\\[^\n])"
    r"|^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[ \t]*$"
    # A code span ends with its paragraph, so that a stray backtick hides nothing below.
    r"|(?P<span>(?<!(?<!\\)`)(?P<ticks>`++)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`))"
    r"|<!--.*?-->",
    re.MULTILINE | re.DOTALL,
)
# Quotations, items and definitions hold headings too.
# Nothing is given back once it is read (`*+`): else a rule of many stars takes minutes.
_QUOTES = r"(?:[ ]{0,3}+>[ ]?+)*+"
_INSIDE = r"(?:[ ]{0,3}+(?:>[ ]?+|(?:[-*+:]|\d+\.)[ ]++))*+"
_HEADING = re.compile(rf"^{_INSIDE}(?P<hashes>#{{1,6}})(?P<title>.*)$", re.MULTILINE)
_UNDERLINE = r"(?P<line>=+|-+)[ ]*"
_UNDERLINED = re.compile(
    rf"^(?P<quotes>{_QUOTES}){_INSIDE}(?P<title>[^\s#].*)\n{_QUOTES}{_UNDERLINE}$", re.MULTILINE
)
# After such a row a new block begins, and only its first row can be underlined.
_ENDS_BLOCK = re.compile(rf"(?P<quotes>{_QUOTES})(?:[ \t]*|{_INSIDE}#.*|{_UNDERLINE})")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*([^{}]*?)[ \t]*\}[ \t]*$")
# An address may hold brackets in pairs, as those of encyclopedias do. One that is alone is read
# as part of it too, so that it is told.
_TARGET = r"(?:\((?:[^()\s>]++|\([^()\s>]*+\))*+\)|[^()\s>]++|\()+"
_LINK = re.compile(
    r"(?<!\\)(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
    rf"\(\s*<?({_TARGET})>?(?:\s+\"[^\"]*\")?\s*\)"
)


@dataclass(frozen=True)
class Heading:
    """A Markdown heading: `level` 1–6, its explicit `anchor` ("" if none)."""

    level: int
    text: str
    anchor: str
    classes: frozenset[str]
    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Link:
    """A Markdown link or picture; `start` and `end` are offsets in the text."""

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

    Remembered, since every check and hook asks for the same pages.
    """
    return _CODE.sub(lambda match: match["escaped"] or _blank(match.group()), text)


def mask_blocks(text: str) -> str:
    """As `mask_code`, but code within a sentence stays: it is part of what is said."""
    return _CODE.sub(lambda match: match["escaped"] or match["span"] or _blank(match.group()), text)


def mask_spans(text: str) -> str:
    """`text` with code blanked out, and comments as they stand."""
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
    """All headings outside code, in order: those with # and those that are underlined.

    As Python-Markdown reads them, which asks for no space after the #.
    """
    return list(_headings(text, first_line))


# Kept, since every check asks for those of the same pages.
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
    return bool(_ENDS_BLOCK.fullmatch(before)) or match["quotes"].count(">") > depth


def _heading(match: re.Match[str], text: str, first_line: int) -> Heading:
    # The masked text finds the heading; code in its title is part of it.
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
    """All inline links and pictures outside code, in order."""
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
    """The text cut at its headings. A subsection is editorial if its parent is."""
    cuts = headings(text, first_line)
    found = [Section("", False, text[: cuts[0].start] if cuts else text, first_line)]
    editorial_level = 7
    for number, heading in enumerate(cuts):
        end = cuts[number + 1].start if number + 1 < len(cuts) else len(text)
        if heading.level <= editorial_level:
            editorial_level = heading.level if "editorial" in heading.classes else 7
        editorial = editorial_level < 7
        body = text[heading.end : end]
        found.append(Section(heading.anchor, editorial, body, heading.line))
    return found
