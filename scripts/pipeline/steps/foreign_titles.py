"""Marks names of pages in another language, wherever a template writes them."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from scripts.pipeline.context import state
from scripts.pipeline.steps.common import source_page
from scripts.web.title_languages import foreign_titles, mark_titles


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """On the whole document: menus and lists name the pages as well as headings do."""
    pages = state.content.site.of(source_page(page).locale).values()
    records = state.content.collections.records["publications"]
    return mark_titles(output, foreign_titles(pages, records))
