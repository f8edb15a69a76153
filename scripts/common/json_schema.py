"""Data and front matter against their JSON Schema, with faults as problems."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError, ValidationError
from jsonschema.validators import extend

from scripts.common.files import read_text
from scripts.common.problems import Kind, Problem, ProblemsFound, did_you_mean
from scripts.common.schema_words import KINDS, allowed, field_name, misfit
from scripts.common.yaml_lines import YamlText

# Descriptions that say what a key is, and not what to do.
_NOUN = re.compile(r"(?:the|an?|one|two|how) ")


def _pattern(_: Any, pattern: str, value: object, schema: object) -> Iterator[ValidationError]:
    """As JSON Schema means it: `$` is the end of the text, and digits are those of 0 to 9."""
    if isinstance(value, str) and ("\n" in value or not re.search(pattern, value, re.ASCII)):
        yield ValidationError("does not fit")


def _filled(_: Any, least: int, value: object, schema: object) -> Iterator[ValidationError]:
    """A text of spaces alone is an empty one to whoever reads it."""
    if isinstance(value, str) and len(value.strip()) < least:
        yield ValidationError("is too short")


_Validator: Any = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"pattern": _pattern, "minLength": _filled}
)


@cache
def validator(schema_path: Path) -> Any:
    """The validator for one schema file (read once a run).

    Raises:
        ProblemsFound: the schema itself is missing or broken.
    """
    text, problems = read_text(schema_path, schema_path.parent.parent.parent)
    if problems:
        raise ProblemsFound(problems)
    name = "/".join(schema_path.parts[-3:])
    mend = "put the schema back as it was"
    try:
        schema = json.loads(text)
        if not isinstance(schema, dict):
            raise ProblemsFound([Problem(name, 1, "the schema is no set of keys", mend)])
        _Validator.check_schema(schema)
    except json.JSONDecodeError as error:
        what = f"the schema is no JSON: {error.msg}"
        raise ProblemsFound([Problem(name, error.lineno, what, mend)]) from None
    except SchemaError as error:
        where = "/".join(map(str, error.absolute_path)) or "its root"
        what = f"the schema is none: JSON Schema knows nothing like what stands at {where}"
        raise ProblemsFound([Problem(name, 0, what, mend)]) from None
    except RecursionError:
        what = "the schema is none: it is nested too deeply"
        raise ProblemsFound([Problem(name, 0, what, mend)]) from None
    return _Validator(schema)


def check_schema(parsed: YamlText, schema_path: Path) -> list[Problem]:
    """Every fault of `parsed` against the schema, at the line of the field."""
    try:
        known = validator(schema_path)
    except ProblemsFound as found:
        return list(found.problems)
    errors = known.iter_errors(parsed.data)
    return [problem for error in errors for problem in _problems(error, parsed, known.schema)]


def faulty_keys(parsed: YamlText, schema_path: Path) -> set[str]:
    """The keys of the top level that `check_schema` finds wrong or missing."""
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
    return keys


def _problems(error: ValidationError, parsed: YamlText, root: Any) -> list[Problem]:
    where = tuple(error.absolute_path)
    wanted: Any = error.validator_value
    value: Any = error.instance
    field = field_name(parsed, where)
    schema: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    hint = str(schema.get("description", ""))
    if error.validator == "additionalProperties":
        known = list(schema.get("properties", {}))
        unknown = [key for key in value if key not in known]
        return [
            Problem(
                parsed.path,
                parsed.line((*where, key)),
                f'unknown key "{key}"',
                did_you_mean(key, known) or f"use one of: {', '.join(known)}",
                kind=Kind.UNKNOWN_KEY,
                about=key,
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
                _to_add(schema.get("properties", {}).get(key, {})),
                kind=Kind.MISFIT,
                about=key,
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
        what = f"{field} is {KINDS.get(type(value).__name__, 'nothing')}, but should be text"
        mend = hint if "quotation" in hint else f'put it in quotation marks: "{word}"'
        return [_at(parsed, where, what, mend)]
    if value is None and not where:
        return [_at(parsed, where, f"{field} is empty", hint or "put back what stood there")]
    blank = error.validator == "minLength" and not value.strip()
    if value is None or blank:
        what = f"{field} is {'blank' if blank else 'empty'}"
        return [
            _at(parsed, where, what, _to_fill(schema, where, is_needed=_is_needed(error, root)))
        ]
    return [_at(parsed, where, *misfit(error, field, hint))]


def _to_add(schema: dict[str, Any], nothing: str = "add it") -> str:
    """How to add a key: what it is, and the values that it may have."""
    hint, values = str(schema.get("description", nothing)), allowed(schema)
    return f"{hint}: {values}" if values and values not in hint else hint


def _to_fill(schema: dict[str, Any], where: tuple[str | int, ...], *, is_needed: bool) -> str:
    """How to mend a key or an item without a value: one that need not be there may go too."""
    mend = _to_add(schema, "write a value")
    mend = f"write {mend}" if _NOUN.match(mend) else mend
    if is_needed:
        return mend
    return f"{mend}{',' if ';' not in mend else ';'} or take the {_kind(where)} away"


def _kind(where: tuple[str | int, ...]) -> str:
    return "item" if isinstance(where[-1], int) else "key"


def _is_needed(error: ValidationError, root: Any) -> bool:
    """Whether the key that a value belongs to has to be there."""
    key = error.absolute_path[-1]
    node, holder = root, None
    path = list(error.absolute_schema_path)
    for part, following in itertools.pairwise(path):
        # The path says nothing of references.
        while isinstance(node, dict) and part not in node and "$ref" in node:
            node = _referred(root, node["$ref"])
        if part == "properties" and following == key:
            holder = node
        try:
            node = node[part]
        except (LookupError, TypeError):
            break
    return isinstance(holder, dict) and key in holder.get("required", ())


def _referred(root: Any, pointer: object) -> Any:
    """What a reference within the schema (`#/$defs/x`) leads to."""
    node = root
    for part in str(pointer).removeprefix("#/").split("/"):
        node = node.get(part, {}) if isinstance(node, dict) else {}
    return node


def _types(wanted: Any, error: ValidationError) -> list[str]:
    """The types that a value may have, where that is what is wrong."""
    if error.validator != "type":
        return []
    return [wanted] if isinstance(wanted, str) else list(wanted)


def _at(parsed: YamlText, where: tuple[str | int, ...], what: str, mend: str) -> Problem:
    key = next((part for part in reversed(where) if isinstance(part, str)), "")
    return Problem(parsed.path, parsed.line(where), what, mend, kind=Kind.MISFIT, about=key)
