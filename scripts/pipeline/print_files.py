"""Prints guides, sheets, the handbook and the poster of one language as PDF/UA."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup

from scripts.bibliography.csl_items import Imprint, for_apa, page_item
from scripts.documents.catalogue import Document
from scripts.documents.pdf.make import printables
from scripts.documents.pdf.queue import printed
from scripts.documents.pdf.render import Language
from scripts.language.locales import Locale
from scripts.pipeline.context import Build
from scripts.web.article import Article


def write_print_files(build: Build, made: Language, site: Path) -> None:
    """Make the PDFs of one language.

    Raises:
        ProblemsFound: when a document cannot be printed as it should be.
    """
    for name, path in printed(build.project, printables(build.content.site, made)).items():
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def print_language(
    build: Build, locale: Locale, articles: Mapping[str, Article], imprint: Imprint
) -> Language:
    """What the documents of a language are made from: its articles by page id, and more."""

    def reference(document: Document, day: str | None) -> Markup:
        item = page_item(document.page, imprint, day)
        item |= {
            "id": document.path,
            "title": document.title(build.words(locale)),
            "URL": imprint.address + document.path,
        }
        return build.bibliography(locale).of(for_apa(item))

    return Language(
        build.project,
        locale,
        build.words(locale),
        imprint,
        articles,
        build.content.site.by_id(locale),
        build.content.datasets.records,
        build.days_of_change,
        reference,
        # Pictures lie below docs/ as they do below the site.
        build.project.root / "docs",
    )
