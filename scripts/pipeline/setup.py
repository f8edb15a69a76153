"""Steps before the first page: read and check content, and correct addresses and files."""

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
    """Skip printed files under `mkdocs serve`, which rebuilds on each change."""
    if command == "serve":
        os.environ[PRINT_SWITCH] = "off"
        log.info("The preview is made without the files to print; make site makes them.")


def begin(config: MkDocsConfig) -> None:
    """Read and check all content; the build of the second language reuses it.

    Raises:
        Abort: with every problem of pages and data, or the libraries that PDFs lack.
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
            # Fail at once, not after all pages.
            check_print_libraries()
    except ProblemsFound as problems_found:
        raise Abort(str(problems_found)) from None
    config[KEY] = build


def restore_address(config: MkDocsConfig) -> None:
    """Restore the configured address, which the previous language's build has changed.

    Workaround: mike appends the version to the address in `on_config`, which static-i18n calls
    once per language on the same object; none reported. Remove with either of the two.
    """
    config.site_url = build_of(config).site_url


def close_address(config: MkDocsConfig) -> None:
    """Add the trailing slash to the address, after mike and before any page uses it.

    Workaround: mike omits it when it appends the version to `site_url`, so that addresses in
    the sitemap run together (`/latesten/`); none reported. Remove when mike adds the slash.
    """
    config.site_url = (config.site_url or "/").rstrip("/") + "/"


def name_permalinks(config: MkDocsConfig) -> None:
    """Set the tooltip of heading permalinks in the language of the page."""
    words = build_of(config).words(current_locale(config))
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = words("permalink")


def keep_own_pages(config: MkDocsConfig) -> None:
    """Drop pages that exist only in the other language from the nav.

    The full nav is kept in the `Build`, since every language gets the same configuration.
    """
    build = build_of(config)
    build.nav = build.nav or config.nav
    own = build.content.site.of(current_locale(config))
    alone = {page.key for page in build.content.site.pages if page.only}
    config.nav = _without(build.nav, alone - set(own))


def _without(nav: Any, keys: Set[str]) -> Any:
    """A part of the nav without some pages, and without sections that become empty."""
    if isinstance(nav, list):
        return [part for item in nav if (part := _without(item, keys)) not in (None, [], {})]
    if isinstance(nav, dict):
        parts = {name: _without(item, keys) for name, item in nav.items()}
        return {name: part for name, part in parts.items() if part not in (None, [])}
    return None if nav in keys else nav


def leave_other_languages_out(files: Files, config: MkDocsConfig) -> None:
    """Remove the stand-ins that static-i18n adds for pages that exist in one language only."""
    site, locale = build_of(config).content.site, current_locale(config)
    for file in list(files.documentation_pages()):
        code, _, key = file.src_uri.partition("/")
        if code != locale.code and site.in_one_language(key):
            files.remove(file)


def leave_theme_files_out(files: Files, config: MkDocsConfig) -> None:
    """Drop files outside docs/: no page of ours loads Material's scripts and styles."""
    for file in list(files):
        if file.abs_src_path and not file.abs_src_path.startswith(config.docs_dir):
            files.remove(file)


def guard_language(files: Files, config: MkDocsConfig) -> None:
    """Refuse pages in the wrong language.

    With `fallback_to_default`, which shared assets need, an untranslated page would be published
    as Norwegian text marked as English. Raised instead of logged: a warning stops a strict build
    only under the logger that MkDocs counts, which differs in ProperDocs.

    Raises:
        PluginError: lists every such page.
    """
    locale = current_locale(config)
    untranslated = [
        f"docs/{file.src_uri}: would be published as {locale.name} – write its translation"
        for file in files.documentation_pages()
        if getattr(file, "locale", locale.code) != locale.code
    ]
    if untranslated:
        raise PluginError("\n".join(sorted(untranslated)))


def name_assets(files: Files, config: MkDocsConfig) -> None:
    """Publish scripts, styles and fonts minified, under names with a content hash.

    Images keep their names: others embed and link to them, so their addresses must be
    permanent (editions/ledger.py).
    """
    for path, asset in build_of(config).styles.assets.items():
        if file := files.get_file_from_path(path):
            file.content_bytes = asset.content
            file.dest_uri = file.url = asset.path
            file.abs_dest_path = str(Path(config.site_dir, asset.path))
