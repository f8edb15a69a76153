"""Writes the forms of the tools and the workshops of the phases as Word files."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.hooks.cite import imprint_of
from scripts.hooks.common import is_inner_build, source_page
from scripts.knowledge.form_docx import form_docx
from scripts.knowledge.forms import read_parts
from scripts.knowledge.sheets import SECTIONS, Reading, form_path, sheets_of
from scripts.state import state

_readings: dict[str, Reading] = {}


@event_priority(0)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Read what goes onto paper, before the links to the glossary are put in."""
    source = source_page(page)
    if source.kind in SECTIONS:
        imprint = imprint_of(page, config)
        parts = read_parts(html, SECTIONS[source.kind], imprint.address + source.url)
        _readings[source.path] = Reading(source, parts, imprint)


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the files, once for both languages."""
    if is_inner_build(config):
        return
    for page, sheet in sheets_of(
        _readings.values(), state.content.collections.records, state.words
    ):
        path = Path(config.site_dir, form_path(page))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(form_docx(sheet, state.words(page.locale)))
    _readings.clear()
