"""Records as a table: what its columns are, and what stands in each cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

# Within a cell: between the values of a list, and between those of a list in a list.
BETWEEN, WITHIN = " | ", ", "

KeyPath = tuple[str, ...]


def as_table(
    records: Iterable[Mapping[str, object]], schema: dict[str, Any]
) -> Iterator[list[str]]:
    """The names of the columns, and the cells of each record."""
    paths = list(columns(schema["items"]))
    yield ["_".join(path) for path in paths]
    for record in records:
        yield [cell(record, path) for path in paths]


def columns(schema: dict[str, Any], path: KeyPath = ()) -> Iterator[KeyPath]:
    """The path to each value of a record: `summary` in two languages gives two.

    Yields:
        The keys from the record down to a value that is written in one cell.
    """
    inner = schema.get("items", schema)
    properties = inner.get("properties", {})
    # The parts of a name belong in one cell.
    if not properties or "family" in properties:
        yield path
        return
    for key, value in properties.items():
        yield from columns(value, (*path, key))


def cell(value: object, path: KeyPath, between: str = BETWEEN) -> str:
    """The text of one cell.

    Returns:
        "" where the record has nothing, `true` and `false`, names as "family, given", and
        lists with `between` between their values, `WITHIN` in a list within a list.
    """
    if isinstance(value, list):
        parts = [cell(each, path, WITHIN) for each in value]
        return between.join(parts) if any(parts) else ""
    if path:
        return cell(value.get(path[0]), path[1:], between) if isinstance(value, dict) else ""
    if isinstance(value, dict):
        return value.get("literal") or ", ".join(
            value[part] for part in ("family", "given") if part in value
        )
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
