"""Writes the open data, once all languages are built."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from scripts.open_data.export import (
    FOLDER,
    INDEX,
    data_files,
    index_json,
    published_schemas,
    titles,
)
from scripts.pipeline.context import state
from scripts.pipeline.steps.common import is_inner_build


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """After static-i18n has built the last language."""
    if is_inner_build(config):
        return
    content, folder = state.content, Path(config.site_dir, FOLDER)
    files = data_files(content)
    texts = {each.name: each.text() for each in files if each.text}
    texts |= published_schemas(files, content.project)
    texts[INDEX] = index_json(files, titles(content.interface), state.edition)
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
