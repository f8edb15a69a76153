"""Builds the pages of one language: from the cache, or in parallel processes.

MkDocs provides the configuration, the files, the navigation and the rendering of Markdown with
its links; hooks.py defines the order of the steps. The loop is ours instead of MkDocs' own,
so that pages can be cached, built in parallel, and written once their downloads exist.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from copy import copy, deepcopy
from dataclasses import asdict

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import log as mkdocs_log

from scripts.common.file_cache import FileCache
from scripts.common.fork_map import fork_map
from scripts.content.sources import Source
from scripts.language.locales import BY_CODE, Locale
from scripts.pipeline.context import Build
from scripts.pipeline.fingerprints import page_fingerprint, site_fingerprint
from scripts.pipeline.page_job import FinishedPage, PageJob


def jobs_of(
    build: Build, locale: Locale, files: Files, nav: Navigation, config: MkDocsConfig
) -> list[PageJob]:
    """The pages of one language as jobs, each with our parsed source.

    MkDocs gets our parsed front matter, so that the two never differ.
    """
    sources, jobs = build.content.site.of(locale), []
    # static-i18n modifies the configuration for the next language, so the pages keep a copy.
    config = copy(config)
    config["mdx_configs"] = deepcopy(config.mdx_configs)
    for file in files.documentation_pages():
        code, _, key = file.src_uri.partition("/")
        if BY_CODE.get(code) is not locale or key not in sources or file.page is None:
            continue
        file.page.markdown, file.page.meta = sources[key].body, dict(sources[key].meta)
        jobs.append(PageJob(build, sources[key], file.page, config, files, nav))
    return jobs


def finish_pages(
    jobs: Sequence[PageJob], finish: Callable[[PageJob], FinishedPage]
) -> list[FinishedPage]:
    """Finish every page, in the order of the jobs; `finish` runs only on cache misses."""
    if not jobs:
        return []
    build = jobs[0].build
    cache = FileCache(build.project.root, "pages")
    site = site_fingerprint(build, jobs[0].locale, jobs[0].config)
    keys = [page_fingerprint(site, job) for job in jobs]
    pages = [_unpacked(cache.get(key)) for key in keys]

    def make(index: int) -> FinishedPage:
        with _warnings_of_mkdocs() as warnings:
            page = finish(jobs[index])
        page = FinishedPage(
            page.document, page.article, page.files, build.cache.take_new(), warnings
        )
        # Not cached: a warning stops a strict build, so the next build must emit it again.
        if not warnings:
            cache.put(keys[index], _packed(page))
        return page

    missing = [index for index, page in enumerate(pages) if page is None]
    if len(missing) > 1:
        _format_references(build, jobs[0].locale)
    for index, page in zip(missing, fork_map(make, missing), strict=True):
        pages[index] = page
        build.cache.add(page.references)
        for name, message in page.warnings:
            logging.getLogger(name).warning(message)
    cache.forget_old()
    return [page for page in pages if page is not None]


def _format_references(build: Build, locale: Locale) -> None:
    """Format each cited source once, in parallel, before pages that share them are built."""
    bibliography, sources = build.bibliography(locale), build.content.sources
    cited = [sources[id_] for id_ in build.cited_by(locale) if id_ in sources]
    new = [source for source in cited if not bibliography.is_kept(source)]

    def make(source: Source) -> dict[str, str]:
        bibliography.reference(source)
        return build.cache.take_new()

    for entries in fork_map(make, new):
        build.cache.add(entries)


def exclude_pages(files: Files) -> None:
    """Exclude the finished pages from MkDocs' own page loop."""
    for file in files.documentation_pages():
        file.inclusion = InclusionLevel.EXCLUDED


def _unpacked(cached: bytes | None) -> FinishedPage | None:
    """A cached page; None on a miss or if the entry is damaged."""
    with suppress(ValueError, TypeError):
        return FinishedPage(**json.loads(cached)) if cached else None
    return None


def _packed(page: FinishedPage) -> bytes:
    return json.dumps({**asdict(page), "references": {}}).encode()


@contextmanager
def _warnings_of_mkdocs() -> Iterator[list[tuple[str, str]]]:
    """Collect warnings instead of logging them, since a forked process cannot count for strict."""
    warnings: list[tuple[str, str]] = []
    # "mkdocs", or "properdocs" in its place: the logger whose warnings strict mode counts.
    logger = logging.getLogger(mkdocs_log.name.partition(".")[0])

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            warnings.append((record.name, record.getMessage()))

    handlers, propagates = logger.handlers[:], logger.propagate
    logger.handlers, logger.propagate = [Collector(logging.WARNING)], False
    try:
        yield warnings
    finally:
        logger.handlers, logger.propagate = handlers, propagates
