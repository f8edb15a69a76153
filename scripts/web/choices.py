"""Filter options of a list: the distinct values of its records, with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# The option that stands for all values that occur once.
OTHER = "other"


@dataclass(frozen=True)
class Choice:
    """A value, its label, and how many records have it."""

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
    """The distinct values of a key, as filter options.

    Args:
        records: The rows of a list.
        key: The key to filter by.
        label: Gives the label of a value in the language of the page.
        order: The values in display order; by default in order of first occurrence.
        few: Whether values that occur once are merged into `OTHER`, last.
    """
    counted = Counter(str(record[key]) for record in records)
    if few:
        alone = {value for value, count in counted.items() if count == 1 or value == OTHER}
        together = sum(counted.pop(value) for value in alone)
        if together:
            counted[OTHER] = together
    shown = [value for value in order if value in counted] if order else list(counted)
    return [Choice(value, label(value), counted[value]) for value in shown]


def commonest(records: Iterable[Mapping[str, Any]], key: str) -> str:
    """The most frequent value of a key; of several, the first in alphabetical order."""
    counted = Counter(str(record[key]) for record in records)
    return min(counted, key=lambda value: (-counted[value], value))
