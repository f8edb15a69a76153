"""Lists the pages that cite each source."""

from __future__ import annotations

from collections import defaultdict

from scripts.content.citations import MARKS, find_citations
from scripts.content.datasets import Datasets, sources_in
from scripts.content.pages import Site, SourcePage
from scripts.content.placeholders import placeholders
from scripts.content.records import Record
from scripts.language.formats import alphabetical
from scripts.language.locales import Locale

# Parts of a record whose sources a page counts but does not name.
_COUNTED = frozenset({"known", "mkm", "place"})


def pages_by_source(site: Site, records: Datasets, locale: Locale) -> dict[str, list[SourcePage]]:
    """The pages of one language by the id of each source that they cite.

    A page cites the sources of its text, its fact box and its lists, unless these only count
    the sources.

    Returns:
        Pages by source id, without duplicates, sorted by title. Sources that no page cites are
        left out; unknown ids are not.
    """
    citing_pages: dict[str, set[str]] = defaultdict(set)
    pages = site.of(locale)
    for key, page in pages.items():
        for citation in find_citations(page.body):
            for cite in citation.cites:
                # Editorial markers are not sources.
                if cite.id not in MARKS:
                    citing_pages[cite.id].add(key)
        for id_ in sorted(_from_records(page, records)):
            citing_pages[id_].add(key)
    return {
        id_: sorted(
            (pages[key] for key in keys), key=lambda page: (alphabetical(page.title), page.key)
        )
        for id_, keys in citing_pages.items()
    }


def _from_records(page: SourcePage, records: Datasets) -> set[str]:
    ids: set[str] = set()
    own_record = records.record_of(page)
    if own_record is not None:
        ids.update(_named_sources(own_record))
    for citing_pages in placeholders(page.body):
        for record in records.shown_on(page, citing_pages.name):
            ids.update(_named_sources(record))
    return ids


def _named_sources(record: Record) -> set[str]:
    return sources_in({key: value for key, value in record.items() if key not in _COUNTED})
