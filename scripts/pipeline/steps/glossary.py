"""Links the first occurrence of each term on a page to the glossary."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from scripts.pipeline.context import state
from scripts.pipeline.steps.common import source_page
from scripts.web.glossary_links import Linker

GLOSSARY_ID = "glossary"
# Prepared once for each reading of the content, which the preview repeats.
_linkers: dict[str, tuple[list[dict[str, Any]], Linker]] = {}


@event_priority(-50)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """After Markdown has become HTML, so that headings and links can be told apart."""
    source = source_page(page)
    # The home page is read in seconds: its links are the three doors.
    glossary = state.content.site.by_id(source.locale).get(GLOSSARY_ID)
    if glossary is None or source.id == GLOSSARY_ID or source.kind == "home":
        return html
    address = get_relative_url(glossary.url, source.url or "./")
    return linker(source.locale.code).link(html, address, source.id)


def linker(code: str) -> Linker:
    """The terms of one language."""
    terms = state.content.collections.records["glossary"]
    kept = _linkers.get(code)
    if kept is None or kept[0] is not terms:
        kept = _linkers[code] = (terms, Linker(terms, code))
    return kept[1]
