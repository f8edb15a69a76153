"""The data of the site as open files, for both languages at once: JSON, CSV and schemas."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from scripts.knowledge.catalogue import page_list, pages_json
from scripts.knowledge.check import Content

# The number of the contract: it grows when a column goes away or changes its meaning.
CONTRACT = 1
LICENCE = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
FOLDER = "data"
NAMES = ("sources", "municipalities", "publications", "timeline", "glossary", "open-questions")
# Within a cell: between the values of a list, and between those of a list in a list.
BETWEEN, WITHIN = " | ", ", "

Record = dict[str, Any]
Path = tuple[str, ...]


@dataclass(frozen=True)
class DataFile:
    """One file of open data: which set it shows, in what form, and its text when asked."""

    name: str
    dataset: str
    form: str
    media_type: str
    records: int
    schema: str
    text: Callable[[], str]


def data_files(content: Content, edition: str | None) -> list[DataFile]:
    """Every file of data, in the order in which readers meet them."""
    files: list[DataFile] = []
    for name in NAMES:
        files += _both_forms(content, name, _records(content, name))
    csl = [source.csl() for source in content.sources.values()]
    pages = page_list(content.site)
    files.append(_json("sources.csl", "sources", "CSL-JSON", len(csl), lambda: as_json(csl), "csl"))
    files.append(_json("pages", "pages", "JSON", len(pages), lambda: pages_json(content.site, edition)))
    return files


def index_json(files: list[DataFile], titles: dict[str, Any], edition: str | None) -> str:
    """What there is, for programs: every file with its size, licence and schema.

    `titles` are the names of the sets in both languages. A CSV file shows the records
    that the schema describes; its columns are the keys of the schema.
    """
    listed = [
        {
            "file": each.name,
            "title": titles[each.dataset],
            "format": each.form,
            "media_type": each.media_type,
            "records": each.records,
            "licence": LICENCE["name"],
            "licence_url": LICENCE["url"],
            "schema": each.schema,
        }
        for each in files
    ]
    return as_json({"contract": CONTRACT, "edition": edition, "licence": LICENCE, "files": listed})


def as_json(data: Any) -> str:
    """JSON that people can read too; equal data give equal bytes."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def as_csv(records: list[Record], schema: dict[str, Any]) -> str:
    """A header row and a row for each record.

    The columns come from the schema and not from the records, so that they stay the
    same when a field is not in use.
    """
    paths = list(columns(schema["items"]))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow("_".join(path) for path in paths)
    writer.writerows([cell(record, path) for path in paths] for record in records)
    return out.getvalue()


def columns(schema: dict[str, Any], path: Path = ()) -> Iterator[Path]:
    """The path to each value of a record: `summary` in two languages gives two."""
    inner = schema.get("items", schema)
    properties = inner.get("properties", {})
    # The parts of a name belong in one cell.
    if not properties or "family" in properties:
        yield path
        return
    for key, value in properties.items():
        yield from columns(value, (*path, key))


def cell(value: Any, path: Path, between: str = BETWEEN) -> str:
    """The text of one cell; "" where the record has nothing."""
    if isinstance(value, list):
        parts = [cell(each, path, WITHIN) for each in value]
        return between.join(parts) if any(parts) else ""
    if path:
        return cell(value.get(path[0]), path[1:], between) if isinstance(value, dict) else ""
    if isinstance(value, dict):
        return value.get("literal") or f"{value['family']}, {value['given']}"
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _records(content: Content, name: str) -> list[Record]:
    if name == "sources":
        return [source.record for source in content.sources.values()]
    return content.collections.records[name]


def _both_forms(content: Content, name: str, records: list[Record]) -> list[DataFile]:
    schema = json.loads(content.project.schema(name).read_text(encoding="utf-8"))
    table = DataFile(
        f"{name}.csv",
        name,
        "CSV",
        "text/csv",
        len(records),
        _schema(name),
        lambda: as_csv(records, schema),
    )
    return [_json(name, name, "JSON", len(records), lambda: as_json(records)), table]


def _json(
    name: str, dataset: str, form: str, count: int, text: Callable[[], str], schema: str = ""
) -> DataFile:
    path = _schema(schema or name)
    return DataFile(f"{name}.json", dataset, form, "application/json", count, path, text)


def _schema(name: str) -> str:
    return f"schema/{name}.schema.json"
