"""Indexes the article text of each language with Pagefind, inside the build.

Within the build, so that each edition carries the index of its own pages. Pagefind gets
the articles alone, with the words added that readers use (scripts/search/expansion.py).
"""

from __future__ import annotations

import logging
import shutil
import time
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
from scripts.search.pagefind_service import write_index

log = logging.getLogger("mkdocs.hooks.search")

FOLDER = "pagefind"
# Uses of words in one file of the index. Pagefind's 20,000 make files of up to 50 kB, and
# each word of a query fetches one; a smaller number costs a longer list of files.
CHUNK = 3_000
# Pagefind's own dialogs; ours is docs/assets/js/search/dialog.js on top of pagefind.js, which
# searches within the page: a worker would be one more file to fetch before the first result.
UNUSED = ("pagefind-*.js", "pagefind-*.css", "wasm.unknown.pagefind")


def write_search_index(build: Build, site: Path) -> None:
    """Index the finished pages of every language.

    Raises:
        Abort: with what Pagefind said when it failed.
    """
    start = time.monotonic()
    target = site / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    made = {locale: _documents(build, locale) for locale in LOCALES}
    try:
        pages = [page for searched in made.values() for page in searched.pages]
        write_index(pages, target, CHUNK)
        sort_index(target)
    except (OSError, RuntimeError, ValueError) as failed:
        raise Abort(f"the search index could not be made:\n{failed}") from failed
    for locale, searched in made.items():
        (target / f"words.{locale.lang}.json").write_text(searched.words, encoding="utf-8")
    for pattern in UNUSED:
        for path in target.glob(pattern):
            path.unlink()
    log.info(took(INDEXING, time.monotonic() - start))


class Corpus(NamedTuple):
    """What a language has to search in: address and HTML of each page, and the list of words."""

    pages: list[tuple[str, str]]
    words: str


def _documents(build: Build, locale: Locale) -> Corpus:
    content = build.content
    words, glossary = content.search_words, content.datasets.records["glossary"]
    twins, named = content.site.of(other(locale)), page_terms(glossary)
    pages = [
        IndexedPage(
            page.url,
            locale.lang,
            build.documents[page.path],
            [
                page.title,
                *_title_of(twins.get(key)),
                *words.names(page.id),
                *named.get(page.id, ()),
            ],
            term_names(glossary) if page.id == "glossary" else {},
            page.kind == "list",
        )
        for key, page in sorted(content.site.of(locale).items())
    ]
    cache, code = FileCache(build.project.root, "search"), code_fingerprint()

    def read(html: str) -> str:
        key = key_of(code, html)
        kept = cache.get(key) or cache.put(key, article(html).encode())
        return kept.decode()

    found = synonyms(words.groups, glossary)
    made = documents(pages, found, words.ignored[locale.code], read)
    cache.forget_old()
    return Corpus(
        [(f"/{page.url}", html) for page, html in zip(pages, made.html, strict=True)], made.words
    )


def _title_of(twin: SourcePage | None) -> list[str]:
    """What a page is called in the other language, where it is there."""
    return [twin.title] if twin else []
