"""Validates data and front matter against JSON Schema, with violations as problems."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.common.files import read_text
from scripts.common.problems import Kind, Problem, ProblemsFound, did_you_mean
from scripts.common.schema_messages import KINDS, bracketed, field_name, misfit
from scripts.common.schema_remedies import is_needed, to_add, to_fill
from scripts.common.yaml_lines import Where, YamlText

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


@cache
def _validator_class() -> Any:
    """JSON Schema of 2020-12 with two keywords of our own.

    Imported here, since a check in which no data changed validates nothing.
    """
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    keywords = {"pattern": _pattern, "minLength": _min_length}
    return extend(Draft202012Validator, keywords)  # type: ignore[no-untyped-call]


def _pattern(_: Any, pattern: str, value: object, schema: object) -> Iterator[ValidationError]:
    r"""`pattern` as JSON Schema defines it: `$` is the end of the string, and `\d` is ASCII."""
    from jsonschema.exceptions import ValidationError

    if isinstance(value, str) and ("\n" in value or not re.search(pattern, value, re.ASCII)):
        yield ValidationError("does not fit")


def _min_length(_: Any, least: int, value: object, schema: object) -> Iterator[ValidationError]:
    """`minLength`, but whitespace at either end does not count: blank is empty to a reader."""
    from jsonschema.exceptions import ValidationError

    if isinstance(value, str) and len(value.strip()) < least:
        yield ValidationError("is too short")


@cache
def validator(schema_path: Path) -> Any:
    """The validator for one schema file, read once per run.

    Raises:
        ProblemsFound: the schema itself is missing or broken.
    """
    from jsonschema.exceptions import SchemaError

    text, problems = read_text(schema_path, schema_path.parent.parent.parent)
    if problems:
        raise ProblemsFound(problems)
    name = "/".join(schema_path.parts[-3:])
    fix = "put the schema back as it was"
    try:
        schema = json.loads(text)
        if not isinstance(schema, dict):
            raise ProblemsFound([Problem(name, 1, "the schema is no set of keys", fix)])
        _validator_class().check_schema(schema)
    except json.JSONDecodeError as error:
        what = f"the schema is no JSON: {error.msg}"
        raise ProblemsFound([Problem(name, error.lineno, what, fix)]) from None
    except SchemaError as error:
        where = "/".join(map(str, error.absolute_path)) or "its root"
        what = f"the schema is none: JSON Schema knows nothing like what stands at {where}"
        raise ProblemsFound([Problem(name, 0, what, fix)]) from None
    except RecursionError:
        what = "the schema is none: it is nested too deeply"
        raise ProblemsFound([Problem(name, 0, what, fix)]) from None
    return _validator_class()(schema)


def check_schema(parsed: YamlText, schema_path: Path) -> list[Problem]:
    """Every violation of the schema in `parsed`, at the line of the field."""
    try:
        schema_validator = validator(schema_path)
    except ProblemsFound as found:
        return list(found.problems)
    errors = schema_validator.iter_errors(parsed.data)
    return [
        problem for error in errors for problem in _problems(error, parsed, schema_validator.schema)
    ]


def _misspelt(value: dict[str, Any], schema: dict[str, Any]) -> set[str]:
    """The known keys that the unknown ones are probably misspellings of."""
    if schema.get("additionalProperties") is not False:
        return set()
    known = list(schema.get("properties", {}))
    near = {did_you_mean(key, known) for key in value if key not in known}
    return {key for key in known if f'did you mean "{key}"?' in near}


def _is_misspelt(value: Any, schema: dict[str, Any], sets: list[dict[str, Any]]) -> bool:
    """Whether a value has all keys that one of the alternatives requires, misspelt or not."""
    if not isinstance(value, dict):
        return False
    names = {*value, *_misspelt(value, schema)}
    return any(names >= {*each.get("required", ("",))} for each in sets)


def faulty_keys(parsed: YamlText, schema_path: Path) -> set[str]:
    """The top-level keys that `check_schema` reports as invalid, misspelt or missing."""
    keys: set[str] = set()
    try:
        errors = validator(schema_path).iter_errors(parsed.data)
    except ProblemsFound:
        return keys
    for error in errors:
        if error.absolute_path:
            keys.add(str(error.absolute_path[0]))
        elif error.validator == "required" and isinstance(error.validator_value, list):
            keys.update(key for key in error.validator_value if key not in parsed.data)
        elif error.validator == "additionalProperties" and isinstance(parsed.data, dict):
            keys |= _misspelt(parsed.data, error.schema)
    return keys


def _problems(error: ValidationError, parsed: YamlText, root: Any) -> list[Problem]:
    where = tuple(error.absolute_path)
    wanted: Any = error.validator_value
    value: Any = error.instance
    field = field_name(parsed, where)
    schema: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    hint = str(schema.get("description", ""))
    if error.validator == "additionalProperties":
        return _unknown_keys(value, schema, parsed, where)
    if error.validator == "required":
        return _missing_keys(wanted, value, schema, parsed, where)
    if error.validator in {"anyOf", "oneOf"} and _is_misspelt(value, schema, wanted):
        return []
    if "string" in _types(wanted, error) and (text := _as_text(parsed, where, value, schema)):
        # An unquoted number, date, bracketed value or word such as null, where text is meant.
        what = f"{field} is {KINDS.get(type(value).__name__, 'nothing')}, but should be text"
        fix = hint if "quotation" in hint else f"put it in quotation marks: {text}"
        return [_at(parsed, where, what, fix)]
    if value is None and not where:
        return [_at(parsed, where, f"{field} is empty", hint or "put back what stood there")]
    blank = error.validator == "minLength" and not value.strip()
    if value is None or blank:
        what = f"{field} is {'blank' if blank else 'empty'}"
        return [_at(parsed, where, what, to_fill(schema, where, is_needed=is_needed(error, root)))]
    return [_at(parsed, where, *misfit(error, field, hint))]


def _unknown_keys(
    value: dict[str, Any], schema: dict[str, Any], parsed: YamlText, where: Where
) -> list[Problem]:
    known = list(schema.get("properties", {}))
    return [
        Problem(
            parsed.path,
            parsed.line((*where, key)),
            f'unknown key "{key}"',
            did_you_mean(key, known) or f"use one of: {', '.join(known)}",
            kind=Kind.UNKNOWN_KEY,
            about=key,
        )
        for key in value
        if key not in known
    ]


def _missing_keys(
    required: list[str],
    value: dict[str, Any],
    schema: dict[str, Any],
    parsed: YamlText,
    where: Where,
) -> list[Problem]:
    """A problem for each missing key, unless it is misspelt: that is reported as unknown."""
    misspelt = _misspelt(value, schema)
    return [
        Problem(
            parsed.path,
            parsed.line(where),
            f'the key "{key}" is missing' + (f" in {field_name(parsed, where)}" if where else ""),
            to_add(schema.get("properties", {}).get(key, {})),
            kind=Kind.MISFIT,
            about=key,
        )
        for key in required
        if key not in value and key not in misspelt
    ]


def _as_text(parsed: YamlText, where: Where, value: Any, schema: dict[str, Any]) -> str:
    """An unquoted value as it reads with quotation marks, "" where that is no remedy."""
    written = parsed.words.get(where, "")
    if isinstance(value, list | dict):
        return bracketed(value, written, str(schema.get("pattern", ""))) if written else ""
    return "" if isinstance(value, str) or written in {"", "~"} else f'"{written}"'


def _types(wanted: Any, error: ValidationError) -> list[str]:
    """The types that a value may have, none where the type is not what is wrong."""
    if error.validator != "type":
        return []
    return [wanted] if isinstance(wanted, str) else list(wanted)


def _at(parsed: YamlText, where: tuple[str | int, ...], what: str, fix: str) -> Problem:
    key = next((part for part in reversed(where) if isinstance(part, str)), "")
    return Problem(parsed.path, parsed.line(where), what, fix, kind=Kind.MISFIT, about=key)
