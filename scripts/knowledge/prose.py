"""Reads a page's Markdown far enough to check it: headings, links, sections.

Code and comments are blanked first, with every line break kept, so that offsets
and line numbers stay those of the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[ \t]*$"
    r"|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?-->",
    re.MULTILINE | re.DOTALL,
)
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*([^{}]*?)[ \t]*\}[ \t]*#*$")
_LINK = re.compile(
    r"(?<!\\)(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)"
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
    """A Markdown link or picture."""

    target: str
    text: str
    image: bool
    line: int


@dataclass(frozen=True)
class Section:
    """The text between two headings; `anchor` is "" before the first."""

    anchor: str
    editorial: bool
    text: str
    line: int


def mask_code(text: str) -> str:
    """`text` with code and comments blanked out; same length, same lines."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def line_at(text: str, offset: int, first_line: int = 1) -> int:
    """The line number of an offset in a text that begins on `first_line`."""
    return text.count("\n", 0, offset) + first_line


def headings(text: str, first_line: int = 1) -> list[Heading]:
    """All ATX headings outside code, in order."""
    masked = mask_code(text)
    found = []
    for match in _HEADING.finditer(masked):
        title = text[match.start(2) : match.end(2)]
        anchor, classes = "", frozenset[str]()
        attributes = _ATTRIBUTES.search(title)
        if attributes:
            words = attributes.group(1).split()
            anchor = next((word[1:] for word in words if word.startswith("#")), "")
            classes = frozenset(word[1:] for word in words if word.startswith("."))
            title = title[: attributes.start()]
        line = line_at(text, match.start(), first_line)
        level = len(match.group(1))
        found.append(
            Heading(level, title.strip(), anchor, classes, line, match.start(), match.end())
        )
    return found


def links(text: str, first_line: int = 1) -> list[Link]:
    """All inline links and pictures outside code, in order."""
    masked = mask_code(text)
    return [
        Link(
            match.group(3),
            match.group(2),
            match.group(1) == "!",
            line_at(masked, match.start(), first_line),
        )
        for match in _LINK.finditer(masked)
    ]


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
