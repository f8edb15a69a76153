"""What several hooks ask of MkDocs and static-i18n."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from scripts.content.pages import SourcePage
from scripts.language.locales import BY_CODE, Locale
from scripts.pipeline.context import state


def current_locale(config: MkDocsConfig) -> Locale:
    """The language that is being built."""
    plugin: Any = config.plugins["i18n"]
    return BY_CODE[plugin.current_language]


def is_inner_build(config: MkDocsConfig) -> bool:
    """True in the builds that static-i18n runs inside the first one.

    What must happen once for all languages waits until this is False.
    """
    plugin: Any = config.plugins["i18n"]
    return bool(plugin.building)


def source_page(page: Page) -> SourcePage:
    """Our reading of a MkDocs page: its source path is `no/…` or `en/…`."""
    code, _, key = page.file.src_uri.partition("/")
    return state.content.site.of(BY_CODE[code])[key]
