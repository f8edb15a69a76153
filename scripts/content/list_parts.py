"""Lists that show a part of the records of a file: of which file, and which of them.

`{{ municipalities }}` and `{{ municipalities-others }}` share data/municipalities.yml.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

# The kinds of events that belong to MKM itself; the others are other programmes and background.
OWN_EVENTS = frozenset({"method", "municipality", "publication"})
# The status of the municipalities that the site is about; the others are told of beside them.
MODEL_MUNICIPALITIES = frozenset({"trial", "model"})

# How a text is related to MKM when it is on MKM, or to what it has little to do with; and how
# much of it was read when there is something of it to read.
_ON_MKM = frozenset({"main", "core", "case", "press"})
_AROUND = frozenset({"theory", "background"})
_READ = frozenset({"full", "part"})


class Part(NamedTuple):
    """The name of the records, and which of them the list shows."""

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
    """What a list shows, by its name in the text: all records of that name, or a part."""
    return _PARTS.get(name, Part(name, lambda each: True))


def is_readable(publication: Mapping[str, Any]) -> bool:
    """Whether some of a publication was read, so that readers can read it too."""
    return publication["read"] in _READ


def group_of(publication: Mapping[str, Any]) -> str:
    """Under which heading of the list a publication stands.

    What can be read stands apart from what could not be, on MKM and on what came later. A part
    of a publication stands with the whole, which can be opened where the part is.

    Returns:
        The end of a key `relation.…` of the messages.
    """
    relation = publication["relation"]
    if relation == "unsure":
        return "unsure"
    if not is_readable(publication) and "part_of" not in publication:
        return "named"
    if relation in _ON_MKM:
        return "found"
    return "found-around" if relation in _AROUND else "found-later"
