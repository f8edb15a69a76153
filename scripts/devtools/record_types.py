"""Generates `scripts/content/records.py`: typed dictionaries from the data's JSON Schemas.

Run by `make record-types`. Schemas validate editors' data, types check programmers' code: a key
that is in no schema is an error of mypy. A test compares the file with the schemas, so that
both stay in sync.
"""

from __future__ import annotations

import json
import keyword
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.common.paths import Project

OUTPUT = Path("scripts/content/records.py")
COMMAND = "make record-types"
# Schema -> name of the type of one record: those of `Datasets`, and the others.
DATASETS = {
    "municipalities": "Municipality",
    "publications": "Publication",
    "phases": "Phase",
    "timeline": "Event",
    "glossary": "Term",
    "open-questions": "Question",
    "people": "Person",
    "tools": "Tool",
    "short-forms": "ShortForm",
    "letters": "PhaseLetters",
    "own-agendas": "OwnAgenda",
    "building-blocks": "BuildingBlock",
    "findings": "Finding",
    "papers": "Paper",
    "materials": "Material",
    "self-test": "SelfTestStep",
    "source-addresses": "SourceAddress",
}
OTHERS = {
    "sources": "SourceRecord",
    "csl": "CslItem",
    "synonyms": "SynonymsFile",
    "desk": "DeskSettings",
    "guide": "Guide",
}

_HEADER = f'''# Generated from data/schema/ by `{COMMAND}`; change the schemas.
"""What the data files hold once their schemas have passed: a type for each kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NotRequired, TypedDict

# A text, and a list of texts, by the code of the language.
Localised = Mapping[str, str]
LocalisedTexts = Mapping[str, list[str]]


class Name(TypedDict, total=False):
    """A person as family and given name, anything else as a literal."""

    family: str
    given: str
    literal: str
'''
_PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
_NAME = {"family", "given", "literal"}
_LANGUAGES = {"no", "en"}

Schema = dict[str, Any]


class _Types:
    """The types of one schema; nested types are defined first."""

    def __init__(self, root: Schema) -> None:
        self._root = root
        self.definitions: list[str] = []

    def define(self, name: str, schema: Schema, about: str) -> None:
        """Define the type of an object with known keys."""
        required = set(schema.get("required", ()))
        fields = {}
        for key, each in schema["properties"].items():
            type_ = self._type(name, key, each)
            fields[key] = type_ if key in required else f"NotRequired[{type_}]"
        self.definitions.append(_typed_dict(name, fields, about))

    def _type(self, owner: str, key: str, schema: Schema) -> str:
        if "$ref" in schema:
            target = self._root
            for part in schema["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            return self._type(owner, key, target)
        if "const" in schema or "enum" in schema:
            values = schema.get("enum", [schema.get("const")])
            return f"Literal[{', '.join(map(repr, values))}]"
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return " | ".join(self._of_kind(owner, key, kind, schema) for kind in kinds)

    def _of_kind(self, owner: str, key: str, kind: str, schema: Schema) -> str:
        if kind == "array":
            return f"list[{self._type(owner, key, schema['items'])}]"
        if kind != "object":
            return _PLAIN[kind]
        properties = schema.get("properties")
        if properties is None:
            return f"dict[str, {self._type(owner, key, schema['additionalProperties'])}]"
        if set(properties) <= _NAME:
            return "Name"
        if set(properties) <= _LANGUAGES:
            held = {self._type(owner, key, each) for each in properties.values()}
            return "Localised" if held == {"str"} else "LocalisedTexts"
        name = owner + key.title().replace("_", "").replace("-", "")
        self.define(name, schema, f"What `{key}` of a `{owner}` holds.")
        return name


def _typed_dict(name: str, fields: dict[str, str], about: str, total: bool = True) -> str:
    if all(key.isidentifier() and not keyword.iskeyword(key) for key in fields):
        lines = "".join(f"    {key}: {type_}\n" for key, type_ in fields.items())
        return f'class {name}(TypedDict):\n    """{about}"""\n\n{lines}'
    # Keys that are not Python identifiers.
    inner = "".join(f"{json.dumps(key)}: {type_}, " for key, type_ in fields.items())
    ending = "" if total else ", total=False"
    return f"# {about}\n{name} = TypedDict({json.dumps(name)}, {{{inner}}}{ending})\n"


def _definitions(project: Project) -> Iterator[str]:
    for schema_name, name in {**DATASETS, **OTHERS}.items():
        root = json.loads(project.schema(schema_name).read_text(encoding="utf-8"))
        types, is_list = _Types(root), root["type"] == "array"
        about = f"{'One record' if is_list else 'The file'} of the schema “{root['title']}”."
        types.define(name, root["items"] if is_list else root, about)
        yield from types.definitions
    lists = {dataset: f"list[{name}]" for dataset, name in DATASETS.items()}
    yield f"Record = {' | '.join(DATASETS.values())}\n"
    yield _typed_dict("RecordSets", lists, "The records by data file.", total=False)


def record_types(project: Project) -> str:
    """The source of the module, formatted by ruff.

    Raises:
        KeyError: a part of a schema has no known type.
        CalledProcessError: ruff cannot parse the generated source.
    """
    text = "\n\n".join([_HEADER, *_definitions(project)])
    ruff = Path(sys.executable).with_name("ruff")
    command = [str(ruff), "format", "--stdin-filename", OUTPUT.name, "-"]
    return subprocess.run(
        command, cwd=project.root, input=text, capture_output=True, encoding="utf-8", check=True
    ).stdout


def write(root: Path) -> bool:
    """Write the module of the project at `root`; returns False if it was up to date."""
    path, text = root / OUTPUT, record_types(Project(root))
    if path.read_text(encoding="utf-8") == text:
        return False
    path.write_text(text, encoding="utf-8", newline="")
    return True
