"""The sources that pages cite: CSL fields, class of evidence, what was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.common.yaml_lines import YamlText
from scripts.content.records import CslItem, SourceRecord

CLASSES = ("research", "official", "party", "campaign", "press")

# What the site says of a source; the rest of the record is CSL and goes to the style.
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
        """The class of evidence, one of `CLASSES`."""
        return str(self.record["class"])

    @property
    def tells_of_mkm(self) -> bool:
        """Whether the text tells of MKM or of a model municipality as such."""
        return bool(self.record.get("mkm"))

    def note(self, code: str) -> str:
        """What kind of thing it is and what was read, in the reader's language."""
        return str(self.record.get("note", {}).get(code, ""))

    def csl(self) -> CslItem:
        """The record as a CSL-JSON item; a date that is inferred is marked `circa`."""
        # Key by key the two schemas say the same of what is left (data/schema/csl.schema.json).
        kept = {key: value for key, value in self.record.items() if key not in _OWN_FIELDS}
        item = cast("CslItem", kept)
        if "issued" in self.record:
            parts = [int(part) for part in self.record["issued"].split("-")]
            item["issued"] = {"date-parts": [parts]}
            if self.record.get("issued_inferred"):
                item["issued"]["circa"] = True
        return item


def load_sources(project: Project) -> tuple[dict[str, Source], YamlText, list[Problem]]:
    """The sources, those with faults too, so that who cites one is not told it is unknown.

    Returns:
        All sources by id, the parsed file for line numbers, and its problems.
    """
    parsed, unreadable, faulty = load_data(project, "sources")
    if unreadable:
        return {}, parsed, unreadable
    problems = list(faulty)
    sources: dict[str, Source] = {}
    for number, record in enumerate(parsed.data if isinstance(parsed.data, list) else []):
        if not isinstance(record, dict) or not isinstance(record.get("id"), str):
            continue
        if record["id"] in sources:
            what = f'the id "{record["id"]}" stands twice'
            mend = "give one of the two sources another id"
            problems.append(Problem(parsed.path, parsed.line((number, "id")), what, mend))
        # One that its schema faults is kept too, so that pages which cite it are not faulted;
        # nothing is built from it.
        sources[record["id"]] = Source(record["id"], cast("SourceRecord", record))
    return sources, parsed, problems
