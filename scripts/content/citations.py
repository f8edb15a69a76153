"""Parses citations in Pandoc's syntax: `[@id]`, `[@id, s. 13; @other]`, `@id`.

The grammar is the subset of Pandoc's that the site uses (Pandoc User's Guide,
"Citation syntax"): no prefix, no suffix but a locator, no suppressed author.
Two ids are editorial markers and not sources: `editorial` and `own-translation`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from scripts.content.markdown import line_at, links, mask_code

MARKS = ("editorial", "own-translation")

# Possessive quantifiers (no backtracking), so that no part of a link text matches.
_BRACKET = re.compile(r"(?<!\\)\[(?=[^\[\]\n]*@)([^\[\]\n]*+)(\]?+)(?!\()")
_ITEM = re.compile(r"@([a-zA-Z0-9][\w:.-]*\w|[a-zA-Z0-9])(?:,[ \t]*([^\s;@][^;@]*))?")
_IN_TEXT = re.compile(r"(?<![\w\[;@./\\-])@([a-z0-9][a-z0-9-]*[a-z0-9])")
# Page labels that people write in locators; the site itself writes "s." and "p.".
_PAGE_LABELS = "s. s ss. ss side sider sidene sd. sd p. p pp. pp pg. pg pgs. page pages"
PAGE_WORDS = frozenset(_PAGE_LABELS.split())
_LOCATOR_WORDS = {
    **dict.fromkeys(PAGE_WORDS, "p."),
    "kap.": "ch.",
    "avsn.": "para.",
    "og": "and",
}
# "s.13": a label and a number without a space between them.
_NO_SPACE = re.compile(r"^([^\W\d_]+\.?)(?=\d)")
# Any dash or hyphen, those of a word processor among them.
_DASHES = "-–—\u2010\u2011\u2012\u2212"
_RANGE = re.compile(rf"(?<=\d)[ ]?[{_DASHES}][ ]?(?=\d)")
# The page numbers after a page label; what follows may be another locator, such as "§ 3-1".
_PAGES = re.compile(
    rf"\d+(?:[ ]?[{_DASHES}][ ]?\d+)?"
    rf"(?:(?:,[ ]?|[ ](?:og|and)[ ])\d+(?:[ ]?[{_DASHES}][ ]?\d+)?)*"
)


@dataclass(frozen=True)
class Cite:
    """One cited source: its id and, where known, the locator within it."""

    id: str
    locator: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """A language-independent key: "s. 13" and "p. 13" are the same locator.

        Spelling variants such as "s 13-14" are normalised; a check of its own reports them.
        """
        words = _RANGE.sub("–", _NO_SPACE.sub(r"\1 ", self.locator)).split()
        return self.id, " ".join(_LOCATOR_WORDS.get(word.lower(), word) for word in words)

    def written(self, page_word: str) -> str:
        """The locator in the site's form, with the given page label ("s.", "p.")."""
        first, _, rest = _NO_SPACE.sub(r"\1 ", self.locator).partition(" ")
        if first.lower() not in PAGE_WORDS or not rest[:1].isdigit():
            return self.locator
        pages = _PAGES.match(rest)
        numbers = pages.group() if pages else ""
        return f"{page_word} {_RANGE.sub('–', numbers)}{rest[len(numbers) :]}"


@dataclass(frozen=True)
class Citation:
    """One bracketed citation, or one author in the running text (`in_text`).

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
    """Every citation in the text outside code, including malformed ones.

    Cached, since checks, notes and lists of sources parse the same texts.

    Returns:
        Citations in text order. A malformed one has a `fault`, and the cites that could be
        parsed before it.
    """
    if "@" not in text:
        return ()
    masked = mask_code(text)
    citations: list[Citation] = []
    # The text and target of a link may contain an @ too.
    excluded = [(link.start, link.end) for link in links(text)]
    for match in _BRACKET.finditer(masked):
        excluded.append(match.span())
        cites, fault = _items(match.group(1))
        if not match.group(2):
            fault = "the bracket is not closed"
        line = line_at(masked, match.start(), first_line)
        citations.append(Citation(cites, False, line, *match.span(), fault))
    for match in _IN_TEXT.finditer(masked):
        if any(start <= match.start() < end for start, end in excluded):
            continue
        id_ = match.group(1)
        fault = f'the mark "@{id_}" stands without brackets' if id_ in MARKS else ""
        line = line_at(masked, match.start(), first_line)
        citations.append(Citation((Cite(id_),), True, line, *match.span(), fault))
    return tuple(sorted(citations, key=lambda citation: citation.start))


def _items(content: str) -> tuple[tuple[Cite, ...], str]:
    cites: list[Cite] = []
    for part in content.split(";"):
        match = _ITEM.fullmatch(part.strip())
        if match is None:
            return tuple(cites), f'"{part.strip()}" is not "@id" or "@id, locator"'
        cites.append(Cite(match.group(1), (match.group(2) or "").strip()))
    return tuple(cites), ""
