"""Before the first page: content is read and checked, addresses and files are set right."""

from __future__ import annotations

import logging
import os
from collections.abc import Set
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import Files

from scripts.common.problems import ProblemsFound
from scripts.documents.pdf.libraries import check_print_libraries
from scripts.pipeline.context import (
    KEY,
    PREVIEW,
    PRINT_SWITCH,
    begin_build,
    build_of,
    current_locale,
    is_inner_build,
)
from scripts.web.sender import read_sender, sender_problems

log = logging.getLogger("mkdocs.hooks.pipeline")


def leave_print_out(command: str, dirty: bool) -> None:
    """The preview is made anew with each change, and nobody prints from it."""
    if command == "serve":
        os.environ[PRINT_SWITCH] = "off"
        log.info("The preview is made without the files to print; make site makes them.")


def begin(config: MkDocsConfig) -> None:
    """Read and check everything that editors write; the second language reuses it.

    Raises:
        Abort: with every problem of pages and data, or with what to install for print.
    """
    if is_inner_build(config):
        return
    try:
        if problems := sender_problems(config.extra):
            raise ProblemsFound(problems)
        sender = read_sender(config.extra)
        build = begin_build(
            Path(config.config_file_path).parent,
            config.site_url or "/",
            preview=config.get(PREVIEW, False),
            publisher=sender.publisher,
            reviewed=sender.reviewed,
        )
        if build.prints:
            # Said at once, and not after all pages.
            check_print_libraries()
    except ProblemsFound as found:
        raise Abort(str(found)) from None
    config[KEY] = build


def restore_address(config: MkDocsConfig) -> None:
    """Put the configured address back, whatever an earlier language made of it.

    Workaround: mike joins the address and the version in `on_config`, which static-i18n calls
    once per language on the same object; none reported. Remove with either of the two.
    """
    config.site_url = build_of(config).site_url


def close_address(config: MkDocsConfig) -> None:
    """Give the address its last slash, after mike and before any page asks for it.

    Workaround: mike joins `site_url` and the version without it, so that every address in
    the sitemap runs together (`/latesten/`); none reported. Remove when mike adds the slash.
    """
    config.site_url = (config.site_url or "/").rstrip("/") + "/"


def name_permalinks(config: MkDocsConfig) -> None:
    """The permalink of a heading is named in the language of the page."""
    words = build_of(config).words(current_locale(config))
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = words("permalink")


def keep_own_pages(config: MkDocsConfig) -> None:
    """The nav of a language leaves out the pages that are in the other one alone.

    The whole nav is kept with the build: MkDocs hands the same configuration to each language.
    """
    build = build_of(config)
    build.nav = build.nav or config.nav
    own = build.content.site.of(current_locale(config))
    alone = {page.key for page in build.content.site.pages if page.only}
    config.nav = _without(build.nav, alone - set(own))


def _without(nav: Any, keys: Set[str]) -> Any:
    """A part of the nav without some pages, and without the sections that they leave empty."""
    if isinstance(nav, list):
        return [kept for item in nav if (kept := _without(item, keys)) not in (None, [], {})]
    if isinstance(nav, dict):
        parts = {name: _without(item, keys) for name, item in nav.items()}
        return {name: part for name, part in parts.items() if part not in (None, [])}
    return None if nav in keys else nav


def leave_other_languages_out(files: Files, config: MkDocsConfig) -> None:
    """Of a page that is in one language alone, the others get no stand-in."""
    site, locale = build_of(config).content.site, current_locale(config)
    for file in list(files.documentation_pages()):
        code, _, key = file.src_uri.partition("/")
        if code != locale.code and site.in_one_language(key):
            files.remove(file)


def leave_theme_files_out(files: Files, config: MkDocsConfig) -> None:
    """Keep only what lies in docs/: no page of ours loads Material's scripts and styles."""
    for file in list(files):
        if file.abs_src_path and not file.abs_src_path.startswith(config.docs_dir):
            files.remove(file)


def guard_language(files: Files, config: MkDocsConfig) -> None:
    """Refuse a page in the wrong language.

    With `fallback_to_default`, which shared assets need, an untranslated page would go out as
    Norwegian text that calls itself English. Raised and not logged: a warning stops a strict
    build only under the logger that MkDocs, and not ProperDocs, counts.

    Raises:
        PluginError: with every such page.
    """
    locale = current_locale(config)
    astray = [
        f"docs/{file.src_uri}: would be published as {locale.name} – write its translation"
        for file in files.documentation_pages()
        if getattr(file, "locale", locale.code) != locale.code
    ]
    if astray:
        raise PluginError("\n".join(sorted(astray)))


def name_assets(files: Files, config: MkDocsConfig) -> None:
    """Scripts, styles and fonts go out as they are published, under names with their hash.

    Pictures keep their names: others show them and link to them, and such an address lasts
    (editions/ledger.py).
    """
    for path, asset in build_of(config).styles.assets.items():
        if file := files.get_file_from_path(path):
            file.content_bytes = asset.content
            file.dest_uri = file.url = asset.path
            file.abs_dest_path = str(Path(config.site_dir, asset.path))
