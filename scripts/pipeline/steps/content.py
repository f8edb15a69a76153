"""Reads and checks everything that editors write, before anything is built."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from scripts.common.problems import ProblemsFound
from scripts.pipeline.context import state
from scripts.pipeline.steps.common import is_inner_build


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Stop with every problem at once; the second language reuses the content."""
    if is_inner_build(config):
        return
    try:
        state.begin(Path(config.config_file_path).parent, config.site_url or "/")
    except ProblemsFound as found:
        raise Abort(str(found)) from None


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Once all languages are built, keep what the next build can use."""
    if not is_inner_build(config):
        state.end()
