"""How pages are named: what the folder of a page is called in English, and how ids begin there."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable

from scripts.content.datasets import BY_PAGE_TYPE
from scripts.content.pages import Site, SourcePage
from scripts.language.locales import ENGLISH

# Pages of these types are called after a name, which is the same in both languages.
_CALLED_AFTER_NAMES = frozenset({"municipality", "publication"})
# A word before most ids of a folder is a custom, before some a chance.
_MOST, _FEWEST = 0.7, 2


def is_name(kind: str) -> bool:
    """Whether pages of a type are called after a name, the same in both languages."""
    return kind in _CALLED_AFTER_NAMES


def english_folder(site: Site, folder: str, but: SourcePage | None = None) -> str | None:
    """What most pages of a folder have before the last part of their English address.

    None where there are no pages in the folder; `but` is left out, since it is asked about.
    """
    if not folder:
        return ""
    found = Counter(
        posixpath.dirname(page.text("url").rstrip("/"))
        if posixpath.basename(page.key) != "index.md"
        else page.text("url").rstrip("/")
        for page in site.of(ENGLISH).values()
        if posixpath.dirname(page.key) == folder and page is not but and page.text("url")
    )
    return found.most_common(1)[0][0] if found else None


def id_prefix(site: Site, folder: str, kind: str) -> str:
    """How the ids of pages of a type begin, or those of a folder: `method-`; "" if each differs."""
    if kind in BY_PAGE_TYPE:
        return f"{kind.partition('-')[0]}-"
    pages = site.of(ENGLISH).values()
    beside = [
        page
        for page in pages
        if posixpath.dirname(page.key) == folder and not page.key.endswith("index.md")
    ]
    return _common(page.id for page in beside if page.kind == kind) or _common(
        page.id for page in pages if page.kind == kind != "concept"
    )


def _common(ids: Iterable[str]) -> str:
    known = [id_ for id_ in ids if id_]
    first = Counter(id_.partition("-")[0] for id_ in known if "-" in id_)
    if len(known) < _FEWEST or not first:
        return ""
    word, number = first.most_common(1)[0]
    return f"{word}-" if number >= _MOST * len(known) else ""
