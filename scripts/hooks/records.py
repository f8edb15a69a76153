"""Puts fact boxes, tables and lists from data/ into the Markdown of a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from scripts.hooks.common import source_page
from scripts.knowledge.catalogue import pages_by_title
from scripts.knowledge.pages import SourcePage
from scripts.knowledge.project import Project
from scripts.knowledge.records import Records, after_lead
from scripts.state import state


@event_priority(20)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Before the notes are numbered, since records cite."""
    source = source_page(page)
    records = records_for(source, Path(config.config_file_path).parent)
    box = records.fact_box(source.kind, source.text("record"))
    return after_lead(records.fill(markdown), box)


def records_for(source: SourcePage, root: Path) -> Records:
    """The records as one page sees them: its language, links from its address."""
    pages = state.content.site.by_id(source.locale)

    def link(page_id: str) -> str | None:
        target = pages.get(page_id)
        return get_relative_url(target.url or "./", source.url or "./") if target else None

    data: dict[str, list[dict[str, Any]]] = {
        **state.content.collections.records,
        "pages": pages_by_title(state.content.site, source.locale),
    }
    return Records(Project(root).records, data, state.words(source.locale), link)
