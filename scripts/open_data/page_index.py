"""The index of all pages: `data/pages.json`, a contract with tools and tests."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scripts.content.pages import Site, SourcePage
from scripts.content.translation import translation_status
from scripts.language.locales import LOCALES, other

# The version, increased when a field is removed or changes its meaning; new fields do not count.
CONTRACT = 1
# The formats of downloadable files, each with a list of its own.
FORMS = ("pdf", "docx", "pptx", "xlsx", "epub", "zip")


@dataclass(frozen=True)
class PageFacts:
    """Facts on a page that come from the build and not from its source.

    Attributes:
        permalink: Its permanent address, as a path from the root of the edition.
        updated: The date on which its text was last changed (ISO), None if unknown.
        reviewed: The date of its last review (ISO), None if there was none.
        files: The downloadable files by format: address, role and title.
    """

    permalink: str = ""
    updated: str | None = None
    reviewed: str | None = None
    files: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)


def page_list(
    site: Site, facts: Callable[[SourcePage], PageFacts] = lambda _: PageFacts()
) -> list[dict[str, Any]]:
    """The entries of all pages in both languages.

    URLs are relative to the root of the edition, so that the list is independent of the host;
    `alternate` is the translation of the page.
    """
    entries: list[dict[str, Any]] = []
    for locale in LOCALES:
        translations = site.of(other(locale))
        for key, page in sorted(site.of(locale).items()):
            translation, known = translations.get(key), facts(page)
            entries.append(
                {
                    "id": page.id,
                    "kind": page.kind,
                    "lang": locale.lang,
                    "url": page.url,
                    "permalink": known.permalink,
                    "title": page.title,
                    "description": page.text("description"),
                    "source": page.path,
                    "alternate": translation.url if translation else None,
                    "translation": translation_status(page, site),
                    "updated": known.updated,
                    "reviewed": known.reviewed,
                    **{form: [dict(each) for each in known.files.get(form, ())] for form in FORMS},
                }
            )
    return entries


def pages_json(
    site: Site,
    edition: str | None,
    facts: Callable[[SourcePage], PageFacts] = lambda _: PageFacts(),
) -> str:
    """The JSON of the index; equal content gives equal bytes."""
    content = {"contract": CONTRACT, "edition": edition, "pages": page_list(site, facts)}
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
