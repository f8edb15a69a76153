"""Writes the forms of the tools and the workshops of the phases as Word files."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.documents.docx.writer import form_docx
from scripts.documents.sections import read_parts
from scripts.documents.worksheets import SECTIONS, Reading, form_path, sheets_of
from scripts.pipeline.context import state
from scripts.pipeline.steps.cite import imprint_of
from scripts.pipeline.steps.common import is_inner_build, source_page

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
