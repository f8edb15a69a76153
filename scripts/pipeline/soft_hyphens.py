"""Inserts soft hyphens into finished Norwegian pages, by the search's compound splitter.

Done when pages are written, so that nothing made from a page (such as the search index) has
them, and a new word on one page invalidates no other cached page.
"""

from __future__ import annotations

from scripts.language.folding import tokens
from scripts.language.locales import NORWEGIAN, Locale
from scripts.pipeline.context import Build
from scripts.search.compounds import Splitter
from scripts.web.soft_hyphens import add_soft_hyphens


def splitter_of(build: Build, locale: Locale) -> Splitter | None:
    """The compound splitter, trained on the words of all pages; None for English."""
    if locale is not NORWEGIAN:
        return None
    pages = build.content.site.of(locale).values()
    vocabulary = {word for page in pages for word in tokens(f"{page.title} {page.body}")}
    return Splitter(vocabulary, build.content.search_words.ignored[locale.code])


def hyphenated(document: str, splitter: Splitter | None) -> str:
    """The document with soft hyphens, if there is a splitter."""
    return add_soft_hyphens(document, splitter.breaks) if splitter else document
