"""The data files that hold lists of records, validated when they are loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypedDict, TypeVar, cast

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.common.yaml_lines import Where, YamlText
from scripts.content.list_parts import part_of
from scripts.content.pages import SourcePage
from scripts.content.records import Record, RecordSets, Tool


@dataclass(frozen=True)
class Dataset:
    """One file of records: `data/<name>.yml`, its schema, and the list `{{ <name> }}`.

    `page_types` are the types of pages that are about one record each, `is_published` means
    that it is exported as open data, `is_listed` that it has a list. That list adds anchors to
    its page: `anchors` are their prefixes, and with `has_bare_ids` the ids of records are
    anchors too.
    """

    name: str
    page_types: tuple[str, ...] = ()
    is_published: bool = False
    is_listed: bool = True
    anchors: tuple[str, ...] = ()
    has_bare_ids: bool = False


# The registry of data files, in the order in which open data is exported.
DATASETS = (
    Dataset("sources", is_published=True, anchors=("source-", "list-")),
    Dataset(
        "municipalities",
        ("municipality",),
        is_published=True,
        anchors=("filter-", "municipality-"),
    ),
    Dataset(
        "publications",
        ("publication",),
        is_published=True,
        anchors=("list-", "filter-"),
        has_bare_ids=True,
    ),
    Dataset("phases", ("phase", "phase-knowledge")),
    Dataset("timeline", is_published=True, anchors=("event-",)),
    Dataset("glossary", is_published=True, anchors=("term-",)),
    Dataset("open-questions", is_published=True, anchors=("question-", "list-")),
    Dataset("people", anchors=("list-",), has_bare_ids=True),
    Dataset("tools", ("tool",)),
    Dataset("papers"),
    Dataset("materials", is_listed=False),
    Dataset("short-forms"),
    Dataset("letters", is_listed=False),
    Dataset("self-test", anchors=("test-",)),
    Dataset("own-agendas"),
    Dataset("building-blocks"),
    Dataset("findings", is_published=True, is_listed=False),
    Dataset("source-addresses", is_published=True, is_listed=False),
)
BY_PAGE_TYPE = {type_: each.name for each in DATASETS for type_ in each.page_types}
# Sources are cited by all others and validated separately (content/sources.py).
NAMES = tuple(each.name for each in DATASETS if each.name != "sources")


class _Identified(TypedDict):
    """The key that all records have."""

    id: str


_R = TypeVar("_R", bound=_Identified)


@dataclass
class Datasets:
    """Records by data file, with the parsed files for line numbers.

    `records` leaves out files with problems: what it holds has passed its schema, and has the
    type generated from it.
    """

    records: RecordSets = field(default_factory=RecordSets)
    files: dict[str, YamlText] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether every file could be read, even if records in it are invalid."""
        return all(
            isinstance(parsed.data, list) and all(isinstance(each, dict) for each in parsed.data)
            for parsed in self.files.values()
        )

    def of(self, name: str) -> list[Record]:
        """The records of one data file, none if there is no such file."""
        return cast("dict[str, list[Record]]", self.records).get(name, [])

    def shown_on(self, page: SourcePage, name: str) -> list[Record]:
        """The records that a list on a page shows: those of its part and the page's `relations`."""
        relations, part = page.meta.get("relations"), part_of(name)
        return [
            each
            for each in self.of(part.dataset)
            if part.holds(each) and (not relations or each.get("relation") in relations)
        ]

    def as_written(self, name: str) -> list[tuple[int, dict[str, Any]]]:
        """The raw records of a file with their index, including invalid ones.

        For checks that do not depend on the schema: no value is guaranteed to be valid.
        """
        parsed = self.files.get(name)
        record = parsed.data if parsed and isinstance(parsed.data, list) else []
        return [(number, each) for number, each in enumerate(record) if isinstance(each, dict)]

    def record_of(self, page: SourcePage) -> Record | None:
        """The record that a page is about, None if it is about none or names an unknown one."""
        return find_record(self.of(BY_PAGE_TYPE.get(page.kind, "")), page)

    def tools_of(self, phase_id: str) -> list[Tool]:
        """The tools that a phase uses, in the order of data/tools.yml."""
        return tools_of(self.records, phase_id)

    def cited(self) -> set[str]:
        """Every source id in the files, including those of invalid records."""
        files = self.files.values()
        return {id_ for parsed in files for _, _, id_ in _sources(parsed, (), parsed.data)}

    def source_ids(self) -> Iterator[tuple[YamlText, Where, str]]:
        """Every source id that a record cites, with its path; invalid records are included."""
        for name, parsed in self.files.items():
            for number, record in self.as_written(name):
                yield from _sources(parsed, (number,), record)


def find_record(records: Iterable[_R], page: SourcePage) -> _R | None:
    """The record that a page names in its front matter, None if it is not among these."""
    id_ = page.text("record")
    return next((record for record in records if record["id"] == id_), None)


def own_record(records: Iterable[_R], page: SourcePage) -> _R:
    """The record that a page names in its front matter.

    Raises:
        LookupError: the page names none of these, which the front matter checks rule out.
    """
    record = find_record(records, page)
    if record is None:
        raise LookupError(f'{page.path} names no known record: "{page.text("record")}"')
    return record


def tools_of(records: RecordSets, phase_id: str) -> list[Tool]:
    """The tools that a phase uses, in the order of data/tools.yml."""
    return [tool for tool in records["tools"] if phase_id in tool["phases"]]


def load_datasets(project: Project) -> Datasets:
    """Load and validate every data file of records.

    Returns:
        The records of the valid files; for the others an empty list and the problems.
    """
    loaded = Datasets()
    # Trust boundary: a file that passed its schema has the generated type.
    valid_records = cast("dict[str, list[Record]]", loaded.records)
    for name in NAMES:
        parsed, unreadable, violations = load_data(project, name)
        problems = unreadable or [*violations, *_repeated_ids(parsed)]
        loaded.files[name] = parsed
        loaded.problems += problems
        valid_records[name] = [] if problems or parsed.data is None else parsed.data
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


def sources_in(record: Mapping[str, object]) -> set[str]:
    """Every source id that one record cites."""
    return {id_ for _, _, id_ in _sources(YamlText("", None), (), record)}


def _sources(
    parsed: YamlText, where: Where, value: object
) -> Iterator[tuple[YamlText, Where, str]]:
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
