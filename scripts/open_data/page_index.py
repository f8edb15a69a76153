"""What the site holds, as data: `data/pages.json`, a contract with tools and tests."""

from __future__ import annotations

import json

from scripts.content.pages import Site
from scripts.content.translation import state
from scripts.language.locales import LOCALES, other

CONTRACT = 1


def page_list(site: Site) -> list[dict[str, str | None]]:
    """Every page of both languages: id, kind, lang, url, title, source, state.

    `url` is relative to the root of the edition, so that the list is right under
    any address; `alternate` is the same page in the other language.
    """
    entries: list[dict[str, str | None]] = []
    for locale in LOCALES:
        twins = site.of(other(locale))
        for key, page in sorted(site.of(locale).items()):
            twin = twins.get(key)
            entries.append(
                {
                    "id": page.id,
                    "kind": page.kind,
                    "lang": locale.lang,
                    "url": page.url,
                    "title": page.title,
                    "description": page.text("description"),
                    "source": page.path,
                    "alternate": twin.url if twin else None,
                    "translation": state(page, site),
                }
            )
    return entries


def pages_json(site: Site, edition: str | None) -> str:
    """The file's text; sorted, so that equal content gives equal bytes."""
    content = {"contract": CONTRACT, "edition": edition, "pages": page_list(site)}
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
