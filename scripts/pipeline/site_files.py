"""What the site holds beside its pages: data, icons, styles, and one 404 page per language."""

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
from scripts.pipeline.page_styles import WHOLE
from scripts.web.tokens import read_tokens


def write_page_index(build: Build, site: Path) -> None:
    """Write data/pages.json: what the site holds, for tools and tests."""
    content = build.content
    papers = content.datasets.records["papers"]

    def facts(page: SourcePage) -> PageFacts:
        words = build.words(page.locale)
        files: dict[str, list[dict[str, str]]] = {}
        for each in documents_on(page, papers):
            if (site / each.path).is_file():  # PDFs may be left out
                told = {"url": each.path, "kind": each.kind, "title": each.title(words)}
                files.setdefault(PurePosixPath(each.path).suffix.lstrip("."), []).append(told)
        lasting = permalink(build, page.id)
        reviewed = last_review(page, build.reviewed or "") or None
        return PageFacts(lasting, build.day(page), reviewed, files)

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
    """Draw the icons that pages name and that are no SVG, from the sign of the site."""
    logo = read_logo((build.project.root / LOGO_PATH).read_text(encoding="utf-8"))
    folder = site / "assets" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "icon-32.png").write_bytes(icon(logo))
    ground = read_tokens(build.project).light["ground"]
    (folder / "touch-icon.png").write_bytes(touch_icon(logo, ground))


def pack_sitemap(build: Build, site: Path) -> None:
    """Pack the sitemap anew, without the second at which MkDocs did.

    Workaround: none reported. Remove when MkDocs packs without a time.
    """
    sitemap = site / "sitemap.xml"
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(sitemap.read_bytes(), mtime=0))


def write_whole_styles(build: Build, site: Path) -> None:
    """Write all rules as a file, for hosts whose policy refuses the styles within pages."""
    whole = build.styles.assets[WHOLE]
    _write(site / whole.path, whole.content.decode())


def place_not_found(output: str, locale: Locale, site: Path) -> str:
    """Write the 404 page of a language that does not lie at the root, and return "" for it.

    Each language's build writes the theme's 404.html over the last one. The default
    language's stays at the root, where most hosts look for it, and the others go below; an
    empty text tells MkDocs to write nothing.
    """
    if not locale.prefix:
        return output
    _write(site / locale.prefix / "404.html", output)
    return ""


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
