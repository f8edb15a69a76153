"""Writes data/pages.json, once all languages are built."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from scripts.open_data.page_index import pages_json
from scripts.pipeline.context import state
from scripts.pipeline.steps.common import is_inner_build


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """After static-i18n has built the last language."""
    if is_inner_build(config):
        return
    path = Path(config.site_dir, "data", "pages.json")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(pages_json(state.content.site, state.edition), encoding="utf-8")
