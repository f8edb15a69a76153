"""Prints guides, sheets, the handbook and the poster as PDF/UA, once all pages are made.

`make serve` goes on without, and SITE_PRINT=off leaves print out of a build.
"""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path
from typing import Literal

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.hooks.cite import imprint_of
from scripts.hooks.common import is_inner_build, source_page
from scripts.knowledge.citable import Imprint, for_apa, page_item
from scripts.knowledge.documents import Document
from scripts.knowledge.locales import LOCALES, Locale
from scripts.knowledge.press import printed
from scripts.knowledge.print_html import Language
from scripts.knowledge.printables import printables
from scripts.knowledge.problems import ProblemsFound
from scripts.knowledge.project import Project
from scripts.state import state
from scripts.system import check_print_libraries

log = logging.getLogger("mkdocs.hooks.print")

SWITCH = "SITE_PRINT"
_articles: dict[str, dict[str, str]] = {}
_imprints: dict[str, Imprint] = {}
_previewing = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """The preview is built anew with each change, and nobody prints from it."""
    global _previewing
    _previewing = command == "serve"
    if _previewing:
        log.info("The preview is made without the files to print; make site makes them.")


@event_priority(95)
def on_config(config: MkDocsConfig) -> None:
    """Say at once, and not after all pages, that print cannot be made here."""
    if is_inner_build(config):
        return
    _articles.clear()
    if wanted():
        try:
            check_print_libraries()
        except ProblemsFound as found:
            raise Abort(str(found)) from None


def wanted() -> bool:
    """Whether this build prints."""
    return not _previewing and os.environ.get(SWITCH, "on") != "off"


@event_priority(-1000)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Keep the text of each page as every other hook has left it."""
    source = source_page(page)
    _articles.setdefault(source.locale.code, {})[source.id] = html
    _imprints[source.locale.code] = imprint_of(page, config)


@event_priority(-201)
def on_post_build(config: MkDocsConfig) -> None:
    """After the pages of every language, before their downloads are counted."""
    if is_inner_build(config) or not wanted():
        return
    root, site = Path(config.config_file_path).parent, Path(config.site_dir)
    made = [language(locale, Project(root), site) for locale in LOCALES]
    found = [each for one in made for each in printables(state.content.site, one)]
    try:
        files = printed(Project(root), found)
    except ProblemsFound as problems:
        raise Abort(str(problems)) from None
    for name, path in files.items():
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def language(locale: Locale, project: Project, site: Path) -> Language:
    """What the documents of a language are made from."""
    imprint = _imprints[locale.code]

    def reference(document: Document, day: str | None) -> Markup:
        item = page_item(document.page, imprint, day)
        item |= {
            "id": document.path,
            "title": document.title(state.words(locale)),
            "URL": imprint.address + document.path,
        }
        return state.bibliography(locale).of(for_apa(item))

    return Language(
        project,
        locale,
        state.words(locale),
        imprint,
        _articles[locale.code],
        state.content.site.by_id(locale),
        state.content.collections.records,
        state.days_of_change,
        reference,
        site,
    )
