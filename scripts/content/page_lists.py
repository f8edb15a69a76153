"""The list of all pages, as readers look them up."""

from __future__ import annotations

from typing import Any

from scripts.content.pages import Site
from scripts.language.formats import alphabetical
from scripts.language.locales import Locale


def pages_by_title(site: Site, locale: Locale) -> list[dict[str, Any]]:
    """The pages of one language in alphabetical order (Norwegian: … z, æ, ø, å)."""
    pages = [page for page in site.pages if page.locale is locale]
    pages.sort(key=lambda page: (alphabetical(page.title), page.url))
    return [
        {
            "id": page.id,
            "title": page.title,
            "kind": page.kind,
            "only": bool(page.only),
            "letter": alphabetical(page.title[:1]),
            "shown_letter": page.title[:1].upper(),
        }
        for page in pages
    ]
