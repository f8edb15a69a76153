"""Finishes the pages of one language: from the cache, or side by side in processes.

MkDocs gives the configuration, the files, the navigation and the rendering of Markdown with
its links; the order of the steps stands in hooks.py. The loop is ours and not MkDocs' own,
so that pages can be kept, made in several processes, and written once when the files that
they offer to download exist.
"""

from __future__ import annotations

import json
import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from scripts.common.fork_map import fork_map
from scripts.language.locales import BY_CODE, Locale
from scripts.pipeline.context import Build, PageJob
from scripts.pipeline.fingerprints import page_fingerprint, site_fingerprint

# Kept pages that no build asked for in this time are thrown away.
_DAYS = 14


@dataclass(frozen=True)
class FinishedPage:
    """A page of the site.

    `document` is its HTML but for the sizes of the files it offers, `article` the HTML of its
    text before the steps that are for screens only, and `files` what lies beside it, by path.
    """

    document: str
    article: str
    files: dict[str, str] = field(default_factory=dict)
    # References formatted on the way, which other pages and later builds can use.
    references: dict[str, str] = field(default_factory=dict)
    # Warnings of MkDocs (logger, message): a strict build stops at them.
    warnings: list[tuple[str, str]] = field(default_factory=list)


def jobs_of(
    build: Build, locale: Locale, files: Files, nav: Navigation, config: MkDocsConfig
) -> list[PageJob]:
    """The pages of one language, each with its text as we read it.

    MkDocs is handed our reading of the front matter, so that the two never differ.
    """
    sources, jobs = build.content.site.of(locale), []
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
    folder = build.project.root / ".cache" / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    site = site_fingerprint(build, jobs[0].locale, jobs[0].config)
    paths = [folder / f"{page_fingerprint(site, job)}.json" for job in jobs]
    pages = [_kept(path) for path in paths]

    def make(at: int) -> FinishedPage:
        with _warnings_of_mkdocs() as warnings:
            page = finish(jobs[at])
        page = FinishedPage(
            page.document, page.article, page.files, build.cache.take_new(), warnings
        )
        # A page with a warning stops a strict build, and must be told again by the next.
        if not warnings:
            _keep(paths[at], page)
        return page

    missing = [at for at, page in enumerate(pages) if page is None]
    for at, page in zip(missing, fork_map(make, missing), strict=True):
        pages[at] = page
        build.cache.add(page.references)
        for name, message in page.warnings:
            logging.getLogger(name).warning(message)
    _forget_old(folder)
    return [page for page in pages if page is not None]


def leave_out(files: Files) -> None:
    """Tell MkDocs that the finished pages need nothing more of it."""
    for file in files.documentation_pages():
        file.inclusion = InclusionLevel.EXCLUDED


def _kept(path: Path) -> FinishedPage | None:
    """A page of an earlier build; a damaged or missing one only costs time."""
    with suppress(OSError, ValueError, TypeError):
        page = FinishedPage(**json.loads(path.read_text(encoding="utf-8")))
        os.utime(path)
        return page
    return None


def _keep(path: Path, page: FinishedPage) -> None:
    # Written aside: another build may read the file at the same time.
    aside = path.with_suffix(f".{os.getpid()}")
    aside.write_text(json.dumps({**asdict(page), "references": {}}), encoding="utf-8")
    aside.replace(path)


def _forget_old(folder: Path) -> None:
    oldest = time.time() - _DAYS * 86400
    for path in folder.iterdir():
        with suppress(OSError):
            if path.stat().st_mtime < oldest:
                path.unlink()


@contextmanager
def _warnings_of_mkdocs() -> Iterator[list[tuple[str, str]]]:
    """Collect warnings instead of showing them: a process of the build has no strict mode."""
    found: list[tuple[str, str]] = []
    logger = logging.getLogger("mkdocs")

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append((record.name, record.getMessage()))

    handlers, propagates = logger.handlers[:], logger.propagate
    logger.handlers, logger.propagate = [Collect(logging.WARNING)], False
    try:
        yield found
    finally:
        logger.handlers, logger.propagate = handlers, propagates
