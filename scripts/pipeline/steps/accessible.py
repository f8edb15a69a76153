"""Mends the HTML that Markdown makes: for readers without sight or mouse, and in a hurry."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.web.accessibility import mend
from scripts.web.summary import frame_summary


@event_priority(120)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Before the records are put back: their templates are right already."""
    return frame_summary(mend(html))
