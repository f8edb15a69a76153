"""English addresses for English pages: `/en/phases/anchoring/`.

static-i18n needs the same file names in both languages and derives addresses from
them. This step runs after it and rewrites the English files, and the English alternates
attached to the Norwegian ones, before any link is rendered.

Workaround: none reported upstream; remove when static-i18n reads a page's address from
its front matter.
"""

from __future__ import annotations

import posixpath
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from scripts.language.locales import BY_CODE
from scripts.pipeline.context import Build, build_of


def translate_addresses(files: Files, config: MkDocsConfig) -> None:
    """Set the destination and URL of each page to the address in its front matter."""
    build = build_of(config)
    for file in files.documentation_pages():
        _set_address(build, file, config)
        for alternate in getattr(file, "alternates", {}).values():
            _set_address(build, alternate, config)


def _set_address(build: Build, file: File, config: MkDocsConfig) -> None:
    code, _, key = file.src_uri.partition("/")
    page = build.content.site.of(BY_CODE[code]).get(key) if code in BY_CODE else None
    if page is None:
        return
    file.dest_uri = posixpath.join(page.url, "index.html")
    file.abs_dest_path = str(Path(config.site_dir, file.dest_uri))
    file.url = page.url or "./"
