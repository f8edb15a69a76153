"""Indexes the article text of each language with Pagefind, inside the build.

Within the build, so that each edition carries the index of its own pages. Pagefind gets
the articles alone, with the words added that readers use (scripts/search/expansion.py).
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mkdocs.exceptions import Abort

from scripts.content.pages import SourcePage
from scripts.language.locales import LOCALES, Locale, other
from scripts.pipeline.context import Build
from scripts.search.documents import Searched, documents
from scripts.search.expansion import page_terms, synonyms, term_names

log = logging.getLogger("mkdocs.hooks.search")

FOLDER = "pagefind"
# Uses of words in one file of the index. Pagefind's 20,000 make files of up to 50 kB, and
# each word of a query fetches one; a smaller number costs a longer list of files.
CHUNK = 8_000
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
    with tempfile.TemporaryDirectory(prefix="search-") as folder:
        lists = {locale: _write_documents(build, locale, Path(folder)) for locale in LOCALES}
        _index(Path(folder), target)
    for locale, text in lists.items():
        (target / f"words.{locale.lang}.json").write_text(text, encoding="utf-8")
    for pattern in UNUSED:
        for path in target.glob(pattern):
            path.unlink()
    # `make bench` reads this line.
    log.info("Search index in %.2f s", time.monotonic() - start)


def _write_documents(build: Build, locale: Locale, folder: Path) -> str:
    """Write what Pagefind is to index of a language; returns its list of words."""
    content = build.content
    words, glossary = content.search_words, content.datasets.records["glossary"]
    twins, named = content.site.of(other(locale)), page_terms(glossary)
    pages = [
        Searched(
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
    made = documents(pages, synonyms(words.groups, glossary), words.ignored[locale.code])
    for page, html in zip(pages, made.html, strict=True):
        path = folder / page.url / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    return made.words


def _title_of(twin: SourcePage | None) -> list[str]:
    """What a page is called in the other language, where it is there."""
    return [twin.title] if twin else []


def _index(documents: Path, target: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(documents)]
    command += ["--output-path", str(target), "--quiet"]
    environment = {**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(CHUNK)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise Abort(f"the search index could not be made:\n{done.stdout}{done.stderr}")
