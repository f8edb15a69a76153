"""Cache keys of finished pages: equal hashes mean equal pages.

Everything except the text of the page itself goes into one hash of the site: code,
templates, styles, scripts, data, configuration, library versions, and the front matter and
citations of every page, since menus, lists and related pages show them. A change in any of
these rebuilds every page; a change in the text of one page rebuilds that page only. The page
of a phase also depends on the headings of its companion page, which it lists, and the page
of the sender on the last date on which any text changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from scripts.common.cache import key_of
from scripts.common.versions import code_fingerprint
from scripts.content.markdown import headings
from scripts.content.page_types import phase_pages
from scripts.content.placeholders import placeholders
from scripts.content.translation import outdated_sections, translation_status
from scripts.language.locales import Locale
from scripts.pipeline.context import Build
from scripts.pipeline.page_job import PageJob

# Files that every page may depend on.
_FOLDERS = ("overrides", "data", "docs/assets")
_FILES = ("mkdocs.yml",)


def site_fingerprint(build: Build, locale: Locale, config: MkDocsConfig) -> str:
    """The hash of everything that the pages of one language share."""
    site = build.content.site
    return key_of(
        locale.code,
        code_fingerprint(),
        _hash_of_files(build.project.root),
        [config.site_name, config.site_url, build.edition],
        [config.extra.get(key) for key in ("contact", "publisher", "editor", "reviewed", "edit")],
        [build.site_url, build.prints],
        [[page.path, page.meta] for page in site.pages],
        {id_: [page.key for page in pages] for id_, pages in build.cited_by(locale).items()},
    )


def page_fingerprint(site: str, job: PageJob) -> str:
    """The cache key of one page: the hash of the site and of the page's own text."""
    source, build = job.source, job.build
    status = (
        translation_status(source, build.content.site),
        outdated_sections(source, build.content.site),
    )
    beside = [_headings_beside(job), _last_day(job)]
    return key_of(site, source.path, source.body, build.day(source), status, beside)


def _headings_beside(job: PageJob) -> list[list[str]]:
    """The headings of a phase's companion page, which the page of the phase lists."""
    source = job.source
    pages = job.build.content.site.of(source.locale).values()
    return [
        [each.anchor, each.text]
        for page in phase_pages(pages, source).values()
        if page is not source
        for each in headings(page.body)
    ]


def _last_day(job: PageJob) -> str | None:
    """The last date on which any page changed, for pages that show it; else None."""
    shown = {found.name for found in placeholders(job.source.body)}
    return max(job.build.days_of_change.values(), default=None) if "sender" in shown else None


def _hash_of_files(root: Path) -> str:
    digest = sha256()
    for path in _files(root):
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(root: Path) -> Iterator[Path]:
    for name in _FILES:
        if (root / name).is_file():
            yield root / name
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file():
                yield path
