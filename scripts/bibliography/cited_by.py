"""Which pages cite which source."""

from __future__ import annotations

from collections import defaultdict

from scripts.content.citations import MARKS, find_citations
from scripts.content.datasets import Datasets, sources_in
from scripts.content.pages import Site, SourcePage
from scripts.content.placeholders import placeholders
from scripts.content.records import Record
from scripts.language.formats import alphabetical
from scripts.language.locales import Locale

# Of the sources in these parts of a record a page says how many there are, and names none.
_COUNTED = frozenset({"known", "mkm", "place"})


def pages_by_source(site: Site, records: Datasets, locale: Locale) -> dict[str, list[SourcePage]]:
    """Which pages of one language cite which source.

    A page cites what its text cites, what its fact box cites, and what the lists on it
    cite, where they name the sources and do not only count them.

    Returns:
        Pages by the id of the source, each once, in the order of their titles. An id that no
        page cites is left out; an id that is no source is not.
    """
    found: dict[str, set[str]] = defaultdict(set)
    pages = site.of(locale)
    for key, page in pages.items():
        for citation in find_citations(page.body):
            for cite in citation.cites:
                # What is this site's own ties no pages together.
                if cite.id not in MARKS:
                    found[cite.id].add(key)
        for id_ in sorted(_from_records(page, records)):
            found[id_].add(key)
    return {
        id_: sorted(
            (pages[key] for key in keys), key=lambda page: (alphabetical(page.title), page.key)
        )
        for id_, keys in found.items()
    }


def _from_records(page: SourcePage, records: Datasets) -> set[str]:
    ids: set[str] = set()
    own = records.record_of(page)
    if own is not None:
        ids.update(_named(own))
    for found in placeholders(page.body):
        for record in records.shown_on(page, found.name):
            ids.update(_named(record))
    return ids


def _named(record: Record) -> set[str]:
    return sources_in({key: value for key, value in record.items() if key not in _COUNTED})
