"""Writes the whole edition as an e-book (EPUB), one per language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from scripts.common.cache import key_of
from scripts.common.file_cache import FileCache
from scripts.common.paths import Project
from scripts.common.versions import code_fingerprint
from scripts.content.pages import SourcePage
from scripts.documents.catalogue import of_kind
from scripts.documents.epub.book import BookPart, epub
from scripts.documents.pdf.render import PrintContext
from scripts.pipeline.language_job import LanguageJob


def write_book_file(job: LanguageJob) -> None:
    """Make the e-book of one language; its chapters follow the order of the navigation."""
    build, context, jobs = job.build, job.paper, job.jobs
    sources = {job.page.file.src_uri: job.source for job in jobs}
    contents = BookPart(context.imprint.name, _entries(jobs[0].nav.items, sources) if jobs else ())
    cache = FileCache(build.project.root, "print")
    for document in of_kind("book", build.content.site, context.locale):
        key = _key(build.project, context, contents, str(context.reference(document, None)))
        job.write(
            document.path, cache.get(key) or cache.put(key, epub(context, document, contents))
        )


def _entries(
    items: Iterable[Any], sources: Mapping[str, SourcePage]
) -> tuple[BookPart | SourcePage, ...]:
    """MkDocs' navigation as the parts of a book."""
    entries: list[BookPart | SourcePage] = []
    for item in items:
        if item.is_section:
            entries.append(BookPart(item.title, _entries(item.children, sources)))
        elif item.is_page and item.file.src_uri in sources:
            entries.append(sources[item.file.src_uri])
    return tuple(entries)


def _key(project: Project, context: PrintContext, contents: BookPart, reference: str) -> str:
    """The cache key of the book: a hash of everything that it depends on."""
    pages = list(contents.pages())
    folder = project.print_templates / "epub"
    files = [project.tokens, *sorted(folder.iterdir()), *sorted(project.styles.iterdir())]
    return key_of(
        code_fingerprint(),
        [path.read_text(encoding="utf-8") for path in files],
        [context.words, context.locale, context.imprint, contents, reference],
        [[page.meta, page.url, context.articles[page.id].html] for page in pages],
        context.day(*pages),
        [
            sha256(path.read_bytes()).hexdigest()
            for page in pages
            for path in _pictures(context, page)
        ],
    )


def _pictures(context: PrintContext, page: SourcePage) -> list[Path]:
    """The image files that a page shows."""
    images = context.articles[page.id].tree().xpath(".//img[@src]")
    return [context.picture(image.get("src"), page) for image in images]
