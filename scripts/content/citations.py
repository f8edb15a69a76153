"""Citations in Pandoc's form: `[@id]`, `[@id, s. 13; @other]`, `@id`.

The grammar is the part of Pandoc's that the site uses (Pandoc User's Guide,
"Citation syntax"): no prefix, no suffix beyond a locator, no suppressed author.
Two ids are marks of this site and not sources: `editorial` and `own-translation`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from scripts.content.markdown import line_at, links, mask_code

MARKS = ("editorial", "own-translation")

# Nothing is given back once it is read, so that no part of a link's text is a bracket.
_BRACKET = re.compile(r"(?<!\\)\[(?=[^\[\]\n]*@)([^\[\]\n]*+)(\]?+)(?!\()")
_ITEM = re.compile(r"@([a-zA-Z0-9][\w:.-]*\w|[a-zA-Z0-9])(?:,[ \t]*([^\s;@][^;@]*))?")
_IN_TEXT = re.compile(r"(?<![\w\[;@./\\-])@([a-z0-9][a-z0-9-]*[a-z0-9])")
# What people write before the number of a page; "s." and "p." are what the site writes.
_WORDS = "s. s ss. ss side sider sidene sd. sd p. p pp. pp pg. pg pgs. page pages"
PAGE_WORDS = frozenset(_WORDS.split())
_LOCATOR_WORDS = {
    **dict.fromkeys(PAGE_WORDS, "p."),
    "kap.": "ch.",
    "avsn.": "para.",
    "og": "and",
}
# "s.13" is the word and the number without their space.
_GLUED = re.compile(r"^([^\W\d_]+\.?)(?=\d)")
_RANGE = re.compile(r"(?<=\d)[ ]?[-–—][ ]?(?=\d)")
# The numbers that the word for a page speaks of; what follows may be a paragraph, "§ 3-1".
_PAGES = re.compile(
    r"\d+(?:[ ]?[-–—][ ]?\d+)?(?:(?:,[ ]?|[ ](?:og|and)[ ])\d+(?:[ ]?[-–—][ ]?\d+)?)*"
)


@dataclass(frozen=True)
class Cite:
    """One source cited once: its id and, where known, the place in it."""

    id: str
    locator: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The same in both languages: "s. 13" and "p. 13" are one locator.

        However it is written: of "s 13-14" the check of its form tells.
        """
        words = _RANGE.sub("–", _GLUED.sub(r"\1 ", self.locator)).split()
        return self.id, " ".join(_LOCATOR_WORDS.get(word.lower(), word) for word in words)

    def written(self, page_word: str) -> str:
        """The locator as the site writes it, with its word for a page ("s.", "p.")."""
        first, _, rest = _GLUED.sub(r"\1 ", self.locator).partition(" ")
        if first.lower() not in PAGE_WORDS or not rest[:1].isdigit():
            return self.locator
        pages = _PAGES.match(rest)
        numbers = pages.group() if pages else ""
        return f"{page_word} {_RANGE.sub('–', numbers)}{rest[len(numbers) :]}"


@dataclass(frozen=True)
class Citation:
    """One bracket, or one author in the text (`in_text`).

    `fault` says what is malformed, "" when nothing is. `start` and `end` are
    offsets in the text.
    """

    cites: tuple[Cite, ...]
    in_text: bool
    line: int
    start: int
    end: int
    fault: str = ""


@lru_cache(maxsize=1 << 13)
def find_citations(text: str, first_line: int = 1) -> tuple[Citation, ...]:
    """Every citation in the text outside code, malformed ones too.

    Kept, since the check, the notes and the lists of sources ask for the same texts.

    Returns:
        Citations in the order of the text. One that is malformed has a `fault` and the cites
        that could be read before it.
    """
    if "@" not in text:
        return ()
    masked = mask_code(text)
    found: list[Citation] = []
    # What a link is called or leads to may hold an @ as well.
    inside = [(link.start, link.end) for link in links(text)]
    for match in _BRACKET.finditer(masked):
        inside.append(match.span())
        cites, fault = _items(match.group(1))
        if not match.group(2):
            fault = "the bracket is not closed"
        line = line_at(masked, match.start(), first_line)
        found.append(Citation(cites, False, line, *match.span(), fault))
    for match in _IN_TEXT.finditer(masked):
        if any(start <= match.start() < end for start, end in inside):
            continue
        id_ = match.group(1)
        fault = f'the mark "@{id_}" stands without brackets' if id_ in MARKS else ""
        line = line_at(masked, match.start(), first_line)
        found.append(Citation((Cite(id_),), True, line, *match.span(), fault))
    return tuple(sorted(found, key=lambda citation: citation.start))


def _items(content: str) -> tuple[tuple[Cite, ...], str]:
    cites: list[Cite] = []
    for part in content.split(";"):
        match = _ITEM.fullmatch(part.strip())
        if match is None:
            return tuple(cites), f'"{part.strip()}" is not "@id" or "@id, locator"'
        cites.append(Cite(match.group(1), (match.group(2) or "").strip()))
    return tuple(cites), ""
