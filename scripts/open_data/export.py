"""The data of the site as open files, for both languages: JSON, CSV, Excel and schemas."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.common.paths import Project
from scripts.content import licence
from scripts.content.datasets import DATASETS
from scripts.content.load import Content
from scripts.content.permanent_ids import permanent_ids
from scripts.content.records import Localised
from scripts.content.source_addresses import with_archive
from scripts.open_data.spreadsheet import as_xlsx
from scripts.open_data.table import as_table

# The number of the contract: it grows when a column goes away or changes its meaning.
CONTRACT = 1
LICENCE = {"name": licence.NAME, "url": licence.URL}
FOLDER, INDEX = "data", "index.json"
NAMES = tuple(each.name for each in DATASETS if each.is_published)

_MEDIA_TYPES = {
    "CSV": "text/csv",
    "Excel": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

# A row of the table for readers, as its template is told it.
TableRow = dict[str, Any]


@dataclass(frozen=True)
class DataFile:
    """One file of open data; `content` gives it, or is None where another step writes it."""

    name: str
    dataset: str
    form: str
    records: int
    schema: str
    content: Callable[[], str | bytes] | None

    def text(self) -> str:
        """The file as text; a spreadsheet is none."""
        content = self.content() if self.content else ""
        return content if isinstance(content, str) else ""

    def data(self) -> bytes | None:
        """The bytes of the file, None where another step writes it."""
        if self.content is None:
            return None
        content = self.content()
        return content.encode() if isinstance(content, str) else content

    @property
    def media_type(self) -> str:
        """What a server should call it."""
        return _MEDIA_TYPES.get(self.form, "application/json")

    @property
    def schema_file(self) -> str:
        """Where its schema lies beside it."""
        return f"schema/{self.schema}.schema.json"


def data_files(content: Content) -> list[DataFile]:
    """Every file of data, in the order in which readers meet them."""
    files: list[DataFile] = []
    for name in NAMES:
        files += _forms(content, name)
    ids = permanent_ids(content.site, content.datasets, content.sources)
    counts = {"pages": len(content.site.pages), "ids": len(ids)}
    return files + [
        DataFile(f"{each}.json", each, "JSON", counts[each], each, None) for each in counts
    ]


def published_schemas(files: list[DataFile], project: Project) -> dict[str, str]:
    """The schemas of the files by path: the same that check what editors write."""
    return {
        each.schema_file: project.schema(each.schema).read_text(encoding="utf-8") for each in files
    }


def table_rows(files: list[DataFile], link: Callable[[str], str]) -> list[TableRow]:
    """What readers are shown of the files: a row for each set, and one for the index."""
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
    """The names of the sets in both languages, by set."""
    return {name: interface[f"data.{name}"] for name in (*NAMES, "pages", "ids")}


def index_json(files: list[DataFile], names: Mapping[str, Localised], edition: str | None) -> str:
    """What there is, for programs: every file with its size, licence and schema.

    `names` are those of the sets in both languages. A CSV file shows the records
    that the schema describes; its columns are the keys of the schema.
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
    """JSON that people can read too; equal data give equal bytes."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def as_csv(records: Iterable[Mapping[str, object]], schema: dict[str, Any]) -> str:
    """A header row and a row for each record.

    The columns come from the schema and not from the records, so that they stay the
    same when a field is not in use.

    Returns:
        Comma-separated values whose lines end in CRLF (RFC 4180), without a byte order mark.
    """
    out = io.StringIO()
    csv.writer(out).writerows(as_table(records, schema))
    return out.getvalue()


def _forms(content: Content, name: str) -> list[DataFile]:
    is_sources = name == "sources"
    sources = list(content.sources.values())
    records: Sequence[Mapping[str, object]] = (
        [each.record for each in sources] if is_sources else content.datasets.of(name)
    )
    by_schema = json.loads(content.project.schema(name).read_text(encoding="utf-8"))

    def file(suffix: str, form: str, schema: str, of: Callable[[], str | bytes]) -> DataFile:
        return DataFile(name + suffix, name, form, len(records), schema, of)

    def spreadsheet() -> bytes:
        heads, *rows = as_table(records, by_schema)
        return as_xlsx(name, heads, rows)

    files = [
        file(".json", "JSON", name, lambda: as_json(records)),
        file(".csv", "CSV", name, lambda: as_csv(records, by_schema)),
        file(".xlsx", "Excel", name, spreadsheet),
    ]
    if is_sources:
        copies = content.addresses
        items = [with_archive(each.csl(), copies.get(each.id)) for each in sources]
        files.append(file(".csl.json", "CSL-JSON", "csl", lambda: as_json(items)))
    return files
