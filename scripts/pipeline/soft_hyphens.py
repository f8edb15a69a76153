"""Puts soft hyphens into finished Norwegian pages, by the compounds that search knows too.

Last, when pages are written: what is made from a page, the search index among it, has none, and
a new word on one page makes no other page anew.
"""

from __future__ import annotations

from scripts.language.folding import tokens
from scripts.language.locales import NORWEGIAN, Locale
from scripts.pipeline.context import Build
from scripts.search.compounds import Splitter
from scripts.web.soft_hyphens import add_soft_hyphens


def splitter_of(build: Build, locale: Locale) -> Splitter | None:
    """What parts the compounds of a language, by the words of its pages; None for English."""
    if locale is not NORWEGIAN:
        return None
    pages = build.content.site.of(locale).values()
    vocabulary = {word for page in pages for word in tokens(f"{page.title} {page.body}")}
    return Splitter(vocabulary, build.content.search_words.ignored[locale.code])


def hyphenated(document: str, splitter: Splitter | None) -> str:
    """The document of a page as it is written."""
    return add_soft_hyphens(document, splitter.breaks) if splitter else document
