"""The job of one language: its finished pages, and the inputs of the files made from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig

from scripts.bibliography.csl_items import Imprint, for_apa, page_item
from scripts.documents.catalogue import Document
from scripts.documents.pdf.render import PrintContext
from scripts.language.locales import Locale
from scripts.pipeline.context import Build
from scripts.pipeline.page_job import FinishedPage, PageJob
from scripts.web.article import Article


@dataclass(frozen=True)
class LanguageJob:
    """The page jobs of one language with their finished pages; `finish` rebuilds one page."""

    build: Build
    locale: Locale
    config: MkDocsConfig
    jobs: Sequence[PageJob]
    pages: Sequence[FinishedPage]
    finish: Callable[[PageJob], FinishedPage]

    @property
    def site(self) -> Path:
        """The output folder of the site."""
        return Path(self.config.site_dir)

    @property
    def site_url(self) -> str:
        """The public address of the site, with a trailing slash."""
        return self.config.site_url or "/"

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The article of each page by id, before the steps that are for screens only."""
        finished = zip(self.jobs, self.pages, strict=True)
        return {job.source.id: Article(page.article) for job, page in finished}

    @cached_property
    def imprint(self) -> Imprint:
        """The address at which the language is published, and the name of the site in it."""
        return self.build.imprint(self.locale, self.config.site_name)

    @cached_property
    def paper(self) -> PrintContext:
        """The inputs of PDFs and the e-book."""
        build, locale, imprint = self.build, self.locale, self.imprint

        def reference(document: Document, day: str | None) -> Markup:
            item = page_item(document.page, imprint, day)
            item |= {
                "id": document.path,
                "title": document.title(build.words(locale)),
                "URL": imprint.address + document.path,
            }
            return build.bibliography(locale).of(for_apa(item))

        return PrintContext(
            build.project,
            locale,
            build.words(locale),
            imprint,
            self.articles,
            build.content.site.by_id(locale),
            build.content.datasets.records,
            build.days_of_change,
            reference,
            # Images have the same paths below docs/ as below the site.
            build.project.root / "docs",
        )

    def write(self, path: str, content: bytes | str) -> None:
        """Write a file; `path` is relative to the site's root."""
        target = self.site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
