"""The data files that hold lists of records, checked at the door."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.common.yaml_lines import Where, YamlText

NAMES = (
    "municipalities",
    "publications",
    "phases",
    "timeline",
    "glossary",
    "open-questions",
    "people",
    "tools",
)


@dataclass
class Collections:
    """Records by data file, with the parsed files for line numbers."""

    records: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    files: dict[str, YamlText] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether every file could be read, be there faults in its records or not."""
        return all(isinstance(parsed.data, list) for parsed in self.files.values())

    def cited(self) -> set[str]:
        """Every source id in the files, also in those whose records have faults."""
        files = self.files.values()
        return {id_ for parsed in files for _, _, id_ in _sources(parsed, (), parsed.data)}

    def source_ids(self) -> Iterator[tuple[YamlText, Where, str]]:
        """Every source id that a record cites, with its place."""
        for name, parsed in self.files.items():
            for number, record in enumerate(self.records.get(name, [])):
                yield from _sources(parsed, (number,), record)


def load_collections(project: Project) -> Collections:
    """Read and check every data file of records."""
    loaded = Collections()
    for name in NAMES:
        parsed, unreadable, faulty = load_data(project, name)
        problems = unreadable or [*faulty, *_repeated_ids(parsed)]
        loaded.files[name] = parsed
        loaded.problems += problems
        loaded.records[name] = [] if problems or parsed.data is None else parsed.data
    return loaded


def _repeated_ids(parsed: YamlText) -> list[Problem]:
    seen: dict[str, int] = {}
    problems = []
    for number, record in enumerate(parsed.data if isinstance(parsed.data, list) else []):
        id_ = record.get("id") if isinstance(record, dict) else None
        if not isinstance(id_, str):
            continue
        line = parsed.line((number, "id"))
        if id_ in seen:
            what = f'the id "{id_}" stands twice (first on line {seen[id_]})'
            problems.append(Problem(parsed.path, line, what, "give one record another id"))
        seen.setdefault(id_, line)
    return problems


def sources_in(record: dict[str, Any]) -> set[str]:
    """Every source id that one record cites."""
    return {id_ for _, _, id_ in _sources(YamlText("", None), (), record)}


def _sources(parsed: YamlText, where: Where, value: Any) -> Iterator[tuple[YamlText, Where, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "sources" and isinstance(inner, list):
                for number, id_ in enumerate(inner):
                    yield parsed, (*where, key, number), str(id_)
            elif key == "source" and isinstance(inner, str):
                yield parsed, (*where, key), inner
            else:
                yield from _sources(parsed, (*where, key), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _sources(parsed, (*where, number), inner)
