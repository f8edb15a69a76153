"""The data files that hold lists of records, checked at the door."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.common.yaml_lines import Where, YamlText
from scripts.content.pages import SourcePage


@dataclass(frozen=True)
class Dataset:
    """One file of records: `data/<name>.yml`, its schema, and the list `{{ <name> }}`.

    `page_type` is the type of the pages that are about one record each, `is_published` says
    that it goes out as open data. The list of a dataset makes anchors on its page: `anchors`
    is how they begin, and `has_bare_ids` says that ids of records stand there as they are.
    """

    name: str
    page_type: str = ""
    is_published: bool = False
    anchors: tuple[str, ...] = ()
    has_bare_ids: bool = False


# The one place where a data file is added. Open data goes out in this order.
DATASETS = (
    Dataset("sources", is_published=True, anchors=("source-",)),
    Dataset("municipalities", "municipality", is_published=True, anchors=("filter-",)),
    Dataset(
        "publications",
        "publication",
        is_published=True,
        anchors=("list-", "filter-"),
        has_bare_ids=True,
    ),
    Dataset("phases", "phase"),
    Dataset("timeline", is_published=True, anchors=("event-",)),
    Dataset("glossary", is_published=True, anchors=("term-",)),
    Dataset("open-questions", is_published=True, anchors=("question-", "list-")),
    Dataset("people", anchors=("list-",), has_bare_ids=True),
    Dataset("tools", "tool"),
)
BY_PAGE_TYPE = {each.page_type: each.name for each in DATASETS if each.page_type}
# Sources are cited by all others and checked by themselves (content/sources.py).
NAMES = tuple(each.name for each in DATASETS if each.name != "sources")


@dataclass
class Datasets:
    """Records by data file, with the parsed files for line numbers."""

    records: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    files: dict[str, YamlText] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether every file could be read, be there faults in its records or not."""
        return all(isinstance(parsed.data, list) for parsed in self.files.values())

    def record_of(self, page: SourcePage) -> dict[str, Any] | None:
        """The record that a page is about, None if it is about none or names an unknown one."""
        listed = self.records.get(BY_PAGE_TYPE.get(page.kind, ""), [])
        id_ = page.text("record")
        return next((record for record in listed if record["id"] == id_), None)

    def tools_of(self, phase_id: str) -> list[dict[str, Any]]:
        """The tools that a phase uses, in the order of data/tools.yml."""
        return [tool for tool in self.records["tools"] if phase_id in tool["phases"]]

    def cited(self) -> set[str]:
        """Every source id in the files, also in those whose records have faults."""
        files = self.files.values()
        return {id_ for parsed in files for _, _, id_ in _sources(parsed, (), parsed.data)}

    def source_ids(self) -> Iterator[tuple[YamlText, Where, str]]:
        """Every source id that a record cites, with its place."""
        for name, parsed in self.files.items():
            for number, record in enumerate(self.records.get(name, [])):
                yield from _sources(parsed, (number,), record)


def load_datasets(project: Project) -> Datasets:
    """Read and check every data file of records."""
    loaded = Datasets()
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
