"""Writes the slides of the phases, and those about MKM, as PowerPoint files."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.bibliography.csl_items import Imprint
from scripts.common.cache import key_of
from scripts.common.file_cache import FileCache
from scripts.common.fork_map import fork_map
from scripts.common.versions import code_fingerprint
from scripts.content.citations import MARKS, find_citations
from scripts.content.datasets import own_record
from scripts.content.pages import SourcePage
from scripts.documents.catalogue import Document, slides_file, variant_file
from scripts.documents.pptx.writer import deck_pptx
from scripts.documents.sections import read_parts
from scripts.documents.short_meetings import short_readings
from scripts.documents.slides import Deck, introduction_deck, workshop_deck
from scripts.documents.worksheets import SECTIONS, Reading
from scripts.pipeline.context import Build
from scripts.pipeline.language_job import LanguageJob
from scripts.web.article import Article, parse, sections
from scripts.web.no_text import WORD
from scripts.web.tokens import read_tokens


def write_slide_files(job: LanguageJob) -> None:
    """Make the slides of one language from its articles."""
    build = job.build
    cache, words = FileCache(build.project.root, "slides"), build.words(job.locale)
    tokens = read_tokens(build.project)
    # Hashed once: all messages of the interface are in it.
    shared = key_of(code_fingerprint(), words, tokens.css)

    def make(pair: tuple[Document, Deck]) -> bytes:
        key = key_of(shared, pair[1])
        return cache.get(key) or cache.put(key, deck_pptx(pair[1], words, tokens))

    decks = list(_decks(job))
    for (document, _), content in zip(decks, fork_map(make, decks), strict=True):
        job.write(document.path, content)
    cache.forget_old()


def _decks(job: LanguageJob) -> Iterator[tuple[Document, Deck]]:
    build, locale, imprint = job.build, job.locale, job.imprint
    pages, words = build.content.site.by_id(locale), build.words(locale)
    phases = build.content.datasets.records["phases"]
    forms = build.content.datasets.records["short-forms"]
    for page_id, article in job.articles.items():
        page = pages[page_id]
        document = slides_file(page)
        if document is None:
            continue
        if page.kind == "phase":
            reading = _reading(page, article, SECTIONS["phase"], imprint)
            phase = own_record(phases, page)
            yield document, workshop_deck(reading, phase, len(phases), words)
            for short, meeting in short_readings(reading, phase, forms, words):
                file = variant_file(page, meeting.variant, "slides")
                yield file, workshop_deck(short, phase, len(phases), words)
        else:
            # The references get their own slides.
            anchors = tuple(
                anchor
                for anchor, section in sections(article.tree(WORD)).items()
                if "references" not in [each.get("class") for each in section.elements]
            )
            reading = _reading(page, article, anchors, imprint)
            yield document, introduction_deck(reading, _references(build, page), words)


def _reading(
    page: SourcePage, article: Article, anchors: tuple[str, ...], imprint: Imprint
) -> Reading:
    parts = read_parts(article.tree(WORD), anchors, imprint.newest + page.url)
    return Reading(page, parts, imprint)


def _references(build: Build, page: SourcePage) -> list[str]:
    """The references of a page as plain text, in order of citation."""
    bibliography = build.bibliography(page.locale)
    cited = dict.fromkeys(
        cite.id
        for citation in find_citations(page.body)
        for cite in citation.cites
        if cite.id not in MARKS
    )
    references = (bibliography.reference(build.content.sources[id_]) for id_ in cited)
    return [parse(reference).text_content() for reference in references]
