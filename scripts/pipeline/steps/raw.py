"""Takes finished HTML out before Markdown reads a page, and puts it back after."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.web.html_stash import put_back, take_out

_taken: dict[str, list[str]] = {}


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """After records and notes, the last to touch the Markdown."""
    text, _taken[page.file.src_uri] = take_out(markdown)
    return text


@event_priority(100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Before anything else reads the HTML."""
    return put_back(html, _taken.pop(page.file.src_uri, []))
