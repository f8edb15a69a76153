"""The index of permanent ids and their targets: `data/ids.json`, beside `data/pages.json`.

Publishing reads it too: it is the only record of the ids in an edition.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from scripts.content.list_parts import part_of
from scripts.content.pages import Site, SourcePage
from scripts.content.permanent_ids import KINDS, PermanentId
from scripts.content.placeholders import placeholders
from scripts.language.locales import LOCALES, Locale

NAME = "ids.json"
CONTRACT = 1
_LISTS = {kind: name for name, kind in KINDS.items()}


def ids_json(
    named: Iterable[PermanentId],
    site: Site,
    has: Callable[[SourcePage, str], bool],
    edition: str | None,
) -> str:
    """The JSON of the index; equal content gives equal bytes.

    Args:
        named: Everything that has a permanent id.
        site: All pages.
        has: Whether a page, as built, has an anchor.
        edition: The number of the edition, None without editions.
    """
    pages_with_list: dict[tuple[str, Locale], list[SourcePage]] = {}
    for page in site.pages:
        for name in {part_of(each.name).dataset for each in placeholders(page.body)}:
            pages_with_list.setdefault((name, page.locale), []).append(page)
    entries = [entry for each in named if (entry := _entry(each, site, has, pages_with_list))]
    content = {"contract": CONTRACT, "edition": edition, "ids": entries}
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _entry(
    thing: PermanentId,
    site: Site,
    has: Callable[[SourcePage, str], bool],
    pages_with_list: dict[tuple[str, Locale], list[SourcePage]],
) -> dict[str, Any] | None:
    """The entry of an id, with its URL per language; None if no page shows the thing."""
    entry: dict[str, Any] = {"id": thing.id, "kind": thing.kind, "anchor": thing.anchor}
    for locale in LOCALES:
        if thing.page:
            page = site.by_id(locale).get(thing.page)
        else:
            pages = pages_with_list.get((_LISTS[thing.kind], locale), [])
            page = next((each for each in pages if has(each, thing.anchor)), None)
        if page is not None:
            url = f"{page.url}#{thing.anchor}".rstrip("#")
            entry["page"] = page.id
            entry[locale.lang] = {"url": url, "title": thing.titles.get(locale.lang, page.title)}
    return entry if "page" in entry else None
