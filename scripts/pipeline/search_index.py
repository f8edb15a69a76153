"""Indexes the articles of each language with Pagefind, as a step of the build.

Part of the build, so that each edition has the index of its own pages. Pagefind gets only the
articles, expanded with the words that readers use (scripts/search/expansion.py).
"""

from __future__ import annotations

import logging
import shutil
import time
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from mkdocs.exceptions import Abort

from scripts.common.cache import key_of
from scripts.common.file_cache import FileCache
from scripts.common.progress import INDEXING, took
from scripts.common.versions import code_fingerprint
from scripts.content.pages import SourcePage
from scripts.language.locales import LOCALES, Locale, other
from scripts.pipeline.context import Build
from scripts.search.article_text import article
from scripts.search.documents import IndexedPage, documents
from scripts.search.expansion import page_terms, synonyms, term_names
from scripts.search.filter_order import sort_index
from scripts.search.lean_fragments import lighten
from scripts.search.link_texts import link_texts
from scripts.search.pagefind_service import write_index

log = logging.getLogger("mkdocs.hooks.search")

FOLDER = "pagefind"
# Word occurrences per chunk of the index. Pagefind's default of 20,000 makes chunks of up to
# 50 kB, and each word of a query fetches one; a smaller number costs a longer list of chunks. At
# 1,000 pages, 3,000 makes a first search 4 kB heavier, and 1,000 half a kB lighter in more files.
CHUNK = 1_500
# Pagefind's own UI and worker. Our UI is docs/assets/js/search/dialog.js on top of pagefind.js,
# which runs on the main thread: a worker is one more file to fetch before the first result.
UNUSED = ("pagefind-*.js", "pagefind-*.css", "wasm.unknown.pagefind")


def write_search_index(build: Build, site: Path) -> None:
    """Index the finished pages of every language.

    Raises:
        Abort: Pagefind failed; carries its message.
    """
    start = time.monotonic()
    target = site / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    corpora = {locale: _corpus(build, locale) for locale in LOCALES}
    try:
        pages = [page for corpus in corpora.values() for page in corpus.pages]
        write_index(pages, target, CHUNK)
        sort_index(target)
    except (OSError, RuntimeError, ValueError) as error:
        raise Abort(f"the search index could not be made:\n{error}") from error
    for locale, corpus in corpora.items():
        (target / f"words.{locale.lang}.json").write_text(corpus.words, encoding="utf-8")
    for pattern in UNUSED:
        for path in target.glob(pattern):
            path.unlink()
    log.info(took(INDEXING, time.monotonic() - start))


def lighten_index(build: Build, site: Path) -> None:
    """Take out of the index what only the offline search reads, which has it by now.

    Raises:
        Abort: a file of the index has another format.
    """
    try:
        lighten(site / FOLDER)
    except ValueError as error:
        raise Abort(f"the search index could not be made:\n{error}") from error


class Corpus(NamedTuple):
    """The corpus of one language: address and HTML of each page, and the vocabulary as JSON."""

    pages: list[tuple[str, str]]
    words: str


def _corpus(build: Build, locale: Locale) -> Corpus:
    content = build.content
    words, glossary = content.search_words, content.datasets.records["glossary"]
    cache, code = FileCache(build.project.root, "search"), code_fingerprint()

    def read(html: str) -> str:
        key = key_of(code, html)
        text = cache.get(key) or cache.put(key, article(html).encode())
        return text.decode()

    own, translations = content.site.of(locale), content.site.of(other(locale))
    articles = {page.url: read(build.documents[page.path]) for _, page in sorted(own.items())}
    named, linked = page_terms(glossary), link_texts(articles)
    pages = [
        IndexedPage(
            page.url,
            locale.lang,
            articles[page.url],
            [
                page.title,
                *_title_of(translations.get(key)),
                *words.names(page.id),
                *named.get(page.id, ()),
            ],
            term_names(glossary) if page.id == "glossary" else {},
            page.kind == "list",
            [page.text("description"), *linked.get(page.url, ())],
        )
        for key, page in sorted(own.items())
    ]
    expansions = synonyms(words.groups, glossary)
    inputs = (pages, expansions, words.ignored[locale.code])
    # Pages share a vocabulary, by which compounds are split: a word on one may change others.
    key = key_of(code, [asdict(page) for page in pages], asdict(expansions), inputs[2])
    indexed = cache.get_object(key)
    if indexed is None:
        indexed = documents(*inputs)
        cache.put_object(key, indexed)
    cache.forget_old()
    return Corpus(
        [(f"/{page.url}", html) for page, html in zip(pages, indexed.html, strict=True)],
        indexed.words,
    )


def _title_of(translation: SourcePage | None) -> list[str]:
    """The title of a page's translation, if there is one."""
    return [translation.title] if translation else []
