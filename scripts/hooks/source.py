"""Hands MkDocs each page as the check has read it, so that there is one reading of a file.

MkDocs reads front matter as YAML 1.1, in which `title: On` is true and `2002:24` a number
of minutes, and knows another end of it. Written anew, with every text that could be taken
for something else in quotation marks, it can only be read as meant.
"""

from __future__ import annotations

import sys

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from scripts.hooks.common import source_page


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """Instead of the file."""
    source = source_page(page)
    keys = yaml.safe_dump(source.meta, allow_unicode=True, sort_keys=False, width=sys.maxsize)
    return f"---\n{keys}---\n{source.body}"
