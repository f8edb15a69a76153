"""Which pages belong together: those that build on the same sources.

A source that two pages alone cite ties them closely; one that half the site cites says
nothing. So each shared source counts as one part in the number of pages that cite it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from scripts.content.pages import SourcePage

# Pages of lists and about the site cite for other reasons than their subject.
KINDS = ("concept", "municipality", "publication", "phase-knowledge")
# Below this, the tie is one source that many pages share.
LEAST = 0.3


def related_pages(
    cited: Mapping[str, Sequence[SourcePage]], most: int = 4
) -> dict[str, list[SourcePage]]:
    """The nearest pages of each page, by its key, nearest first.

    `cited` holds the pages of one language by the source they cite.
    """
    ties: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    pages: dict[str, SourcePage] = {}
    for citing in cited.values():
        subjects = [page for page in citing if page.kind in KINDS]
        for page in subjects:
            pages[page.key] = page
            for other in subjects:
                if other.key != page.key:
                    ties[page.key][other.key] += 1 / len(subjects)
    return {
        key: [pages[other] for other, tie in nearest(near) if tie >= LEAST][:most]
        for key, near in ties.items()
    }


def nearest(near: Mapping[str, float]) -> list[tuple[str, float]]:
    """By tie, and by key where ties are equal, so that equal content gives equal pages."""
    return sorted(near.items(), key=lambda pair: (-pair[1], pair[0]))
