"""The shared context of one build, passed to each step as a `Build`.

There is one object per build of the site: static-i18n runs one build per language inside
MkDocs' own, on the same configuration, and the `Build` is stored in that configuration.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from scripts.bibliography.apa import Bibliography
from scripts.bibliography.cited_by import pages_by_source
from scripts.bibliography.csl_items import Imprint
from scripts.bibliography.related_pages import related_pages
from scripts.checks.run import checked_content
from scripts.common.cache import Cache
from scripts.common.git import days_of_change
from scripts.common.paths import Project
from scripts.content.addresses import is_of_this_machine
from scripts.content.grades import Grade, grades
from scripts.content.load import Content
from scripts.content.page_types import section_classes
from scripts.content.pages import SourcePage
from scripts.content.permanent_ids import FOLDER, LATEST
from scripts.language.locales import BY_CODE, LOCALES, Locale
from scripts.language.messages import Messages, messages_for
from scripts.pipeline.page_styles import PageStyles
from scripts.web.glossary_links import Linker
from scripts.web.title_languages import foreign_titles

# The keys of a configuration that hold its `Build` and whether it is for a preview.
KEY, PREVIEW = "knowledge_build", "knowledge_preview"
# The default in mkdocs.yml where SITE_URL is not set: the preview's address.
UNSET_ADDRESS = "http://127.0.0.1:8000/"
# The environment variable that leaves printed files out of a build when it is "off".
PRINT_SWITCH = "SITE_PRINT"


@dataclass
class Build:
    """One build of the whole site: the checked content, and what is derived from it once.

    `site_url` ends in a slash; `edition` is None outside `make publish`; `days_of_change`
    holds the ISO date of the last commit by path; `prints` says whether PDFs are made;
    `publisher` is None where the owner named none.
    """

    project: Project
    content: Content
    site_url: str
    edition: str | None
    days_of_change: Mapping[str, str]
    prints: bool
    cache: Cache
    publisher: str | None = None
    # The date of the last review of the whole site (ISO), None where the owner named none.
    reviewed: str | None = None
    # The nav as written in mkdocs.yml, before each language drops pages it lacks.
    nav: Any = None
    # The HTML of finished pages by source path, from which the search index is made.
    documents: dict[str, str] = field(default_factory=dict)
    # For the preview: functions that rebuild the HTML of a single page, by source path.
    page_rebuilders: dict[str, Callable[[], str]] = field(default_factory=dict)

    @property
    def has_address(self) -> bool:
        """Whether the owner has set the address at which the site is published."""
        return self.site_url not in (UNSET_ADDRESS, "/")

    def words(self, locale: Locale) -> Messages:
        """The interface messages of one language."""
        return messages_for(self.content.interface, locale)

    def bibliography(self, locale: Locale) -> Bibliography:
        """The formatter of references in one language."""
        return self._bibliographies[locale.code]

    def linker(self, locale: Locale) -> Linker:
        """The linker of glossary terms in one language."""
        return self._linkers[locale.code]

    def cited_by(self, locale: Locale) -> dict[str, list[SourcePage]]:
        """The pages of one language that cite each source, by source id."""
        return self._cited_by[locale.code]

    def related(self, page: SourcePage) -> list[SourcePage]:
        """The pages that share sources with this one."""
        return self._related[page.locale.code].get(page.key, [])

    def page(self, page_id: str, locale: Locale) -> SourcePage | None:
        """A page by its id."""
        return self.content.site.by_id(locale).get(page_id)

    def imprint(self, locale: Locale, site_name: str) -> Imprint:
        """The imprint of pages: published in the edition, which is permanent, not in `latest`."""
        folder = f"{self.edition}/" if self.edition else ""
        edition = f"{self.words(locale)('edition')} {self.edition}" if self.edition else None
        # A QR code of the local machine's address would be of no use to others.
        permanent = "" if is_of_this_machine(self.site_url) else f"{self.site_url}{FOLDER}/"
        latest = f"{self.site_url}{LATEST}/" if self.edition else ""
        address = self.site_url + folder
        return Imprint(site_name, address, edition, self.publisher, permanent, latest)

    def day(self, page: SourcePage) -> str | None:
        """The date of the last commit that touched the page (ISO), None when unknown."""
        return self.days_of_change.get(page.path)

    def section_classes(self, kind: str) -> dict[str, str]:
        """The CSS classes of the headings of one page type, by anchor."""
        return self._section_classes.get(kind, {})

    @cached_property
    def grades(self) -> dict[str, Grade]:
        """The grade of evidence of each phase, tool and building block, by id."""
        content = self.content
        return grades(content.site, content.datasets.records, content.sources)

    @cached_property
    def styles(self) -> PageStyles:
        """The style sheets and the minified scripts."""
        return PageStyles(self.project)

    def title_languages(self, locale: Locale) -> dict[str, str]:
        """The page titles in a language other than `locale`, each with its HTML."""
        return self._title_languages[locale.code]

    @cached_property
    def _section_classes(self) -> dict[str, dict[str, str]]:
        return section_classes(self.project)

    @cached_property
    def _title_languages(self) -> dict[str, dict[str, str]]:
        site, publications = self.content.site, self.content.datasets.records["publications"]
        return {
            locale.code: foreign_titles(site.of(locale).values(), publications)
            for locale in LOCALES
        }

    @cached_property
    def _bibliographies(self) -> dict[str, Bibliography]:
        style = self.project.data / "csl" / "apa.csl"
        return {code: Bibliography(style, locale, self.cache) for code, locale in BY_CODE.items()}

    @cached_property
    def _linkers(self) -> dict[str, Linker]:
        terms = self.content.datasets.records["glossary"]
        return {code: Linker(terms, code) for code in BY_CODE}

    @cached_property
    def _cited_by(self) -> dict[str, dict[str, list[SourcePage]]]:
        content = self.content
        return {
            locale.code: pages_by_source(content.site, content.datasets, locale)
            for locale in LOCALES
        }

    @cached_property
    def _related(self) -> dict[str, dict[str, list[SourcePage]]]:
        return {code: related_pages(cited) for code, cited in self._cited_by.items()}


def begin_build(
    root: Path,
    site_url: str,
    *,
    preview: bool,
    publisher: str | None = None,
    reviewed: str | None = None,
) -> Build:
    """Read and check all content; a preview tolerates problems that prevent no page.

    Raises:
        ProblemsFound: with every problem of pages and data.
    """
    content = checked_content(Project(root), preview=preview)
    return Build(
        project=Project(root),
        content=content,
        site_url=site_url.rstrip("/") + "/",
        # mike passes the edition in this variable.
        edition=os.environ.get("MIKE_DOCS_VERSION") or None,
        days_of_change=days_of_change(root, "docs"),
        prints=os.environ.get(PRINT_SWITCH, "on") != "off",
        cache=Cache(root / ".cache" / "references.json"),
        publisher=publisher,
        reviewed=reviewed,
    )


def build_of(config: MkDocsConfig) -> Build:
    """The `Build` stored in a configuration."""
    build: Build = config[KEY]
    return build


def current_locale(config: MkDocsConfig) -> Locale:
    """The language that static-i18n is building."""
    plugin: Any = config.plugins["i18n"]
    return BY_CODE[plugin.current_language]


def is_inner_build(config: MkDocsConfig) -> bool:
    """Whether this is a build that static-i18n runs inside the outer one.

    Steps that run once for all languages wait until this is False.
    """
    plugin: Any = config.plugins["i18n"]
    return bool(plugin.building)
