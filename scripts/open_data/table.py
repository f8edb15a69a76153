"""Flattens records into a table, with columns from their schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

# Separators in a cell: of the items of a list, and of a nested list.
BETWEEN, WITHIN = " | ", ", "

KeyPath = tuple[str, ...]


def as_table(
    records: Iterable[Mapping[str, object]], schema: dict[str, Any]
) -> Iterator[list[str]]:
    """The header row, then the cells of each record."""
    paths = list(columns(schema["items"]))
    yield ["_".join(path) for path in paths]
    for record in records:
        yield [cell(record, path) for path in paths]


def columns(schema: dict[str, Any], path: KeyPath = ()) -> Iterator[KeyPath]:
    """The key paths of all columns: `summary` in two languages gives two.

    Yields:
        The keys from the record to a value that goes into one cell.
    """
    inner = schema.get("items", schema)
    properties = inner.get("properties", {})
    # The parts of a person's name share a cell.
    if not properties or "family" in properties:
        yield path
        return
    for key, value in properties.items():
        yield from columns(value, (*path, key))


def cell(value: object, path: KeyPath, between: str = BETWEEN) -> str:
    """The text of one cell.

    Returns:
        "" for a missing value; `true` or `false`; names as "family, given"; lists joined with
        `between`, nested lists with `WITHIN`.
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
