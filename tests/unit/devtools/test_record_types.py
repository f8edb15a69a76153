"""The types of the records are those of the schemas, and mypy holds the code to them."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.common.paths import Project
from scripts.content.datasets import NAMES
from scripts.content.records import RecordSets
from scripts.devtools.record_types import COMMAND, OUTPUT, record_types
from tests.unit.projects import ROOT

HEAD = """
from scripts.content.datasets import Datasets, own_record, tools_of
from scripts.content.pages import SourcePage
from scripts.content.records import CslItem, Publication

datasets: Datasets
page: SourcePage
work: Publication
item: CslItem
"""
# An expression on a line of its own -> what mypy says of it.
SAID = {
    'datasets.records["tools"][0]["minutes"] + 1': "",
    'datasets.records["open-questions"][0]["comment"]["no"].upper()': "",
    'datasets.records["findings"][0]["finds"] == "helps"': "",
    'tools_of(datasets.records, "anchoring")[0]["title"]["no"].upper()': "",
    'work["titel"]': 'TypedDict "Publication" has no key "titel"',
    'work["year"].upper()': '"int" has no attribute "upper"',
    'item["container_title"]': 'TypedDict "CslItem" has no key "container_title"',
    'datasets.records["tool"]': 'TypedDict "RecordSets" has no key "tool"',
    'datasets.tools_of("anchoring")[0]["person"]': 'TypedDict "Tool" has no key "person"',
    'datasets.records["findings"][0]["finds"] == "help"': "Non-overlapping",
}


def test_the_types_are_in_step_with_the_schemas():
    written = (ROOT / OUTPUT).read_text(encoding="utf-8")
    assert written == record_types(Project(ROOT)), f"the schemas have changed: run {COMMAND}"


def test_every_data_file_has_a_type():
    assert set(RecordSets.__annotations__) == set(NAMES)


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ({"type": "string"}, "str"),
        ({"type": ["string", "integer"]}, "str | int"),
        ({"enum": ["a", "b"]}, 'Literal["a", "b"]'),
        ({"const": True}, "Literal[True]"),
        ({"type": "array", "items": {"type": "integer"}}, "list[int]"),
        ({"type": "object", "properties": {"no": {"type": "string"}}}, "Localised"),
        (
            {"type": "object", "additionalProperties": {"$ref": "#/$defs/names"}},
            "dict[str, LocalisedTexts]",
        ),
        (
            {"type": "object", "properties": {"at-all": {"type": "null"}}},
            "MunicipalityKey",
        ),
    ],
)
def test_each_part_of_a_schema_has_its_type(tmp_path, schema, type_):
    folder = tmp_path / "data" / "schema"
    folder.mkdir(parents=True)
    for path in (ROOT / "data" / "schema").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    lists = {"type": "array", "items": {"type": "string"}}
    record = {"type": "object", "required": ["id"]}
    record["properties"] = {"id": {"type": "string"}, "key": schema}
    root = {"title": "One", "type": "array", "items": record}
    root["$defs"] = {"names": {"type": "object", "properties": {"no": lists, "en": lists}}}
    (folder / "municipalities.schema.json").write_text(json.dumps(root), encoding="utf-8")
    made = record_types(Project(tmp_path))
    assert f"    id: str\n    key: NotRequired[{type_}]\n" in made


def test_a_key_that_no_schema_knows_is_an_error_of_mypy(tmp_path):
    snippet = tmp_path / "snippet.py"
    snippet.write_text(HEAD + "\n".join(SAID), encoding="utf-8")
    command = [Path(sys.executable).with_name("mypy"), snippet]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = re.findall(r"snippet\.py:(\d+): error: (.*)", done.stdout)
    assert found, done.stdout + done.stderr
    said = dict.fromkeys(SAID, "")
    first = HEAD.count("\n") + 1
    for line, text in found:
        said[list(SAID)[int(line) - first]] += text
    for expression, wanted in SAID.items():
        assert wanted in said[expression], expression
        assert bool(wanted) == bool(said[expression]), expression
