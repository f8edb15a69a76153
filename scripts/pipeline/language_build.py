"""Finishes one language: its pages, the files that they offer, and the pages written last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from scripts.common.problems import ProblemsFound
from scripts.common.progress import step
from scripts.pipeline.context import build_of, current_locale
from scripts.pipeline.language_job import LanguageJob
from scripts.pipeline.page_job import FinishedPage, PageJob
from scripts.pipeline.page_loop import finish_pages, jobs_of
from scripts.pipeline.soft_hyphens import hyphenated, splitter_of
from scripts.search.compounds import Splitter
from scripts.web.download_sizes import missing_files, with_sizes


def finish_language(
    nav: Navigation, config: MkDocsConfig, files: Files, finish: Callable[[PageJob], FinishedPage]
) -> LanguageJob:
    """The pages of the language that MkDocs is at; `finish` is the way of one page."""
    build, locale = build_of(config), current_locale(config)
    step(f"Make the pages ({locale.name})")
    jobs = jobs_of(build, locale, files, nav, config)
    return LanguageJob(build, locale, config, jobs, finish_pages(jobs, finish), finish)


def write_files(
    job: LanguageJob, what: str, steps: Iterable[Callable[[LanguageJob], None]]
) -> None:
    """Make the files that pages offer; `what` says it to whoever waits.

    Raises:
        Abort: when a document cannot be made as it should be.
    """
    step(f"{what} ({job.locale.name})")
    try:
        for each in steps:
            each(job)
    except ProblemsFound as found:
        raise Abort(str(found)) from None


def write_pages(job: LanguageJob) -> None:
    """Write the pages, which say how large their files are.

    Raises:
        Abort: when a page offers a file that was not made.
    """
    build, made = job.build, list(zip(job.jobs, job.pages, strict=True))
    missing = [
        problem
        for each, page in made
        for problem in missing_files(page.document, each.source.path, job.site, prints=build.prints)
    ]
    if missing:
        raise Abort(str(ProblemsFound(missing)))
    splitter = splitter_of(build, job.locale)
    for each, page in made:
        document = with_sizes(page.document, job.site, build.words(job.locale), prints=build.prints)
        build.documents[each.source.path] = document
        written = hyphenated(document, splitter)
        for name, text in {each.page.file.dest_uri: written, **page.files}.items():
            job.write(name, text)
        build.remake[each.source.path] = partial(_remade, each, job, splitter)


def _remade(page: PageJob, job: LanguageJob, splitter: Splitter | None) -> str:
    """The document of one page, from its text as it is now."""
    words = job.build.words(job.locale)
    document = with_sizes(job.finish(page).document, job.site, words, prints=job.build.prints)
    return hyphenated(document, splitter)
