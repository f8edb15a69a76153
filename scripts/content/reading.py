"""A table of how much of the sources was read, by class of evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from scripts.content.evidence_classes import EVIDENCE_CLASSES
from scripts.content.sources import Source

# From most to least; everything below an abstract is one column.
WHOLE, PART, ABSTRACT, LESS = "full", "part", "abstract", "less"
COLUMNS = (WHOLE, PART, ABSTRACT, LESS)


def reading_rows(sources: Iterable[Source]) -> list[dict[str, Any]]:
    """A row for each class of evidence, and a total row without a class.

    Returns:
        Rows with `name` (a class, or None), `numbers` in the order of COLUMNS, and `all`.
    """
    counts = Counter(
        (source.evidence, read if (read := source.record["read"]) in COLUMNS else LESS)
        for source in sources
    )
    numbers: dict[str | None, list[int]] = {
        name: [counts[name, column] for column in COLUMNS] for name in EVIDENCE_CLASSES
    }
    numbers[None] = [sum(counts[name, column] for name in EVIDENCE_CLASSES) for column in COLUMNS]
    return [{"name": name, "numbers": found, "all": sum(found)} for name, found in numbers.items()]
