"""Measures readability: the LIX of each page, and the length of each sentence.

Only prose counts: paragraphs and list items that are sentences, without tables, quotations,
headings and lists of names (an item without a full stop is not a sentence).
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
# The target is 40, Björnsson's limit between medium texts and newspapers, plus two for the long
# words of the subject (modellkommunemetodikken, utviklingsveileder).
MOST_LIX = 42
# Plain-language guidelines (klarspråk) recommend 15–20 words on average.
MOST_WORDS = 30
# The LIX of a short text depends too much on the names in it.
LEAST_WORDS = 100
# The number of pages in the report.
_WORST = 10
_SENTENCE_END = re.compile(r"[.!?:…][»’*_)\]\s]*$")


@dataclass(frozen=True)
class Reading:
    """The readability of a page; `mean` is the number of words per sentence."""

    path: str
    lix: float
    words: int
    mean: float


def prose(page: SourcePage) -> list[tuple[int, str]]:
    """Return the sentences of a page, each with the first line number of its paragraph."""
    text = running_text(page.body, page.locale.code)
    return [
        (block.line, sentence)
        for block in blocks(text, page.body_line)
        if block.kind in (PARAGRAPH, ITEM) and _SENTENCE_END.search(block.text.rstrip())
        for sentence in sentences(block.text)
    ]


def reading(page: SourcePage) -> Reading:
    """Measure the readability of a page."""
    sentences_of_page = [sentence for _, sentence in prose(page)]
    count = sum(len(words(sentence)) for sentence in sentences_of_page)
    return Reading(
        page.path,
        lix(sentences_of_page),
        count,
        count / len(sentences_of_page) if sentences_of_page else 0,
    )


def check_readability(page: SourcePage) -> Iterator[Problem]:
    """Report a LIX above the limit, and each sentence that is too long."""
    if not page.readable:
        return
    measured = reading(page)
    if measured.words >= LEAST_WORDS and measured.lix > MOST_LIX:
        what = f"the page is heavy to read (LIX {measured.lix:.1f}, at most {MOST_LIX})"
        fix = "divide its longest sentences and put short words for long ones (make report)"
        yield Problem(page.path, page.body_line, what, fix, RULE)
    for line, sentence in prose(page):
        count = len(words(sentence))
        if count > MOST_WORDS:
            shown = shorten(sentence.replace(BLANK, "").strip("-* "), 50)
            what = f'the sentence "{shown}" has {count} words'
            yield Problem(page.path, line, what, f"divide it: at most {MOST_WORDS}", RULE)


def report_lines(site: Site) -> Iterator[str]:
    """Yield the report for editors: the pages with the highest LIX, per language."""
    for locale in LOCALES:
        pages = [page for page in site.pages if page.locale is locale and page.readable]
        readings = [each for each in map(reading, pages) if each.words >= LEAST_WORDS]
        if not readings:
            continue
        mean = sum(each.lix for each in readings) / len(readings)
        yield f"{locale.name}: LIX {mean:.0f} on average (at most {MOST_LIX} a page)"
        for each in sorted(readings, key=lambda each: -each.lix)[:_WORST]:
            yield f"  {each.path}: LIX {each.lix:.1f}, {each.mean:.1f} words a sentence"
