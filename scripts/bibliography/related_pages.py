"""Finds related pages: those that cite the same sources.

A source that only two pages cite relates them closely; one that half the site cites says
nothing. So each shared source is weighted by the inverse of the number of pages that cite it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from scripts.content.pages import SourcePage

# Other types, such as lists and pages about the site, cite for reasons other than their subject.
KINDS = ("concept", "municipality", "publication", "phase-knowledge")
# The least weight: below it, the only relation is a source that many pages share.
LEAST_WEIGHT = 0.3


def related_pages(
    cited: Mapping[str, Sequence[SourcePage]], most: int = 4
) -> dict[str, list[SourcePage]]:
    """The most closely related pages of each page by its key, closest first.

    `cited` holds the pages of one language by the source they cite, `most` limits the number.
    """
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    pages: dict[str, SourcePage] = {}
    for citing in cited.values():
        subjects = [page for page in citing if page.kind in KINDS]
        for page in subjects:
            pages[page.key] = page
            for other in subjects:
                if other.key != page.key:
                    weights[page.key][other.key] += 1 / len(subjects)
    return {
        key: [pages[other] for other, weight in by_weight(related) if weight >= LEAST_WEIGHT][:most]
        for key, related in weights.items()
    }


def by_weight(related: Mapping[str, float]) -> list[tuple[str, float]]:
    """Keys and weights sorted by weight, then by key, so that builds are reproducible."""
    return sorted(related.items(), key=lambda pair: (-pair[1], pair[0]))
