"""Element ids that the build and the templates use, which no heading may have."""

from __future__ import annotations

import re
from collections.abc import Mapping

from scripts.content.datasets import DATASETS
from scripts.content.list_parts import part_of

# Anchors that the build adds to pages, and that links may lead to.
BUILT_ANCHORS = frozenset({"references"})
# Hard-coded in overrides/ and docs/assets/js.
TEMPLATE_IDS = frozenset(
    {"main", "sections", "search", "search-input", "search-hint", "section-title"}
    | {"search-title", "find", "start-here"}
    | {"facts-title", "filter-form", "filter-text", "tip", "map-title", "map-edge", "map-land"}
    | {"evidence-map", "evidence-drawn-wide", "evidence-drawn-upright"}
    | {"timeline-wide", "timeline-upright", "related-title", "downloads-title"}
    | {"test-form", "test-result", "list-small", "your-agenda"}
)
# Notes and entries in the reference list.
_NOTE_ID = re.compile(r"(?:cite|ref)-\d+(?:-\d+)?")
# Name of a list -> prefixes of the ids that its template generates.
_PREFIXES = {each.name: each.anchors for each in DATASETS} | {
    "pages": ("letter-",),
    "downloads": ("files-",),
}
# Lists whose template uses record ids without a prefix.
_UNPREFIXED = frozenset(each.name for each in DATASETS if each.has_bare_ids)


def is_taken(anchor: str, lists: set[str], records: Mapping[str, set[str]]) -> bool:
    """Whether an anchor is in use on a page that shows these lists.

    `records` maps data files to record ids.
    """
    lists = lists | {part_of(name).dataset for name in lists}
    return (
        anchor in BUILT_ANCHORS | TEMPLATE_IDS
        or _NOTE_ID.fullmatch(anchor) is not None
        or any(anchor.startswith(_PREFIXES.get(name, ())) for name in lists)
        or any(anchor in records.get(name, ()) for name in lists & _UNPREFIXED)
    )
