"""Mends the address of an edition.

mike joins `site_url` and the version without the last slash, so that every address
in the sitemap runs together (`/latesten/`), and it does so once a language on the
same object. The address as configured is put back first and the slash added last.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from scripts.pipeline.context import state


@event_priority(90)
def on_config(config: MkDocsConfig) -> None:
    """Put the configured address back, whatever an earlier language made of it."""
    config.site_url = state.site_url


def on_pre_build(config: MkDocsConfig) -> None:
    """Give the address its last slash, after mike and before any page asks for it."""
    config.site_url = (config.site_url or "/").rstrip("/") + "/"
