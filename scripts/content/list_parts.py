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
