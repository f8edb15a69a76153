"""Data and front matter against their JSON Schema, with faults as problems."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from scripts.common.problems import Problem, did_you_mean
from scripts.common.yaml_lines import YamlText

# What Python calls a value -> what an editor would.
_KINDS = {
    "str": "text",
    "int": "a number",
    "float": "a number with decimals",
    "bool": "true or false",
    "list": "a list",
    "dict": "a set of keys",
}


@cache
def validator(schema_path: Path) -> Draft202012Validator:
    """The validator for one schema file (read once a run)."""
    return Draft202012Validator(json.loads(schema_path.read_text(encoding="utf-8")))


def check_schema(parsed: YamlText, schema_path: Path) -> list[Problem]:
    """Every fault of `parsed` against the schema, at the line of the field."""
    problems: list[Problem] = []
    for error in validator(schema_path).iter_errors(parsed.data):
        problems.extend(_problems(error, parsed))
    return problems


def faulty_keys(parsed: YamlText, schema_path: Path) -> set[str]:
    """The keys of the top level that `check_schema` finds wrong or missing."""
    keys: set[str] = set()
    for error in validator(schema_path).iter_errors(parsed.data):
        if error.absolute_path:
            keys.add(str(error.absolute_path[0]))
        elif error.validator == "required" and isinstance(error.validator_value, list):
            keys.update(key for key in error.validator_value if key not in parsed.data)
    return keys


def _problems(error: ValidationError, parsed: YamlText) -> list[Problem]:
    where = tuple(error.absolute_path)
    wanted: Any = error.validator_value
    value: Any = error.instance
    field = ".".join(str(part) for part in where) or "the file"
    schema: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    hint = schema.get("description", "")
    if error.validator == "additionalProperties":
        known = list(schema.get("properties", {}))
        unknown = [key for key in value if key not in known]
        return [
            Problem(
                parsed.path,
                parsed.line((*where, key)),
                f'unknown key "{key}"',
                did_you_mean(key, known) or f"use one of: {', '.join(known)}",
            )
            for key in unknown
        ]
    if error.validator == "required":
        missing = [key for key in wanted if key not in value]
        return [
            Problem(
                parsed.path,
                parsed.line(where),
                f'the key "{key}" is missing' + (f" in {field}" if where else ""),
                schema.get("properties", {}).get(key, {}).get("description", "add it"),
            )
            for key in missing
        ]
    word = parsed.words.get(where)
    if (
        word not in (None, "", "~")
        and "string" in _types(wanted, error)
        and not isinstance(value, str)
    ):
        # A number, a date or a word such as null, where a text is meant.
        what = f"{field} is {_KINDS.get(type(value).__name__, 'nothing')}, but should be text"
        mend = hint if "quotation" in hint else f'put it in quotation marks: "{word}"'
        return [_at(parsed, where, what, mend)]
    if value is None:
        mend = "write a value, or take the key away" if where else "put back what stood there"
        return [_at(parsed, where, f"{field} is empty", hint or mend)]
    if error.validator in {"enum", "const"}:
        allowed = [str(value) for value in schema.get("enum", [schema.get("const")])]
        mend = did_you_mean(str(error.instance), allowed) or f"use one of: {', '.join(allowed)}"
        return [_at(parsed, where, f'{field} is "{error.instance}"', mend)]
    if error.validator == "type":
        kind = _KINDS.get(type(value).__name__, "something else")
        wanted = wanted if isinstance(wanted, str) else " or ".join(wanted)
        what = f"{field} is {kind}, but should be {wanted}"
        return [_at(parsed, where, what, hint or "change the value")]
    shown = str(error.instance)
    shown = shown if len(shown) < 60 else shown[:57] + "…"
    return [_at(parsed, where, f'{field} "{shown}" does not fit', hint or error.message)]


def _types(wanted: Any, error: ValidationError) -> list[str]:
    """The types that a value may have, where that is what is wrong."""
    if error.validator != "type":
        return []
    return [wanted] if isinstance(wanted, str) else list(wanted)


def _at(parsed: YamlText, where: tuple[str | int, ...], what: str, mend: str) -> Problem:
    return Problem(parsed.path, parsed.line(where), what, mend)
