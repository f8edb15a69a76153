"""Writes the forms of tools and papers, and the workshops of phases, as Word files."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.bibliography.csl_items import Imprint
from scripts.common.cache import key_of
from scripts.common.file_cache import FileCache
from scripts.common.fork_map import fork_map
from scripts.common.versions import code_fingerprint
from scripts.content.pages import SourcePage
from scripts.documents.catalogue import Document
from scripts.documents.docx.writer import form_docx
from scripts.documents.sections import Part, read_parts
from scripts.documents.short_meetings import PAGE, RULES
from scripts.documents.word_sheets import sheets_of
from scripts.documents.worksheets import Reading, Sheet, wanted_sections
from scripts.pipeline.language_job import LanguageJob
from scripts.web.article import Article
from scripts.web.no_text import WORD
from scripts.web.tokens import read_tokens


def write_word_files(job: LanguageJob) -> None:
    """Make the Word files of one language from its articles."""
    build, locale, articles, imprint = job.build, job.locale, job.articles, job.imprint
    pages = build.content.site.by_id(locale)
    records = build.content.datasets.records
    readings = [
        _read(pages[page_id], anchors, article, imprint)
        for page_id, article in articles.items()
        if (anchors := wanted_sections(pages[page_id], records.get("papers", [])))
    ]
    sheets = list(sheets_of(readings, records, build.words, _rules(pages, articles, imprint)))

    cache, words = FileCache(build.project.root, "word"), build.words(locale)
    tokens = read_tokens(build.project)
    # Hashed once: all messages of the interface are in it.
    shared = key_of(code_fingerprint(), words, tokens.css)

    def make(pair: tuple[Document, Sheet]) -> bytes:
        key = key_of(shared, pair[1])
        return cache.get(key) or cache.put(key, form_docx(pair[1], words, tokens))

    for (document, _), content in zip(sheets, fork_map(make, sheets), strict=True):
        job.write(document.path, content)
    cache.forget_old()


def _rules(
    pages: Mapping[str, SourcePage], articles: Mapping[str, Article], imprint: Imprint
) -> Part | None:
    """The rules for every online meeting; None if their page is not built."""
    if PAGE not in articles:
        return None
    address = imprint.newest + pages[PAGE].url
    return read_parts(articles[PAGE].tree(WORD), (RULES,), address)[RULES]


def _read(
    page: SourcePage, anchors: tuple[str, ...], article: Article, imprint: Imprint
) -> Reading:
    parts = read_parts(article.tree(WORD), anchors, imprint.newest + page.url)
    return Reading(page, parts, imprint)
