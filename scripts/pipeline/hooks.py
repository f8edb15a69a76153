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

from scripts.pipeline.addresses import translate_addresses
from scripts.pipeline.agenda_files import write_agenda_files
from scripts.pipeline.book_files import write_book_file
from scripts.pipeline.citation_files import (
    page_citation,
    page_citation_files,
    write_publication_citations,
)
from scripts.pipeline.contact import page_contact
from scripts.pipeline.context import Build, build_of, current_locale, is_inner_build
from scripts.pipeline.document_steps import (
    add_policy,
    add_styles,
    keep_figures_together,
    keep_titles_together,
    make_accessible,
    offer_buttons,
    tell_title_languages,
    told_policy,
)
from scripts.pipeline.embeds import write_embeds
from scripts.pipeline.feeds import write_news_feed
from scripts.pipeline.folder_files import write_folder_files
from scripts.pipeline.form_previews import preview_forms
from scripts.pipeline.glossary_terms import link_terms
from scripts.pipeline.language_build import finish_language, write_files, write_pages
from scripts.pipeline.language_job import LanguageJob
from scripts.pipeline.offline import write_offline
from scripts.pipeline.old_anchors import keep_old_anchors
from scripts.pipeline.page_fragments import add_fragments
from scripts.pipeline.page_job import FinishedPage, PageJob
from scripts.pipeline.page_loop import leave_out
from scripts.pipeline.page_notes import add_notes
from scripts.pipeline.permalinks import write_permalinks
from scripts.pipeline.plan_files import write_plan_file
from scripts.pipeline.planner_files import write_planner_files
from scripts.pipeline.print_files import write_print_files
from scripts.pipeline.search_index import write_search_index
from scripts.pipeline.section_layout import lay_out_sections
from scripts.pipeline.setup import (
    begin,
    close_address,
    guard_language,
    keep_own_pages,
    leave_other_languages_out,
    leave_print_out,
    leave_theme_files_out,
    name_assets,
    name_permalinks,
    restore_address,
)
from scripts.pipeline.share_images import write_share_images
from scripts.pipeline.sharing import page_sharing
from scripts.pipeline.site_files import (
    pack_sitemap,
    place_not_found,
    write_icons,
    write_open_data,
    write_page_index,
    write_whole_styles,
)
from scripts.pipeline.slide_files import write_slide_files
from scripts.pipeline.template_context import page_frame, page_header, template_frame
from scripts.pipeline.templates import escape_text, mark_html
from scripts.pipeline.word_files import write_word_files
from scripts.web.article import parse, serialised

BEFORE_I18N, AFTER_I18N = 100, -200

# Before any page ------------------------------------------------------------------

SETUP_BEFORE_I18N = (
    begin,  # reads and checks all that editors write, or stops
    restore_address,  # mike changes it once per language
)
SETUP_AFTER_I18N = (name_permalinks, keep_own_pages)  # the language is known now
FILES_BEFORE_I18N = (leave_theme_files_out,)  # or i18n would make them anew per language
FILES_AFTER_I18N = (
    leave_other_languages_out,  # of pages that are in one language alone
    *(guard_language, translate_addresses, name_assets),  # before any link is made
)

# One page -------------------------------------------------------------------------

MARKDOWN_EXTENSIONS: tuple[Callable[[PageJob], Extension], ...] = (
    add_fragments,  # {{ lists }} and fact boxes first: they may cite
    add_notes,  # [@id] becomes a numbered note
    keep_figures_together,  # of the text and of what was put into it
)
# Python-Markdown makes the article here. Word and paper are made from what it gives: the
# steps below are for screens only, and change one tree of it.
ARTICLE_STEPS: tuple[Callable[[HtmlElement, PageJob], None], ...] = (
    make_accessible,
    preview_forms,  # after it: tables have their boxes
    link_terms,  # after it: the text of a box to tick is its label, and holds no link
    offer_buttons,  # after it: letters are quotations there, and hold no terms
    keep_old_anchors,  # before the sections: it may add a line at the end
    lay_out_sections,  # last: it moves sections of the home page
)
CONTEXT_STEPS: tuple[Callable[[PageJob], dict[str, Any]], ...] = (
    *(page_frame, page_citation, page_sharing, page_header, page_contact),  # in any order
)
# The template makes the document here.
DOCUMENT_STEPS: tuple[Callable[[str, PageJob], str], ...] = (
    tell_title_languages,
    keep_titles_together,  # the text of the page already is; its name in menus is not
    add_styles,  # it reads all that the page uses
    add_policy,  # last: it holds the hashes of what stands in the page
)

# The files of one language, from its finished pages ------------------------------------

FILE_STEPS: tuple[Callable[[LanguageJob], None], ...] = (
    *(write_word_files, write_slide_files, write_plan_file),  # in any order
    *(write_planner_files, write_agenda_files),  # data that scripts fetch
    *(write_news_feed, write_embeds),  # for other sites
)
# Left out of a build without print.
PRINT_STEPS: tuple[Callable[[LanguageJob], None], ...] = (
    write_print_files,
    write_book_file,
    write_folder_files,  # last: they pack the files above
)
PAGE_STEPS: tuple[Callable[[LanguageJob], None], ...] = (
    write_pages,  # after all files: pages say how large they are
)

# The site, once ---------------------------------------------------------------------

SITE_STEPS: tuple[Callable[[Build, Path], None], ...] = (
    write_publication_citations,
    write_page_index,
    write_permalinks,  # reads where lists stand in the finished pages
    write_open_data,
    write_icons,
    write_share_images,  # what other sites show beside a link
    write_whole_styles,  # beside the pages, which hold theirs
    pack_sitemap,  # the same bytes at any time
    write_search_index,  # reads the finished pages
    write_offline,  # last: it packs all of them
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
    return FinishedPage(document, article, page_citation_files(job))


# What MkDocs calls ------------------------------------------------------------------


def _in_order(*steps: Callable[..., None]) -> Callable[..., Any]:
    """One event of MkDocs that runs steps, and hands on what it was given."""

    def event(given: Any, **known: Any) -> Any:
        for step in steps:
            step(given, **known)
        return given

    return event


on_startup = leave_print_out
on_config = CombinedEvent(
    event_priority(BEFORE_I18N)(_in_order(*SETUP_BEFORE_I18N)),
    event_priority(AFTER_I18N)(_in_order(*SETUP_AFTER_I18N)),
)
on_pre_build = close_address
on_files = CombinedEvent(
    event_priority(BEFORE_I18N)(_in_order(*FILES_BEFORE_I18N)),
    event_priority(AFTER_I18N)(_in_order(*FILES_AFTER_I18N)),
)


@event_priority(AFTER_I18N)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """The pages of a language and the files that they offer: menus and addresses are known now."""
    templates = escape_text(config.theme.get_env())
    job = finish_language(nav, config, files, partial(finish_page, templates=templates))
    write_files(job, "Make the Word files, slides and lists", FILE_STEPS)
    if job.build.prints:
        write_files(job, "Print the PDFs and the e-book", PRINT_STEPS)
    write_files(job, "Write the pages", PAGE_STEPS)
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
    return context | template_frame(build_of(config), current_locale(config), config)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """The 404 page gets its styles, and there is one per language."""
    if template_name != "404.html":
        return output
    output = told_policy(build_of(config).styles.put_into(output), config)
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
