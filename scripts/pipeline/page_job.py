"""The input of one page's build, and its finished result."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field

from markdown.extensions import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from scripts.bibliography.csl_items import Imprint
from scripts.content.escapes import Escapes
from scripts.content.pages import SourcePage
from scripts.language.locales import Locale
from scripts.language.messages import Messages
from scripts.pipeline.context import Build
from scripts.web.aligned_columns import AlignedColumns

# As an HTML entity; the character itself is stripped when files are read.
_SOFT_HYPHEN = re.compile(r"&(?:shy|#0*173|#x0*ad);", re.IGNORECASE)


@dataclass(frozen=True)
class PageJob:
    """One page to build: our parsed source beside MkDocs' own page."""

    build: Build
    source: SourcePage
    page: Page
    config: MkDocsConfig
    files: Files
    nav: Navigation

    @property
    def locale(self) -> Locale:
        """The language of the page."""
        return self.source.locale

    @property
    def words(self) -> Messages:
        """The interface messages in the language of the page."""
        return self.build.words(self.locale)

    @property
    def imprint(self) -> Imprint:
        """The address and name under which the page is published."""
        return self.build.imprint(self.locale, self.config.site_name)

    def rendered(self, extensions: Iterable[Extension]) -> str:
        """Render the page's text to HTML.

        Args:
            extensions: Python-Markdown extensions for this page, besides those of all pages.
        """
        config = copy(self.config)
        ours = (Escapes(), AlignedColumns())
        config["markdown_extensions"] = [*self.config.markdown_extensions, *ours, *extensions]
        self.page.markdown = self.source.body
        self.page.render(config, self.files)
        return _SOFT_HYPHEN.sub("", self.page.content or "")

    def link(self, page_id: str) -> str | None:
        """The address of another page by its id, relative to this one; None if there is none."""
        target = self.build.page(page_id, self.locale)
        return self.relative(target.url) if target else None

    def relative(self, url: str) -> str:
        """Make an address that is relative to the edition's root relative to this page."""
        return get_relative_url(url or "./", self.source.url or "./")


@dataclass(frozen=True)
class FinishedPage:
    """A page of the site.

    `document` is its HTML without the sizes of its downloads, `article` the HTML of its
    text before the steps that are for screens only, and `files` the files beside it, by path.
    """

    document: str
    article: str
    files: dict[str, str] = field(default_factory=dict)
    # Newly formatted references, which other pages and later builds can reuse.
    references: dict[str, str] = field(default_factory=dict)
    # Warnings of MkDocs (logger, message): a strict build stops at them.
    warnings: list[tuple[str, str]] = field(default_factory=list)
