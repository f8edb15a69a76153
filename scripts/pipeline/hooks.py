"""The build pipeline: the only hook that mkdocs.yml names, and the only file that orders steps.

MkDocs calls the `on_…` event handlers once per language; each tuple runs from top to bottom.
static-i18n runs at priority -100, so each step comes either before or after it. The drawing
in ARCHITECTURE.md shows the same order, and a test compares the two.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from lxml.html import HtmlElement
from markdown.extensions import Extension
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
from scripts.pipeline.context import build_of, current_locale, is_inner_build
from scripts.pipeline.language_job import LanguageJob
from scripts.pipeline.page_finish import PageSteps, finish_page
from scripts.pipeline.page_job import PageJob
from scripts.pipeline.page_loop import exclude_pages
from scripts.pipeline.site_finish import SiteSteps, finish_site
from scripts.pipeline.templates import escape_text

BEFORE_I18N, AFTER_I18N = 100, -200

# Before any page ------------------------------------------------------------------

SETUP_BEFORE_I18N = (
    setup.begin,  # reads and checks all content, or stops
    setup.restore_address,  # mike changes it once per language
)
SETUP_AFTER_I18N = (setup.name_permalinks, setup.keep_own_pages)  # the language is known now
FILES_BEFORE_I18N = (setup.leave_theme_files_out,)  # or static-i18n would copy them per language
FILES_AFTER_I18N = (
    setup.leave_other_languages_out,  # untranslated pages get no stand-in
    setup.guard_language,
    addresses.translate_addresses,  # this and the next before any link is rendered
    setup.name_assets,
)

# One page -------------------------------------------------------------------------

MARKDOWN_EXTENSIONS: tuple[Callable[[PageJob], Extension], ...] = (
    page_fragments.add_fragments,  # {{ lists }} and fact boxes first: they may cite
    page_notes.add_notes,  # [@id] becomes a numbered note
    document_steps.keep_figures_together,  # last: in the text and in what was inserted
)
# Python-Markdown renders the article here. Word files and PDFs are made from its output; the
# steps below are for screens only, and modify one parsed tree of it.
ARTICLE_STEPS: tuple[Callable[[HtmlElement, PageJob], None], ...] = (
    document_steps.make_accessible,
    form_previews.preview_forms,  # after it: tables have their scroll containers
    glossary_terms.link_terms,  # after it: the label of a check box holds no links
    document_steps.offer_buttons,  # after it: letters are block quotes there, without links
    old_anchors.keep_old_anchors,  # before the sections: it may append a line
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
    document_steps.mark_title_languages,
    document_steps.keep_titles_together,  # in menus and templates; the text already is
    document_steps.add_styles,  # needs the complete page: it keeps only the rules used
    document_steps.add_policy,  # last: it hashes the inline styles and scripts
)

ONE_PAGE = PageSteps(MARKDOWN_EXTENSIONS, ARTICLE_STEPS, CONTEXT_STEPS, DOCUMENT_STEPS)

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
# Skipped where SITE_PRINT is off.
PRINT_STEPS: tuple[Callable[[LanguageJob], None], ...] = (
    print_files.write_print_files,
    book_files.write_book_file,
    folder_files.write_folder_files,  # last: packs the files above
)
PAGE_STEPS: tuple[Callable[[LanguageJob], None], ...] = (
    language_build.write_pages,  # after all files: pages say how large they are
)

# The site, once ---------------------------------------------------------------------

WHOLE_SITE = SiteSteps(
    here=(
        citation_files.write_publication_citations,
        site_files.write_page_index,
        permalinks.write_permalinks,  # reads the finished pages
        site_files.write_open_data,
        site_files.write_icons,
        share_images.write_share_images,  # what other sites show beside a link
        site_files.write_style_files,  # for paper, with scripts, where inline ones are refused
        site_files.pack_sitemap,  # reproducible: without a timestamp
    ),
    aside=search_index.write_search_index,  # reads the finished pages too, for as long as that
    last=(offline.write_offline, search_index.lighten_index),  # packs all, with whole texts
)

# Event handlers of MkDocs -----------------------------------------------------------------


def _handler(*steps: Callable[..., None]) -> Callable[..., Any]:
    """An event handler that runs steps on its first argument, and returns that argument."""

    def event(subject: Any, **context: Any) -> Any:
        for step in steps:
            step(subject, **context)
        return subject

    return event


on_startup = setup.leave_print_out
on_config = CombinedEvent(
    event_priority(BEFORE_I18N)(_handler(*SETUP_BEFORE_I18N)),
    event_priority(AFTER_I18N)(_handler(*SETUP_AFTER_I18N)),
)
on_pre_build = setup.close_address
on_files = CombinedEvent(
    event_priority(BEFORE_I18N)(_handler(*FILES_BEFORE_I18N)),
    event_priority(AFTER_I18N)(_handler(*FILES_AFTER_I18N)),
)


@event_priority(AFTER_I18N)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Make the pages and downloads of one language, now that navigation and addresses are known."""
    templates = escape_text(config.theme.get_env())
    job = language_build.finish_language(
        nav, config, files, partial(finish_page, templates=templates, steps=ONE_PAGE)
    )
    language_build.write_files(job, "Make the Word files, slides and lists", FILE_STEPS)
    if job.build.prints:
        language_build.write_files(job, "Print the PDFs and the e-book", PRINT_STEPS)
    language_build.write_files(job, "Write the pages", PAGE_STEPS)
    exclude_pages(files)
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Turn on autoescaping for 404.html and the sitemap, as for pages."""
    return escape_text(env)


@event_priority(-50)
def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the 404 page and the sitemap the context of pages, and the list of all pages."""
    return context | template_context.template_frame(
        build_of(config), current_locale(config), config
    )


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Inline the styles of the 404 page, and write one per language."""
    if template_name != "404.html":
        return output
    output = document_steps.policy_added(build_of(config).styles.put_into(output), config)
    return site_files.place_not_found(output, current_locale(config), Path(config.site_dir))


@event_priority(AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """Run the steps of the whole site once, after all languages are written."""
    if is_inner_build(config):
        return
    finish_site(build_of(config), Path(config.site_dir), WHOLE_SITE)
