"""Every permanent id and where it leads, as data: `data/ids.json`, beside `data/pages.json`.

Publishing reads it too: it is all that an edition says of what it has under which id.
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
    """The file's text; sorted, so that equal content gives equal bytes.

    Args:
        named: What has a permanent id.
        site: All pages.
        has: Whether an anchor stands on a page, as it was built.
        edition: The number, None where there are no editions.
    """
    showing: dict[tuple[str, Locale], list[SourcePage]] = {}
    for page in site.pages:
        for name in {part_of(found.name).dataset for found in placeholders(page.body)}:
            showing.setdefault((name, page.locale), []).append(page)
    listed = [entry for each in named if (entry := _entry(each, site, has, showing))]
    content = {"contract": CONTRACT, "edition": edition, "ids": listed}
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _entry(
    thing: PermanentId,
    site: Site,
    has: Callable[[SourcePage, str], bool],
    showing: dict[tuple[str, Locale], list[SourcePage]],
) -> dict[str, Any] | None:
    """An id with its place in each language; None for what no page shows."""
    entry: dict[str, Any] = {"id": thing.id, "kind": thing.kind, "anchor": thing.anchor}
    for locale in LOCALES:
        if thing.page:
            page = site.by_id(locale).get(thing.page)
        else:
            pages = showing.get((_LISTS[thing.kind], locale), [])
            page = next((each for each in pages if has(each, thing.anchor)), None)
        if page is not None:
            url = f"{page.url}#{thing.anchor}".rstrip("#")
            entry["page"] = page.id
            entry[locale.lang] = {"url": url, "title": thing.titles.get(locale.lang, page.title)}
    return entry if "page" in entry else None
