"""Naming conventions of a page's neighbours: English folder and id prefix."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable

from scripts.content.datasets import BY_PAGE_TYPE
from scripts.content.pages import Site, SourcePage
from scripts.language.locales import ENGLISH

# Pages of these types have a proper name as slug, the same in both languages.
_NAMED_TYPES = frozenset({"municipality", "publication"})
# A prefix is a convention if at least this share of ids have it, and there are so many ids.
_LEAST_SHARE, _FEWEST_IDS = 0.7, 2


def is_name(kind: str) -> bool:
    """Whether pages of a type have a proper name as slug, the same in both languages."""
    return kind in _NAMED_TYPES


def english_folder(site: Site, folder: str, excluded: SourcePage | None = None) -> str | None:
    """The English folder of most pages in a folder, from their English addresses.

    None where the folder has no pages; `but` is the page in question and is not counted.
    """
    if not folder:
        return ""
    parents = Counter(
        posixpath.dirname(page.text("url").rstrip("/"))
        if posixpath.basename(page.key) != "index.md"
        else page.text("url").rstrip("/")
        for page in site.of(ENGLISH).values()
        if posixpath.dirname(page.key) == folder and page is not excluded and page.text("url")
    )
    return parents.most_common(1)[0][0] if parents else None


def id_prefix(site: Site, folder: str, kind: str) -> str:
    """The common id prefix of a page type or folder, such as `method-`; "" if there is none."""
    if kind in BY_PAGE_TYPE:
        return f"{kind.partition('-')[0]}-"
    pages = site.of(ENGLISH).values()
    beside = [
        page
        for page in pages
        if posixpath.dirname(page.key) == folder and not page.key.endswith("index.md")
    ]
    return _common_prefix(page.id for page in beside if page.kind == kind) or _common_prefix(
        page.id for page in pages if page.kind == kind != "concept"
    )


def _common_prefix(ids: Iterable[str]) -> str:
    known = [id_ for id_ in ids if id_]
    first = Counter(id_.partition("-")[0] for id_ in known if "-" in id_)
    if len(known) < _FEWEST_IDS or not first:
        return ""
    word, number = first.most_common(1)[0]
    return f"{word}-" if number >= _LEAST_SHARE * len(known) else ""
