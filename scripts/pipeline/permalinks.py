"""Writes the list of permanent ids and, for a site without editions, their addresses.

An edition only lists its ids: the addresses are outside all editions, and `make publish` keeps
them there permanently (`editions/permanent.py`). A site without editions has them at its own
root, so that links in its printed files last too: a page that moves keeps its id, and pages
that are gone are explained as in data/permalinks.yml.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.content.pages import SourcePage
from scripts.content.permanent_ids import permanent_ids
from scripts.language.locales import LOCALES
from scripts.open_data.export import FOLDER as DATA
from scripts.open_data.id_index import NAME, ids_json
from scripts.pipeline.context import Build
from scripts.web.permalink_pages import UP, Lead, PermalinkPages

_ID = re.compile(r'\sid="([^"]+)"')


def write_permalinks(build: Build, site: Path) -> None:
    """Write data/ids.json, and `id/…` where there are no editions."""
    content = build.content
    anchors = {path: ids_in(text) for path, text in build.documents.items()}

    def has(page: SourcePage, anchor: str) -> bool:
        return anchor in anchors.get(page.path, ())

    named = permanent_ids(content.site, content.datasets, content.sources)
    text = ids_json(named, content.site, has, build.edition)
    files = {f"{DATA}/{NAME}": text}
    if not build.edition:
        pages = PermalinkPages(
            build.project, {locale.lang: build.words(locale) for locale in LOCALES}
        )
        files |= pages.shared()
        files |= dict(pages.file(id_, leads) for id_, leads in _leads(build, json.loads(text)))
    for name, body in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8", newline="")


def ids_in(document: str) -> set[str]:
    """The ids of the elements of a document."""
    return set(_ID.findall(document))


def _leads(build: Build, index: dict[str, Any]) -> Iterator[tuple[str, list[Lead]]]:
    known = set()
    for entry in index["ids"]:
        known.add(entry["id"])
        places = [(locale.lang, entry.get(locale.lang)) for locale in LOCALES]
        yield (
            entry["id"],
            [Lead(lang, place["title"], UP + place["url"]) for lang, place in places if place],
        )
    for rule in build.content.permalinks:
        if rule.page and not rule.anchor and rule.page not in known:
            leads = []
            for locale in LOCALES:
                words, page = build.words(locale), build.page(rule.to, locale)
                if page:
                    link = f"{UP}{page.url}#{rule.to_anchor}".rstrip("#")
                    leads.append(Lead(locale.lang, page.title, link))
                elif not rule.to:
                    text = rule.gone.get(locale.code, "")
                    home = UP + locale.prefix
                    leads.append(Lead(locale.lang, words("gone"), text=text, home=home))
            yield rule.page, leads
