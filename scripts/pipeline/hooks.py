"""The build, step by step: the only file that mkdocs.yml names, and the only one with an order.

MkDocs calls the `on_…` functions below, once per language; each tuple runs from top to bottom.
static-i18n works at priority -100, so that a step stands either before it or after it. The
drawing in ARCHITECTURE.md shows the same order, and a test compares the two.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from scripts.common.problems import ProblemsFound
from scripts.devtools.system_packages import check_print_libraries
from scripts.pipeline.addresses import translate_addresses
from scripts.pipeline.citation_files import (
    page_citation,
    page_citation_files,
    write_publication_citations,
)
from scripts.pipeline.context import (
    KEY,
    PRINT_SWITCH,
    Build,
    PageJob,
    begin_build,
    build_of,
    current_locale,
    is_inner_build,
)
from scripts.pipeline.glossary_terms import link_terms
from scripts.pipeline.page_fragments import add_fragments
from scripts.pipeline.page_loop import FinishedPage, finish_pages, jobs_of, leave_out
from scripts.pipeline.page_notes import add_notes
from scripts.pipeline.page_styles import SCRIPTS
from scripts.pipeline.preview_hook import keep_preview_alive
from scripts.pipeline.print_files import write_print_files
from scripts.pipeline.search_index import write_search_index
from scripts.pipeline.site_files import place_not_found, write_open_data, write_page_index
from scripts.pipeline.template_context import page_frame, page_header, template_frame
from scripts.pipeline.word_files import write_word_files
from scripts.web.accessibility import mend
from scripts.web.download_sizes import filled
from scripts.web.html_stash import put_back, take_out
from scripts.web.summary import frame_summary
from scripts.web.title_languages import mark_titles

log = logging.getLogger("mkdocs.hooks.pipeline")

BEFORE_I18N, AFTER_I18N = 100, -200

# A page, in this order ---------------------------------------------------------

MARKDOWN_STEPS: tuple[Callable[[str, PageJob], str], ...] = (
    add_fragments,  # {{ lists }} and fact boxes first: they may cite
    add_notes,  # [@id] becomes a numbered note
)
# Python-Markdown makes HTML of the text here; Word and paper are made from what it gives,
# since the steps below are for screens only.
HTML_STEPS: tuple[Callable[[str, PageJob], str], ...] = (
    link_terms,  # the first use of each glossary term
)
CONTEXT_STEPS: tuple[Callable[[PageJob], dict[str, Any]], ...] = (
    page_frame,
    page_citation,
    page_header,
)
# The template makes the document here.
DOCUMENT_STEPS: tuple[Callable[[str, PageJob], str], ...] = (
    lambda document, job: mark_titles(document, job.build.title_languages(job.locale)),
    lambda document, job: job.build.styles.put_into(document),  # last: reads all that is used
)

# The site, once, when the pages of all languages are written ----------------------
SITE_STEPS: tuple[Callable[[Build, Path], None], ...] = (
    write_publication_citations,
    write_page_index,
    write_open_data,
    write_search_index,  # reads the finished pages
)


def finish_page(job: PageJob, templates: Any) -> FinishedPage:
    """The way of one page, from Markdown to the document."""
    text = job.source.body
    for markdown_step in MARKDOWN_STEPS:
        text = markdown_step(text, job)
    article = _to_html(text, job)
    html = article
    for html_step in HTML_STEPS:
        html = html_step(html, job)
    job.page.content, job.page.active = html, True
    context: dict[str, Any] = dict(get_context(job.nav, job.files, job.config, job.page))
    for context_step in CONTEXT_STEPS:
        context |= context_step(job)
    document = templates.get_template("main.html").render(context)
    job.page.active = False
    for document_step in DOCUMENT_STEPS:
        document = document_step(document, job)
    return FinishedPage(document, article, page_citation_files(job))


def _to_html(text: str, job: PageJob) -> str:
    """Python-Markdown, with finished HTML out of its way, and its output made accessible."""
    job.page.markdown, stash = take_out(text)
    job.page.render(job.config, job.files)
    return put_back(frame_summary(mend(job.page.content or "")), stash)


# What MkDocs calls --------------------------------------------------------------


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """The preview is made anew with each change, and nobody prints from it."""
    if command == "serve":
        os.environ[PRINT_SWITCH] = "off"
        log.info("The preview is made without the files to print; make site makes them.")


def _begin(config: MkDocsConfig) -> None:
    """Read and check everything that editors write; the second language reuses it."""
    if not is_inner_build(config):
        try:
            build = begin_build(Path(config.config_file_path).parent, config.site_url or "/")
            if build.prints:
                # Said at once, and not after all pages.
                check_print_libraries()
        except ProblemsFound as found:
            raise Abort(str(found)) from None
        config[KEY] = build
    # mike joins the address and the version anew for each language, on the same object.
    config.site_url = build_of(config).site_url


def _name_permalinks(config: MkDocsConfig) -> None:
    """The permalink of a heading is named in the language of the page."""
    words = build_of(config).words(current_locale(config))
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = words("permalink")


on_config = CombinedEvent(
    event_priority(BEFORE_I18N)(_begin), event_priority(AFTER_I18N)(_name_permalinks)
)


def on_pre_build(config: MkDocsConfig) -> None:
    """Give the address its last slash.

    Workaround: mike joins `site_url` and the version without it, so that every address in
    the sitemap runs together (`/latesten/`); none reported. Remove when mike adds the slash.
    """
    config.site_url = (config.site_url or "/").rstrip("/") + "/"


def _leave_theme_files_out(files: Files, config: MkDocsConfig) -> Files:
    """Keep only what lies in docs/: no page of ours loads Material's scripts and styles."""
    for file in list(files):
        if file.abs_src_path and not file.abs_src_path.startswith(config.docs_dir):
            files.remove(file)
    return files


