"""Which pages cite which source."""

from __future__ import annotations

from collections import defaultdict

from scripts.content.citations import MARKS, find_citations
from scripts.content.datasets import BY_PAGE_TYPE, Datasets, sources_in
from scripts.content.list_parts import part_of
from scripts.content.pages import Site, SourcePage
from scripts.content.placeholders import placeholders
from scripts.language.formats import alphabetical
from scripts.language.locales import Locale

# Of the sources in these records a page says how many there are, and names none.
_COUNTED = frozenset({"phases", "tools"})
_COUNTED_IN_LISTS = _COUNTED | {"municipalities"}


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
    if own is not None and BY_PAGE_TYPE[page.kind] not in _COUNTED:
        ids.update(sources_in(own))
    for found in placeholders(page.body):
        if part_of(found.name).dataset in _COUNTED_IN_LISTS:
            continue
        for record in records.shown_on(page, found.name):
            ids.update(sources_in(record))
    return ids
