"""All that is written for one language: its pages, and what they offer to download."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from scripts.common.problems import ProblemsFound
from scripts.common.progress import step
from scripts.pipeline.agenda_files import write_agenda_files
from scripts.pipeline.book_files import write_book_file
from scripts.pipeline.context import build_of, current_locale
from scripts.pipeline.embeds import write_embeds
from scripts.pipeline.feeds import write_news_feed
from scripts.pipeline.folder_files import write_folder_files
from scripts.pipeline.page_job import FinishedPage, PageJob
from scripts.pipeline.page_loop import finish_pages, jobs_of, leave_out
from scripts.pipeline.plan_files import write_plan_file
from scripts.pipeline.planner_files import write_planner_files
from scripts.pipeline.print_files import print_language, write_print_files
from scripts.pipeline.slide_files import write_slide_files
from scripts.pipeline.soft_hyphens import hyphenated, splitter_of
from scripts.pipeline.word_files import write_word_files
from scripts.search.compounds import Splitter
from scripts.web.article import Article
from scripts.web.download_sizes import filled, not_made


def build_language(
    nav: Navigation, config: MkDocsConfig, files: Files, finish: Callable[[PageJob], FinishedPage]
) -> None:
    """Finish the pages, make their files from the articles, and write the pages last.

    Last, because they say how large the files are. `finish` is the way of one page.

    Raises:
        Abort: when a document cannot be printed as it should be, or a page offers a file
            that was not made.
    """
    build, locale, site = build_of(config), current_locale(config), Path(config.site_dir)
    step(f"Make the pages ({locale.name})")
    jobs = jobs_of(build, locale, files, nav, config)
    pages = finish_pages(jobs, finish)
    articles = {job.source.id: Article(page.article) for job, page in zip(jobs, pages, strict=True)}
    imprint = build.imprint(locale, config.site_name)
    step(f"Make the Word files, slides and lists ({locale.name})")
    write_word_files(build, locale, articles, imprint, site)
    write_slide_files(build, locale, articles, imprint, site)
    write_plan_file(build, locale, articles, imprint, site)
    write_planner_files(build, locale, site)
    site_url = config.site_url or "/"
    write_news_feed(build, locale, articles, imprint, site_url, site)
    write_embeds(build, locale, articles, imprint.name, site_url, site)
    write_agenda_files(build, locale, imprint, site)
    if build.prints:
        step(f"Print the PDFs and the e-book ({locale.name})")
        try:
            made_of = print_language(build, locale, articles, imprint)
            write_print_files(build, made_of, site)
        except ProblemsFound as found:
            raise Abort(str(found)) from None
        write_book_file(build, made_of, jobs, site)
        write_folder_files(build, locale, imprint, site)
    made = list(zip(jobs, pages, strict=True))
    missing = [
        problem
        for job, page in made
        for problem in not_made(page.document, job.source.path, site, prints=build.prints)
    ]
    if missing:
        raise Abort(str(ProblemsFound(missing)))
    splitter = splitter_of(build, locale)
    for job, page in made:
        document = filled(page.document, site, build.words(locale), prints=build.prints)
        build.documents[job.source.path] = document
        written = hyphenated(document, splitter)
        for name, text in {job.page.file.dest_uri: written, **page.files}.items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        build.remake[job.source.path] = partial(_remade, job, finish, splitter)
    leave_out(files)


def _remade(
    job: PageJob, finish: Callable[[PageJob], FinishedPage], splitter: Splitter | None
) -> str:
    """The document of one page, from its text as it is now."""
    site, words = Path(job.config.site_dir), job.build.words(job.locale)
    document = filled(finish(job).document, site, words, prints=job.build.prints)
    return hyphenated(document, splitter)
