"""What a finished page depends on, as a hash: the same hash, the same page.

Everything that is not the text of the page itself goes into one hash of the site: code,
templates, styles, scripts, data, configuration, library versions, and the front matter and
citations of every page, since menus, lists and related pages show them. A change in any of
these makes every page anew; a change in the text of one page makes that page alone.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from scripts.common.cache import key_of
from scripts.content.translation import state as translation_state
from scripts.language.locales import Locale
from scripts.pipeline.context import Build, PageJob

# Files that every page may depend on.
_FOLDERS = ("scripts", "overrides", "data", "docs/assets")
_FILES = ("mkdocs.yml", "pyproject.toml", "requirements.lock")
_NAME = re.compile(r"[A-Za-z0-9_.-]+")


def site_fingerprint(build: Build, locale: Locale, config: MkDocsConfig) -> str:
    """The hash of all that the pages of one language share."""
    site = build.content.site
    return key_of(
        locale.code,
        _hash_of_files(build.project.root),
        library_versions(build.project.root),
        [config.site_name, config.site_url, config.extra.get("contact"), build.edition],
        [build.site_url, build.prints],
        [[page.path, page.meta] for page in site.pages],
        {id_: [page.key for page in pages] for id_, pages in build.cited_by(locale).items()},
    )


def page_fingerprint(site: str, job: PageJob) -> str:
    """The hash of one page, from that of its site and what is its own."""
    source, build = job.source, job.build
    state = translation_state(source, build.content.site)
    return key_of(site, source.path, source.body, build.day(source), state)


def library_versions(root: Path) -> dict[str, str]:
    """The installed version of Python and of each library that pyproject.toml names."""
    declared = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    versions = {"python": sys.version}
    for requirement in declared["project"]["dependencies"]:
        found = _NAME.match(requirement)
        name = found.group() if found else requirement
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            versions[name] = ""
    return versions


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
            left_out = {"__pycache__", "node_modules"}
            if path.is_file() and left_out.isdisjoint(path.parts):
                yield path
