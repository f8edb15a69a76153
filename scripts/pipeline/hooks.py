"""The build, step by step: the only file that mkdocs.yml names, and the only one with an order.

MkDocs calls the `on_…` functions, once per language; each tuple runs from top to bottom.
static-i18n works at priority -100, so that a step stands either before it or after it. The
drawing in ARCHITECTURE.md shows the same order, and a test compares the two.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from lxml.html import HtmlElement
from markdown.extensions import Extension
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from scripts.pipeline import (
    addresses,
    agenda_files,
    book_files,
    citation_files,
    contact,
    document_steps,
    embeds,
    feeds,
    folder_files,
    form_previews,
    glossary_terms,
    language_build,
    offline,
    old_anchors,
    page_fragments,
    page_notes,
    permalinks,
    plan_files,
    planner_files,
    print_files,
    search_index,
    section_layout,
    setup,
    share_images,
    sharing,
    site_files,
    slide_files,
    template_context,
    word_files,
)
from scripts.pipeline.context import Build, build_of, current_locale, is_inner_build
from scripts.pipeline.language_job import LanguageJob
from scripts.pipeline.page_job import FinishedPage, PageJob
from scripts.pipeline.page_loop import leave_out
from scripts.pipeline.templates import escape_text, mark_html
from scripts.web.article import parse, serialised

BEFORE_I18N, AFTER_I18N = 100, -200

# Before any page ------------------------------------------------------------------

SETUP_BEFORE_I18N = (
    setup.begin,  # reads and checks all that editors write, or stops
    setup.restore_address,  # mike changes it once per language
)
SETUP_AFTER_I18N = (setup.name_permalinks, setup.keep_own_pages)  # the language is known now
FILES_BEFORE_I18N = (setup.leave_theme_files_out,)  # or i18n would make them anew per language
FILES_AFTER_I18N = (
    setup.leave_other_languages_out,  # of pages that are in one language alone
    setup.guard_language,
    addresses.translate_addresses,  # these two before any link is made
    setup.name_assets,
)

# One page -------------------------------------------------------------------------

MARKDOWN_EXTENSIONS: tuple[Callable[[PageJob], Extension], ...] = (
    page_fragments.add_fragments,  # {{ lists }} and fact boxes first: they may cite
    page_notes.add_notes,  # [@id] becomes a numbered note
    document_steps.keep_figures_together,  # of the text and of what was put into it
)
# Python-Markdown makes the article here. Word and paper are made from what it gives: the
# steps below are for screens only, and change one tree of it.
ARTICLE_STEPS: tuple[Callable[[HtmlElement, PageJob], None], ...] = (
    document_steps.make_accessible,
    form_previews.preview_forms,  # after it: tables have their boxes
    glossary_terms.link_terms,  # after it: the text of a box to tick is its label, without links
    document_steps.offer_buttons,  # after it: letters are quotations there, and hold no terms
    old_anchors.keep_old_anchors,  # before the sections: it may add a line at the end
    section_layout.lay_out_sections,  # last: it moves sections of the home page
)
CONTEXT_STEPS: tuple[Callable[[PageJob], dict[str, Any]], ...] = (
    template_context.page_frame,  # these in any order
    citation_files.page_citation,
    sharing.page_sharing,
    template_context.page_header,
    contact.page_contact,
)
# The template makes the document here.
DOCUMENT_STEPS: tuple[Callable[[str, PageJob], str], ...] = (
    document_steps.tell_title_languages,
    document_steps.keep_titles_together,  # in menus and templates; the text already is
    document_steps.add_styles,  # it reads all that the page uses
    document_steps.add_policy,  # last: it holds the hashes of what stands in the page
)

# The files of one language, from its finished pages ------------------------------------

FILE_STEPS: tuple[Callable[[LanguageJob], None], ...] = (
    word_files.write_word_files,  # these in any order
    slide_files.write_slide_files,
    plan_files.write_plan_file,
    planner_files.write_planner_files,
    agenda_files.write_agenda_files,
    feeds.write_news_feed,
    embeds.write_embeds,
)
# Left out of a build without print.
PRINT_STEPS: tuple[Callable[[LanguageJob], None], ...] = (
    print_files.write_print_files,
    book_files.write_book_file,
    folder_files.write_folder_files,  # last: they pack the files above
)
PAGE_STEPS: tuple[Callable[[LanguageJob], None], ...] = (
    language_build.write_pages,  # after all files: pages say how large they are
)

# The site, once ---------------------------------------------------------------------

SITE_STEPS: tuple[Callable[[Build, Path], None], ...] = (
    citation_files.write_publication_citations,
    site_files.write_page_index,
    permalinks.write_permalinks,  # reads where lists stand in the finished pages
    site_files.write_open_data,
    site_files.write_icons,
    share_images.write_share_images,  # what other sites show beside a link
    site_files.write_whole_styles,  # beside the pages, which hold theirs
    site_files.pack_sitemap,  # the same bytes at any time
    search_index.write_search_index,  # reads the finished pages
    offline.write_offline,  # last: it packs all of them
)


def finish_page(job: PageJob, templates: Environment) -> FinishedPage:
    """The way of one page, from Markdown to the document."""
    article = job.rendered(extension(job) for extension in MARKDOWN_EXTENSIONS)
    tree = parse(article)
    for article_step in ARTICLE_STEPS:
        article_step(tree, job)
    job.page.content, job.page.active = serialised(tree), True
    mark_html(job.page)
    context: dict[str, Any] = dict(get_context(job.nav, job.files, job.config, job.page))
    for context_step in CONTEXT_STEPS:
        context |= context_step(job)
    document = templates.get_template("main.html").render(context)
    job.page.active = False
    for document_step in DOCUMENT_STEPS:
        document = document_step(document, job)
    return FinishedPage(document, article, citation_files.page_citation_files(job))


# What MkDocs calls ------------------------------------------------------------------


def _in_order(*steps: Callable[..., None]) -> Callable[..., Any]:
    """One event of MkDocs that runs steps, and hands on what it was given."""

    def event(given: Any, **known: Any) -> Any:
        for step in steps:
            step(given, **known)
        return given

    return event


on_startup = setup.leave_print_out
on_config = CombinedEvent(
    event_priority(BEFORE_I18N)(_in_order(*SETUP_BEFORE_I18N)),
    event_priority(AFTER_I18N)(_in_order(*SETUP_AFTER_I18N)),
)
on_pre_build = setup.close_address
on_files = CombinedEvent(
    event_priority(BEFORE_I18N)(_in_order(*FILES_BEFORE_I18N)),
    event_priority(AFTER_I18N)(_in_order(*FILES_AFTER_I18N)),
)


@event_priority(AFTER_I18N)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """The pages of a language and the files that they offer: menus and addresses are known now."""
    templates = escape_text(config.theme.get_env())
    job = language_build.finish_language(
        nav, config, files, partial(finish_page, templates=templates)
    )
    language_build.write_files(job, "Make the Word files, slides and lists", FILE_STEPS)
    if job.build.prints:
        language_build.write_files(job, "Print the PDFs and the e-book", PRINT_STEPS)
    language_build.write_files(job, "Write the pages", PAGE_STEPS)
    leave_out(files)
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """404.html and the sitemap escape what they show, as pages do."""
    return escape_text(env)


@event_priority(-50)
def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """The 404 page and the sitemap get the same frame and the list of all pages."""
    return context | template_context.template_frame(
        build_of(config), current_locale(config), config
    )


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """The 404 page gets its styles, and there is one per language."""
    if template_name != "404.html":
        return output
    output = document_steps.told_policy(build_of(config).styles.put_into(output), config)
    return site_files.place_not_found(output, current_locale(config), Path(config.site_dir))


@event_priority(AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """The site, once, when all languages are written."""
    if is_inner_build(config):
        return
    build = build_of(config)
    for step in SITE_STEPS:
        step(build, Path(config.site_dir))
    build.cache.save()
