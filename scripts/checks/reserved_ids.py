"""The ids that the build and the templates put on pages, which no heading may have."""

from __future__ import annotations

import re
from collections.abc import Mapping

from scripts.content.datasets import DATASETS
from scripts.content.list_parts import part_of

# Anchors that the build itself puts on pages, and that links may lead to.
BUILT_ANCHORS = frozenset({"references"})
# Written out in overrides/ and docs/assets/js.
TEMPLATE_IDS = frozenset(
    {"main", "sections", "search", "search-input", "search-hint", "script-words", "section-title"}
    | {"search-title", "find", "start-here"}
    | {"facts-title", "filter-form", "filter-text", "tip", "map-title", "map-edge", "map-land"}
    | {"evidence-map", "evidence-drawn-wide", "evidence-drawn-upright"}
    | {"timeline-wide", "timeline-upright", "related-title", "downloads-title"}
    | {"test-form", "test-result", "list-small", "your-agenda"}
)
# The notes of a page and the list of its sources.
_NUMBERED = re.compile(r"(?:cite|ref)-\d+(?:-\d+)?")
# A list of records -> how the ids begin that its template makes of what it lists.
_BEGINNINGS = {each.name: each.anchors for each in DATASETS} | {
    "pages": ("letter-",),
    "downloads": ("files-",),
}
# The lists in which the id of a record stands as it is.
_BARE = frozenset(each.name for each in DATASETS if each.has_bare_ids)


def is_taken(anchor: str, lists: set[str], records: Mapping[str, set[str]]) -> bool:
    """Whether a page that shows these lists has the id already.

    `records` are the ids of the records by data file.
    """
    lists = lists | {part_of(name).dataset for name in lists}
    return (
        anchor in BUILT_ANCHORS | TEMPLATE_IDS
        or _NUMBERED.fullmatch(anchor) is not None
        or any(anchor.startswith(_BEGINNINGS.get(name, ())) for name in lists)
        or any(anchor in records.get(name, ()) for name in lists & _BARE)
    )
