"""Finishes the pages of one language: from the cache, or side by side in processes.

MkDocs gives the configuration, the files, the navigation and the rendering of Markdown with
its links; the order of the steps stands in hooks.py. The loop is ours and not MkDocs' own,
so that pages can be kept, made in several processes, and written once when the files that
they offer to download exist.
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
    """The pages of one language, each with its text as we read it.

    MkDocs is handed our reading of the front matter, so that the two never differ.
    """
    sources, jobs = build.content.site.of(locale), []
    # static-i18n changes the configuration for the next language: the pages keep their own.
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
    """Every page, in the order of the jobs; `finish` is only called for what is not kept."""
    if not jobs:
        return []
    build = jobs[0].build
    cache = FileCache(build.project.root, "pages")
    site = site_fingerprint(build, jobs[0].locale, jobs[0].config)
    keys = [page_fingerprint(site, job) for job in jobs]
    pages = [_unpacked(cache.get(key)) for key in keys]

    def make(at: int) -> FinishedPage:
        with _warnings_of_mkdocs() as warnings:
            page = finish(jobs[at])
        page = FinishedPage(
            page.document, page.article, page.files, build.cache.take_new(), warnings
        )
        # A page with a warning stops a strict build, and must be told again by the next.
        if not warnings:
            cache.put(keys[at], _packed(page))
        return page

    missing = [at for at, page in enumerate(pages) if page is None]
    if len(missing) > 1:
        _format_references(build, jobs[0].locale)
    for at, page in zip(missing, fork_map(make, missing), strict=True):
        pages[at] = page
        build.cache.add(page.references)
        for name, message in page.warnings:
            logging.getLogger(name).warning(message)
    cache.forget_old()
    return [page for page in pages if page is not None]


def _format_references(build: Build, locale: Locale) -> None:
    """Format each source once, side by side, before pages that share sources are made so."""
    bibliography, sources = build.bibliography(locale), build.content.sources
    cited = [sources[id_] for id_ in build.cited_by(locale) if id_ in sources]
    new = [source for source in cited if not bibliography.is_kept(source)]

    def make(source: Source) -> dict[str, str]:
        bibliography.reference(source)
        return build.cache.take_new()

    for entries in fork_map(make, new):
        build.cache.add(entries)


def leave_out(files: Files) -> None:
    """Tell MkDocs that the finished pages need nothing more of it."""
    for file in files.documentation_pages():
        file.inclusion = InclusionLevel.EXCLUDED


def _unpacked(kept: bytes | None) -> FinishedPage | None:
    """A page of an earlier build; a damaged one only costs time."""
    with suppress(ValueError, TypeError):
        return FinishedPage(**json.loads(kept)) if kept else None
    return None


def _packed(page: FinishedPage) -> bytes:
    return json.dumps({**asdict(page), "references": {}}).encode()


@contextmanager
def _warnings_of_mkdocs() -> Iterator[list[tuple[str, str]]]:
    """Collect warnings instead of showing them: a process of the build has no strict mode."""
    found: list[tuple[str, str]] = []
    # "mkdocs", or "properdocs" where that is MkDocs: the one whose warnings strict counts.
    logger = logging.getLogger(mkdocs_log.name.partition(".")[0])

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append((record.name, record.getMessage()))

    handlers, propagates = logger.handlers[:], logger.propagate
    logger.handlers, logger.propagate = [Collect(logging.WARNING)], False
    try:
        yield found
    finally:
        logger.handlers, logger.propagate = handlers, propagates