def _prepare_files(files: Files, config: MkDocsConfig) -> Files:
    """Guard the language of each page, move English pages, and minify scripts.

    Raises:
        PluginError: for a page in the wrong language. With `fallback_to_default` an
            untranslated page would go out as Norwegian text that calls itself English.
    """
    build, locale = build_of(config), current_locale(config)
    astray = [
        file.src_uri
        for file in files.documentation_pages()
        if getattr(file, "locale", locale.code) != locale.code
    ]
    if astray:
        said = "\n".join(
            f"docs/{name}: would be published as {locale.name} – write its translation"
            for name in sorted(astray)
        )
        raise PluginError(said)
    translate_addresses(build, files, config)
    for name, script in build.styles.scripts.items():
        if file := files.get_file_from_path(f"{SCRIPTS}/{name}"):
            file.content_string = script
    return files


on_files = CombinedEvent(
    event_priority(BEFORE_I18N)(_leave_theme_files_out),
    event_priority(AFTER_I18N)(_prepare_files),
)


@event_priority(AFTER_I18N)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """The pages of a language, then its files to download, then the pages are written."""
    build, locale, site = build_of(config), current_locale(config), Path(config.site_dir)
    templates = config.theme.get_env()
    jobs = jobs_of(build, locale, files, nav, config)
    pages = finish_pages(jobs, lambda job: finish_page(job, templates))
    articles = {job.source.id: page.article for job, page in zip(jobs, pages, strict=True)}
    imprint = build.imprint(locale, config.site_name)
    write_word_files(build, locale, articles, imprint, site)
    if build.prints:
        try:
            write_print_files(build, locale, articles, imprint, site)
        except ProblemsFound as found:
            raise Abort(str(found)) from None
    for job, page in zip(jobs, pages, strict=True):
        document = filled(page.document, site, build.words(locale))
        build.documents[job.source.path] = document
        for name, text in {job.page.file.dest_uri: document, **page.files}.items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
    leave_out(files)
    return nav


@event_priority(-50)
def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """The 404 page and the sitemap get the same frame and the list of all pages."""
    return context | template_frame(build_of(config), current_locale(config), config)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """The 404 page is finished like any other, and there is one per language."""
    if template_name != "404.html":
        return output
    output = build_of(config).styles.put_into(output)
    return place_not_found(output, current_locale(config), Path(config.site_dir))


@event_priority(AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """The site, once, when all languages are written."""
    if is_inner_build(config):
        return
    build = build_of(config)
    for step in SITE_STEPS:
        step(build, Path(config.site_dir))
    build.cache.save()


on_serve = keep_preview_alive
