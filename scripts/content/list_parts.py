"""Lists that show a subset of a data file's records.

`{{ municipalities }}` and `{{ municipalities-others }}` share data/municipalities.yml.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

# The kinds of events of MKM itself; the rest belong to other programmes and the background.
OWN_EVENTS = frozenset({"method", "municipality", "publication"})
# The status of the municipalities that the site is about; others are listed separately.
MODEL_MUNICIPALITIES = frozenset({"trial", "model"})

# The relations of a publication that is about MKM, and of one that is background; and the values
# of `read` for one that was available to read.
_ON_MKM = frozenset({"main", "core", "case", "press"})
_AROUND = frozenset({"theory", "background"})
_READ = frozenset({"full", "part"})


class Part(NamedTuple):
    """The name of the dataset, and the predicate for the records that the list shows."""

    dataset: str
    holds: Callable[[Mapping[str, Any]], bool]


_PARTS = {
    "people": Part("people", lambda each: "later" not in each),
    "people-later": Part("people", lambda each: "later" in each),
    "municipalities": Part(
        "municipalities", lambda each: each.get("status") in MODEL_MUNICIPALITIES
    ),
    "municipalities-others": Part(
        "municipalities", lambda each: each.get("status") not in MODEL_MUNICIPALITIES
    ),
    "timeline": Part("timeline", lambda each: each.get("kind") in OWN_EVENTS),
    "timeline-others": Part("timeline", lambda each: each.get("kind") not in OWN_EVENTS),
    "open-questions": Part("open-questions", lambda each: each.get("weight") != "great"),
    "open-questions-great": Part("open-questions", lambda each: each.get("weight") == "great"),
}


def part_of(name: str) -> Part:
    """The part that a list shows, by its name in the text; by default all records of that name."""
    return _PARTS.get(name, Part(name, lambda each: True))


def is_readable(publication: Mapping[str, Any]) -> bool:
    """Whether some of a publication was read, so that readers can read it too."""
    return publication["read"] in _READ


def group_of(publication: Mapping[str, Any]) -> str:
    """The group of the list that a publication belongs to.

    Publications that could not be read have a group of their own. A part of a publication is
    grouped as readable, since the whole can be opened.

    Returns:
        The last part of a message key `relation.…`.
    """
    relation = publication["relation"]
    if relation == "unsure":
        return "unsure"
    if not is_readable(publication) and "part_of" not in publication:
        return "named"
    if relation in _ON_MKM:
        return "found"
    return "found-around" if relation in _AROUND else "found-later"
