"""How heavy pages are to read: LIX of each page, and the length of each sentence.

Measured is prose: paragraphs and items that are sentences, without tables, quotations of
others, headings and names in lists (an item without a full stop is no sentence).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.common.problems import Problem
from scripts.common.shorten import shorten
from scripts.content.pages import Site, SourcePage
from scripts.content.prose import BLANK, running_text
from scripts.content.statements import ITEM, PARAGRAPH, blocks
from scripts.language.locales import LOCALES
from scripts.language.readability import lix, sentences, words

RULE = "readability"
# The aim is 40, Björnsson's limit between middling texts and newspapers. Two are left for names:
# the subject has long words of its own (modellkommunemetodikken, utviklingsveileder).
MOST_LIX = 42
# Klarspråk asks for 15–20 words on average. A sentence of more than 30 has two thoughts.
MOST_WORDS = 30
# LIX of a few sentences says more of their names than of their weight.
LEAST_WORDS = 100
# How many pages a report names.
_WORST = 10
_SENTENCE_END = re.compile(r"[.!?:…][»’*_)\]\s]*$")


@dataclass(frozen=True)
class Reading:
    """What was measured of a page."""

    path: str
    lix: float
    words: int
    mean: float


def prose(page: SourcePage) -> list[tuple[int, str]]:
    """The sentences of a page, each with the line that its paragraph begins on."""
    text = running_text(page.body, page.locale.code)
    return [
        (block.line, sentence)
        for block in blocks(text, page.body_line)
        if block.kind in (PARAGRAPH, ITEM) and _SENTENCE_END.search(block.text.rstrip())
        for sentence in sentences(block.text)
    ]


def reading(page: SourcePage) -> Reading:
    """LIX, the number of words, and words a sentence."""
    said = [sentence for _, sentence in prose(page)]
    count = sum(len(words(sentence)) for sentence in said)
    return Reading(page.path, lix(said), count, count / len(said) if said else 0)


def check_readability(page: SourcePage) -> Iterator[Problem]:
    """A page that is too heavy, and each sentence that is too long."""
    if not page.readable:
        return
    found = reading(page)
    if found.words >= LEAST_WORDS and found.lix > MOST_LIX:
        what = f"the page is heavy to read (LIX {found.lix:.1f}, at most {MOST_LIX})"
        mend = "divide its longest sentences and put short words for long ones (make report)"
        yield Problem(page.path, page.body_line, what, mend, RULE)
    for line, sentence in prose(page):
        count = len(words(sentence))
        if count > MOST_WORDS:
            shown = shorten(sentence.replace(BLANK, "").strip("-* "), 50)
            what = f'the sentence "{shown}" has {count} words'
            yield Problem(page.path, line, what, f"divide it: at most {MOST_WORDS}", RULE)


def report_lines(site: Site) -> Iterator[str]:
    """The heaviest pages of each language, for editors."""
    for locale in LOCALES:
        pages = [page for page in site.pages if page.locale is locale and page.readable]
        found = [each for each in map(reading, pages) if each.words >= LEAST_WORDS]
        if not found:
            continue
        mean = sum(each.lix for each in found) / len(found)
        yield f"{locale.name}: LIX {mean:.0f} on average (at most {MOST_LIX} a page)"
        for each in sorted(found, key=lambda each: -each.lix)[:_WORST]:
            yield f"  {each.path}: LIX {each.lix:.1f}, {each.mean:.1f} words a sentence"
