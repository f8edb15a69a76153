"""Hands MkDocs each page as the check has read it, so that there is one reading of a file.

MkDocs reads front matter as YAML 1.1, in which `title: On` is true and `2002:24` a number
of minutes, and knows another end of it.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from scripts.hooks.common import source_page
from scripts.knowledge.front_matter import with_front_matter


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """Instead of the file."""
    source = source_page(page)
    return with_front_matter(source.meta, source.body)
