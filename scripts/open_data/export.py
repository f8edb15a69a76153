"""Exports the data of the site as open data, for both languages: JSON, CSV, Excel, schemas."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.common.cache import key_of
from scripts.common.file_cache import FileCache
from scripts.common.paths import Project
from scripts.common.versions import code_fingerprint
from scripts.content import licence
from scripts.content.datasets import DATASETS
from scripts.content.load import Content
from scripts.content.permanent_ids import permanent_ids
from scripts.content.records import Localised
from scripts.content.source_addresses import with_archive
from scripts.open_data.spreadsheet import as_xlsx
from scripts.open_data.table import as_table

# The version of the contract, increased when a column is removed or changes its meaning.
CONTRACT = 1
LICENCE = {"name": licence.NAME, "url": licence.URL}
FOLDER, INDEX = "data", "index.json"
NAMES = tuple(each.name for each in DATASETS if each.is_published)

_MEDIA_TYPES = {
    "CSV": "text/csv",
    "Excel": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

# A row of the table of files, for its template.
TableRow = dict[str, Any]


@dataclass(frozen=True)
class DataFile:
    """One file of open data; `content` renders it, or is None if another step writes it."""

    name: str
    dataset: str
    form: str
    records: int
    schema: str
    content: Callable[[], str | bytes] | None

    def text(self) -> str:
        """The file as text, "" if it is binary or written by another step."""
        content = self.content() if self.content else ""
        return content if isinstance(content, str) else ""

    def data(self) -> bytes | None:
        """The bytes of the file, None if another step writes it."""
        if self.content is None:
            return None
        content = self.content()
        return content.encode() if isinstance(content, str) else content

    @property
    def media_type(self) -> str:
        """The media type (Content-Type)."""
        return _MEDIA_TYPES.get(self.form, "application/json")

    @property
    def schema_file(self) -> str:
        """The path of its schema, relative to the folder of the file."""
        return f"schema/{self.schema}.schema.json"


def data_files(content: Content) -> list[DataFile]:
    """All files, in the order in which they are listed."""
    files: list[DataFile] = []
    for name in NAMES:
        files += _formats(content, name)
    ids = permanent_ids(content.site, content.datasets, content.sources)
    counts = {"pages": len(content.site.pages), "ids": len(ids)}
    return files + [
        DataFile(f"{each}.json", each, "JSON", counts[each], each, None) for each in counts
    ]


def published_schemas(files: list[DataFile], project: Project) -> dict[str, str]:
    """The schemas of the files by path, the same that validate the data of the project."""
    return {
        each.schema_file: project.schema(each.schema).read_text(encoding="utf-8") for each in files
    }


def table_rows(files: list[DataFile], link: Callable[[str], str]) -> list[TableRow]:
    """The table of files for readers: a row per dataset, and one for the index."""
    rows: dict[str, TableRow] = {}
    for each in files:
        row: TableRow = {"name": each.dataset, "records": each.records, "files": [], "schemas": {}}
        row = rows.setdefault(each.dataset, row)
        data = each.data()
        size = None if data is None else max(round(len(data) / 1000), 1)
        row["files"].append({"form": each.form, "link": link(each.name), "size": size})
        row["schemas"][link(each.schema_file)] = each.schema
    index = {"form": "JSON", "link": link(INDEX)}
    return [*rows.values(), {"name": "index", "records": len(files), "files": [index]}]


def titles(interface: Mapping[str, Localised]) -> dict[str, Localised]:
    """The titles of the datasets in both languages, by dataset."""
    return {name: interface[f"data.{name}"] for name in (*NAMES, "pages", "ids")}


def index_json(files: list[DataFile], names: Mapping[str, Localised], edition: str | None) -> str:
    """The machine-readable index: every file with its number of records, licence and schema.

    `names` are the titles of the datasets. A CSV file has the records that its schema describes,
    with the keys of the schema as columns.
    """
    listed = [
        {
            "file": each.name,
            "title": names[each.dataset],
            "format": each.form,
            "media_type": each.media_type,
            "records": each.records,
            "licence": LICENCE["name"],
            "licence_url": LICENCE["url"],
            "schema": each.schema_file,
        }
        for each in files
    ]
    return as_json({"contract": CONTRACT, "edition": edition, "licence": LICENCE, "files": listed})


def as_json(data: object) -> str:
    """Indented JSON; equal data give equal bytes."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def as_csv(records: Iterable[Mapping[str, object]], schema: dict[str, Any]) -> str:
    """A header row and a row per record.

    The columns come from the schema and not from the records, so that they do not depend on
    which fields are in use.

    Returns:
        CSV with CRLF line endings (RFC 4180), without a byte order mark.
    """
    out = io.StringIO()
    csv.writer(out).writerows(as_table(records, schema))
    return out.getvalue()


def _formats(content: Content, name: str) -> list[DataFile]:
    """The files of one dataset, one per format."""
    is_sources = name == "sources"
    sources = list(content.sources.values())
    records: Sequence[Mapping[str, object]] = (
        [each.record for each in sources] if is_sources else content.datasets.of(name)
    )
    parsed_schema = json.loads(content.project.schema(name).read_text(encoding="utf-8"))

    def file(suffix: str, form: str, schema: str, render: Callable[[], str | bytes]) -> DataFile:
        return DataFile(name + suffix, name, form, len(records), schema, render)

    def spreadsheet() -> bytes:
        heads, *rows = as_table(records, parsed_schema)
        cache = FileCache(content.project.root, "tables")
        key = key_of(code_fingerprint(), name, heads, rows)
        return cache.get(key) or cache.put(key, as_xlsx(name, heads, rows))

    files = [
        file(".json", "JSON", name, lambda: as_json(records)),
        file(".csv", "CSV", name, lambda: as_csv(records, parsed_schema)),
        file(".xlsx", "Excel", name, spreadsheet),
    ]
    if is_sources:
        copies = content.addresses
        items = [with_archive(each.csl(), copies.get(each.id)) for each in sources]
        files.append(file(".csl.json", "CSL-JSON", "csl", lambda: as_json(items)))
    return files
