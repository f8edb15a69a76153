"""What a list can be narrowed by: the values that its records have, and how many have each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# What the values that stand once are chosen by together.
OTHER = "other"


@dataclass(frozen=True)
class Choice:
    """A value of a key, in words, and how many records have it."""

    value: str
    label: str
    count: int


def choices(
    records: Iterable[Mapping[str, Any]],
    key: str,
    label: Callable[[str], str],
    *,
    order: Sequence[str] = (),
    few: bool = False,
) -> list[Choice]:
    """The values that records have under a key.

    Args:
        records: The rows of a list.
        key: The key that it is narrowed by.
        label: A value in the words of the reader.
        order: The values in the order in which they are shown; else as the records have them.
        few: Whether values that stand once are chosen together, as `OTHER`, last.
    """
    counted = Counter(str(record[key]) for record in records)
    if few:
        alone = {value for value, count in counted.items() if count == 1 or value == OTHER}
        together = sum(counted.pop(value) for value in alone)
        if together:
            counted[OTHER] = together
    named = [value for value in order if value in counted] if order else list(counted)
    return [Choice(value, label(value), counted[value]) for value in named]


def commonest(records: Iterable[Mapping[str, Any]], key: str) -> str:
    """The value that most records have under a key, the first in the alphabet of several."""
    counted = Counter(str(record[key]) for record in records)
    return min(counted, key=lambda value: (-counted[value], value))
