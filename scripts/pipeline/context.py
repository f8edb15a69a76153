"""What the steps of one build share, handed to each of them as a `Build`.

A build of the site is one object: static-i18n builds once per language inside MkDocs' own
build, on the same configuration, and the `Build` travels with that configuration.
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

# Where a configuration holds its build, and whether that is for a preview.
KEY, PREVIEW = "knowledge_build", "knowledge_preview"
# What mkdocs.yml says where nobody has set SITE_URL: the preview's address.
UNSET_ADDRESS = "http://127.0.0.1:8000/"
# Leaves the files to print out of a build when it says "off".
PRINT_SWITCH = "SITE_PRINT"


@dataclass
class Build:
    """One build of the whole site: the checked content, and what is worked out from it once.

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
    # The day on which somebody last went over the site (ISO), None where the owner named none.
    reviewed: str | None = None
    # The nav of mkdocs.yml as it stands there, before languages leave pages out.
    nav: Any = None
    # What the search index is made from: the documents of finished pages, by path below the site.
    documents: dict[str, str] = field(default_factory=dict)
    # For the preview: what makes the document of a single page anew, by the page's path.
    remake: dict[str, Callable[[], str]] = field(default_factory=dict)

    @property
    def has_address(self) -> bool:
        """Whether the owner has set where the site is published."""
        return self.site_url not in (UNSET_ADDRESS, "/")

    def words(self, locale: Locale) -> Messages:
        """The messages of the interface in one language."""
        return messages_for(self.content.interface, locale)

    def bibliography(self, locale: Locale) -> Bibliography:
        """The references in one language."""
        return self._bibliographies[locale.code]

    def linker(self, locale: Locale) -> Linker:
        """The glossary of one language, ready to link terms."""
        return self._linkers[locale.code]

    def cited_by(self, locale: Locale) -> dict[str, list[SourcePage]]:
        """The pages of one language by the id of each source they cite."""
        return self._cited_by[locale.code]

    def related(self, page: SourcePage) -> list[SourcePage]:
        """The pages that build on the same sources as this one."""
        return self._related[page.locale.code].get(page.key, [])

    def page(self, page_id: str, locale: Locale) -> SourcePage | None:
        """A page by its id."""
        return self.content.site.by_id(locale).get(page_id)

    def imprint(self, locale: Locale, site_name: str) -> Imprint:
        """Where pages are published: in the edition, which stays, and not in the latest."""
        folder = f"{self.edition}/" if self.edition else ""
        edition = f"{self.words(locale)('edition')} {self.edition}" if self.edition else None
        # A code that leads to the machine of whoever built it would be of no use to others.
        permanent = "" if is_of_this_machine(self.site_url) else f"{self.site_url}{FOLDER}/"
        latest = f"{self.site_url}{LATEST}/" if self.edition else ""
        address = self.site_url + folder
        return Imprint(site_name, address, edition, self.publisher, permanent, latest)

    def day(self, page: SourcePage) -> str | None:
        """The day of the last commit that touched the page (ISO), None when unknown."""
        return self.days_of_change.get(page.path)

    def section_classes(self, kind: str) -> dict[str, str]:
        """The classes of the headings of one type of page, by their anchors."""
        return self._section_classes.get(kind, {})

    @cached_property
    def grades(self) -> dict[str, Grade]:
        """How sure it is, by the id of each phase, tool and building block."""
        content = self.content
        return grades(content.site, content.datasets.records, content.sources)

    @cached_property
    def styles(self) -> PageStyles:
        """The style sheet and the minified scripts."""
        return PageStyles(self.project)

    def title_languages(self, locale: Locale) -> dict[str, str]:
        """The names of pages that are in another language than `locale`, each as HTML."""
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
    """Read and check everything anew; a preview passes over what hinders no page.

    Raises:
        ProblemsFound: with every problem of pages and data.
    """
    content = checked_content(Project(root), preview=preview)
    return Build(
        project=Project(root),
        content=content,
        site_url=site_url.rstrip("/") + "/",
        # mike tells the build its edition in this variable.
        edition=os.environ.get("MIKE_DOCS_VERSION") or None,
        days_of_change=days_of_change(root, "docs"),
        prints=os.environ.get(PRINT_SWITCH, "on") != "off",
        cache=Cache(root / ".cache" / "references.json"),
        publisher=publisher,
        reviewed=reviewed,
    )


def build_of(config: MkDocsConfig) -> Build:
    """The build that a configuration belongs to."""
    build: Build = config[KEY]
    return build


def current_locale(config: MkDocsConfig) -> Locale:
    """The language that static-i18n is building."""
    plugin: Any = config.plugins["i18n"]
    return BY_CODE[plugin.current_language]


def is_inner_build(config: MkDocsConfig) -> bool:
    """True in the builds that static-i18n runs inside the first one.

    What must happen once for all languages waits until this is False.
    """
    plugin: Any = config.plugins["i18n"]
    return bool(plugin.building)
