"""Writes the files beside the pages: data, icons, styles, and one 404 page per language."""

from __future__ import annotations

import gzip
from pathlib import Path, PurePosixPath

from scripts.common.progress import step
from scripts.content.pages import SourcePage
from scripts.content.reviews import last_review
from scripts.documents.catalogue import documents_on
from scripts.figures.icons import LOGO_PATH, icon, read_logo, touch_icon
from scripts.language.locales import Locale
from scripts.open_data.export import (
    FOLDER,
    INDEX,
    data_files,
    index_json,
    published_schemas,
    titles,
)
from scripts.open_data.page_index import PageFacts, pages_json
from scripts.pipeline.citation_files import permalink
from scripts.pipeline.context import Build
from scripts.pipeline.page_styles import EMBED, FETCHED, PAPER, WHOLE
from scripts.web.tokens import read_tokens


def write_page_index(build: Build, site: Path) -> None:
    """Write data/pages.json, the index of pages, for tools and tests."""
    content = build.content
    papers = content.datasets.records["papers"]

    def facts(page: SourcePage) -> PageFacts:
        words = build.words(page.locale)
        files: dict[str, list[dict[str, str]]] = {}
        for each in documents_on(page, papers):
            if (site / each.path).is_file():  # PDFs may be switched off
                file = {"url": each.path, "kind": each.kind, "title": each.title(words)}
                files.setdefault(PurePosixPath(each.path).suffix.lstrip("."), []).append(file)
        permanent = permalink(build, page.id)
        reviewed = last_review(page, build.reviewed or "") or None
        return PageFacts(permanent, build.day(page), reviewed, files)

    _write(site / "data" / "pages.json", pages_json(content.site, build.edition, facts))


def write_open_data(build: Build, site: Path) -> None:
    """Write the data as JSON, CSV and Excel, with their schemas and an index."""
    step("Make what belongs to both languages: data, pictures to share, the search")
    content = build.content
    files = data_files(content)
    texts = published_schemas(files, content.project)
    texts[INDEX] = index_json(files, titles(content.interface), build.edition)
    for name, text in texts.items():
        _write(site / FOLDER / name, text)
    for each in files:
        if (data := each.data()) is not None:
            (site / FOLDER / each.name).write_bytes(data)


def write_icons(build: Build, site: Path) -> None:
    """Render the PNG icons that pages refer to from the site's logo (SVG)."""
    logo = read_logo((build.project.root / LOGO_PATH).read_text(encoding="utf-8"))
    folder = site / "assets" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "icon-32.png").write_bytes(icon(logo))
    ground = read_tokens(build.project).light["ground"]
    (folder / "touch-icon.png").write_bytes(touch_icon(logo, ground))


def pack_sitemap(build: Build, site: Path) -> None:
    """Compress the sitemap again, without MkDocs' timestamp, so that the bytes are reproducible.

    Workaround: none reported. Remove when MkDocs compresses it without a timestamp.
    """
    sitemap = site / "sitemap.xml"
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(sitemap.read_bytes(), mtime=0))


def write_style_files(build: Build, site: Path) -> None:
    """Write the styles that are files: for paper, frames, what scripts show, and all as one.

    The last is for hosts whose policy refuses inline styles.
    """
    for path in (PAPER, EMBED, *FETCHED, WHOLE):
        asset = build.styles.assets[path]
        _write(site / asset.path, asset.content.decode())


def place_not_found(output: str, locale: Locale, site: Path) -> str:
    """Write the 404 page of a language with a prefix into its folder, and return "" for it.

    Each language's build would overwrite the previous 404.html. That of the default language
    stays at the root, where most hosts look for it, and the others go into their folders; an
    empty string makes MkDocs write nothing.
    """
    if not locale.prefix:
        return output
    _write(site / locale.prefix / "404.html", output)
    return ""


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
