"""What the site holds, as data: `data/pages.json`, a contract with tools and tests."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scripts.content.pages import Site, SourcePage
from scripts.content.translation import translation_status
from scripts.language.locales import LOCALES, other

# It grows when a field goes away or changes its meaning; a new field changes nothing for others.
CONTRACT = 1
# The forms of files to download, each a list of its own.
FORMS = ("pdf", "docx", "pptx", "xlsx", "epub", "zip")


@dataclass(frozen=True)
class PageFacts:
    """What the build knows of a page, and its text does not say.

    Attributes:
        permalink: Its permanent address, as a path from the root of the edition.
        updated: The day on which its text was last changed (ISO), None when unknown.
        reviewed: The day on which somebody last went over it, None when nobody has said.
        files: What can be downloaded, by form: address, what it is of the page, and title.
    """

    permalink: str = ""
    updated: str | None = None
    reviewed: str | None = None
    files: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)


def page_list(
    site: Site, facts: Callable[[SourcePage], PageFacts] = lambda _: PageFacts()
) -> list[dict[str, Any]]:
    """Every page of both languages, with what it is, where it stands and what it offers.

    Addresses are relative to the root of the edition, so that the list is right under any
    address; `alternate` is the same page in the other language.
    """
    entries: list[dict[str, Any]] = []
    for locale in LOCALES:
        twins = site.of(other(locale))
        for key, page in sorted(site.of(locale).items()):
            twin, known = twins.get(key), facts(page)
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
                    "alternate": twin.url if twin else None,
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
    """The file's text; sorted, so that equal content gives equal bytes."""
    content = {"contract": CONTRACT, "edition": edition, "pages": page_list(site, facts)}
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
