"""Builds one language: renders its pages, makes their downloads, and writes the pages last."""

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
    """Finish the pages of the language that MkDocs is building; `finish` makes one page."""
    build, locale = build_of(config), current_locale(config)
    step(f"Make the pages ({locale.name})")
    jobs = jobs_of(build, locale, files, nav, config)
    return LanguageJob(build, locale, config, jobs, finish_pages(jobs, finish), finish)


def write_files(
    job: LanguageJob, what: str, steps: Iterable[Callable[[LanguageJob], None]]
) -> None:
    """Run steps that write files; `what` is shown as progress.

    Raises:
        Abort: a document cannot be made correctly.
    """
    step(f"{what} ({job.locale.name})")
    try:
        for file_step in steps:
            file_step(job)
    except ProblemsFound as problems:
        raise Abort(str(problems)) from None


def write_pages(job: LanguageJob) -> None:
    """Write the pages, with the sizes of their downloads filled in.

    Raises:
        Abort: a page offers a file that was not made.
    """
    build, finished = job.build, list(zip(job.jobs, job.pages, strict=True))
    missing = [
        problem
        for page_job, page in finished
        for problem in missing_files(
            page.document, page_job.source.path, job.site, prints=build.prints
        )
    ]
    if missing:
        raise Abort(str(ProblemsFound(missing)))
    splitter = splitter_of(build, job.locale)
    for page_job, page in finished:
        document = with_sizes(page.document, job.site, build.words(job.locale), prints=build.prints)
        build.documents[page_job.source.path] = document
        written = hyphenated(document, splitter)
        for name, text in {page_job.page.file.dest_uri: written, **page.files}.items():
            job.write(name, text)
        build.page_rebuilders[page_job.source.path] = partial(_rebuilt, page_job, job, splitter)


def _rebuilt(page: PageJob, job: LanguageJob, splitter: Splitter | None) -> str:
    """Rebuild the document of one page from its current text."""
    words = job.build.words(job.locale)
    document = with_sizes(job.finish(page).document, job.site, words, prints=job.build.prints)
    return hyphenated(document, splitter)
