"""Puts the size of each file into the lists of what pages offer to download."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from scripts.pipeline.context import state
from scripts.pipeline.steps.common import is_inner_build
from scripts.web.download_sizes import filled


@event_priority(-203)
def on_post_build(config: MkDocsConfig) -> None:
    """After all files are made, before the style sheet and the index read the pages."""
    if is_inner_build(config):
        return
    site = Path(config.site_dir)
    for page in state.content.site.pages:
        path = site / page.url / "index.html"
        old = path.read_text(encoding="utf-8")
        new = filled(old, site, state.words(page.locale))
        if new != old:
            path.write_text(new, encoding="utf-8")
