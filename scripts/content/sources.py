"""The sources that pages cite: CSL fields, class of evidence, what was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.common.yaml_lines import YamlText
from scripts.content.records import CslItem, SourceRecord

# Fields of our own; the rest of the record is CSL, for the citation style.
_OWN_FIELDS = {
    "class", "mkm", "read", "note", "address", "seen", "archived", "archived_on", "issued_inferred",
}  # fmt: skip


@dataclass(frozen=True)
class Source:
    """One record of data/sources.yml."""

    id: str
    record: SourceRecord

    @property
    def evidence(self) -> str:
        """The class of evidence, a code of evidence_classes.py."""
        return str(self.record["class"])

    @property
    def tells_of_mkm(self) -> bool:
        """Whether the text is about MKM or about a model municipality as such."""
        return bool(self.record.get("mkm"))

    def note(self, code: str) -> str:
        """A note on the type of source and what was read, in the reader's language."""
        return str(self.record.get("note", {}).get(code, ""))

    def csl(self) -> CslItem:
        """The record as a CSL-JSON item; an inferred date is marked `circa`."""
        # For the remaining keys the two schemas agree (data/schema/csl.schema.json).
        csl_fields = {key: value for key, value in self.record.items() if key not in _OWN_FIELDS}
        item = cast("CslItem", csl_fields)
        if "issued" in self.record:
            parts = [int(part) for part in self.record["issued"].split("-")]
            item["issued"] = {"date-parts": [parts]}
            if self.record.get("issued_inferred"):
                item["issued"]["circa"] = True
        return item


def load_sources(project: Project) -> tuple[dict[str, Source], YamlText, list[Problem]]:
    """Load the sources, including invalid ones, so that citations of them are not unknown.

    Returns:
        All sources by id, the parsed file for line numbers, and its problems.
    """
    parsed, unreadable, violations = load_data(project, "sources")
    if unreadable:
        return {}, parsed, unreadable
    problems = list(violations)
    sources: dict[str, Source] = {}
    for number, record in enumerate(parsed.data if isinstance(parsed.data, list) else []):
        if not isinstance(record, dict) or not isinstance(record.get("id"), str):
            continue
        if record["id"] in sources:
            what = f'the id "{record["id"]}" stands twice'
            fix = "give one of the two sources another id"
            problems.append(Problem(parsed.path, parsed.line((number, "id")), what, fix))
        # An invalid record is kept, so that pages which cite it get no problem of their own;
        # nothing is built from it.
        sources[record["id"]] = Source(record["id"], cast("SourceRecord", record))
    return sources, parsed, problems
