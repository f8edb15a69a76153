"""JSON Schema violations as messages for editors: which field, what is wrong, what is valid."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from scripts.common.problems import did_you_mean, listed
from scripts.common.shorten import shorten
from scripts.common.yaml_lines import Where, YamlText

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

# Python type -> what an editor calls it.
KINDS = {
    "str": "text",
    "int": "a number",
    "float": "a number with decimals",
    "bool": "true or false",
    "list": "a list",
    "dict": "a set of keys",
}
# JSON Schema type -> what an editor calls it.
_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a set of keys",
    "null": "empty",
}
# As YAML 1.2 has it, and YAML is read here (yaml_lines.py).
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?", re.ASCII)
# What people write between two items of a list, beside a comma.
_SEPARATOR = re.compile(r"[\s,;]+(?:(?:og|and)\s+)?")


def field_name(parsed: YamlText, where: Where) -> str:
    """The name of a field for an editor: with the id of its record, items counted from 1."""
    if not where:
        return "the file"
    is_record = isinstance(where[0], int) and isinstance(parsed.data, list)
    record = parsed.data[where[0]] if is_record else None
    id_ = record.get("id") if isinstance(record, dict) else None
    rest = where[1:] if is_record else where
    path = ""
    for part in rest:
        if isinstance(part, int):
            path += f" {part + 1}"
        else:
            # An empty or blank key is visible only in quotation marks.
            path += ("." if path else "") + (part if part.strip() else f'"{part}"')
    # A record with an invalid id is named by its position.
    if isinstance(id_, str) and path != "id":
        return f'{path} of "{id_}"' if path else f'"{id_}"'
    if is_record:
        place = f"record {int(where[0]) + 1}"
        if path == "id" and isinstance(id_, str):
            return "the id"  # The message goes on with its value, which identifies the record.
        return f"{path} ({place})" if path else place
    return path


def allowed(schema: dict[str, Any]) -> str:
    """The values that a field may have, "" when they are not enumerated."""
    return ", ".join(word(value) for value in schema.get("enum", ()))


def misfit(error: ValidationError, field: str, hint: str) -> tuple[str, str]:
    """What is wrong with a value, and the remedy."""
    wanted: Any = error.validator_value
    value: Any = error.instance
    schema: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    kind = KINDS.get(type(value).__name__, "something else")
    shown = shorten(str(value), 60) if isinstance(value, str | int | float) else kind
    match error.validator:
        case "enum" | "const":
            known = schema.get("enum", [schema.get("const")])
            shown_value = f'"{shown}"' if isinstance(value, str) else kind
            return f"{field} is {shown_value}", _one_of(value, known, hint)
        case "type":
            names = [wanted] if isinstance(wanted, str) else wanted
            meant = listed([_TYPES.get(name, name) for name in names])
            fix = _unquoted(value, names) or hint or f"write {meant}"
            return f"{field} is {kind}, but should be {meant}", fix
        case "pattern" if str(value)[:1] == "@" and _fits(str(value)[1:], wanted):
            what = f'{field} "{shown}" begins with @, as in the text of a page'
            return what, f"write {str(value)[1:]}"
        case "pattern" if parts := _run_together(error):
            what = f'{field} "{shown}" is one name, and should be {len(parts)}'
            return what, f"put a comma between two: [{', '.join(parts)}]"
        case "pattern" if isinstance(value, str) and "\n" in value:
            return f"{field} holds a line break", "write it on one row"
        case "maxLength":
            what = f"{field} is too long ({len(value)} characters)"
            return what, f"shorten it to {wanted} at most"
        case "minimum" | "maximum":
            least, most = schema.get("minimum"), schema.get("maximum")
            span = f"from {least} to {most}" if None not in (least, most) else ""
            fix = span or (f"of {least} or more" if most is None else f"of {most} or less")
            return f"{field} is {value}", f"write a number {fix}"
        case "uniqueItems":
            twice = next((each for at, each in enumerate(value) if each in value[:at]), "")
            return f'{field} names "{twice}" twice', "keep one of them"
        case "minItems" | "maxItems":
            count = f"{len(value)} item" + ("" if len(value) == 1 else "s")
            what = f"{field} has {count}, but should have {_span(schema)}"
            return what, hint or "list as many as that"
        case "anyOf" | "oneOf":
            sets = [listed(each.get("required", ()), "and") for each in wanted]
            what = f"{field} lacks {listed(sets)}" if all(sets) else f"{field} does not fit"
            return what, str(schema.get("description", "")) or f"write {listed(sets)}"
    return f'{field} "{shown}" does not fit', hint or "change the value"


def word(value: Any) -> str:
    """A value as written in YAML: true and false in lower case."""
    return json.dumps(value) if isinstance(value, bool) else str(value)


def _one_of(value: Any, known: list[Any], hint: str) -> str:
    """The remedy for a value that is not one of the allowed ones."""
    plain = [word(each) for each in known if not isinstance(each, str)]
    if isinstance(value, str) and value.casefold() in plain:
        # It is a string, so where the spelling is already right it must have been quoted.
        behind = ", without quotation marks" if value in plain else ""
        return f"write {value.casefold()}{behind}"
    words = [word(each) for each in known]
    near = did_you_mean(value, words) if isinstance(value, str) else ""
    if near or len(words) > 1:
        return near or f"use one of: {', '.join(words)}"
    return hint or f"write {words[0]}"


def _unquoted(value: Any, names: list[str]) -> str:
    """The remedy for a string that would have the right type without quotation marks."""
    if not isinstance(value, str):
        return ""
    small = value.casefold()
    if "boolean" in names and small in {"true", "false"}:
        return f"write {small}" + (", without quotation marks" if small == value else "")
    if _NUMBER.fullmatch(value) and (
        "number" in names or ("integer" in names and "." not in value)
    ):
        return f"write {value}, without quotation marks"
    return ""


def _fits(value: str, pattern: Any) -> bool:
    return bool(re.search(str(pattern), value, re.ASCII))


def bracketed(value: Any, written: str, pattern: str) -> str:
    """A list or mapping that is probably meant as text, in quotation marks; "" where it is not."""
    if not value or (isinstance(value, dict) and any(each is not None for each in value.values())):
        return ""
    mark = "'" if '"' in written else '"'
    return f"{mark}{written}{mark}" if mark not in written and _fits(written, pattern) else ""


def _run_together(error: ValidationError) -> list[str]:
    """The items that make up one item of a list because the commas between them are missing."""
    if not isinstance(error.instance, str) or not error.absolute_path:
        return []
    parts = [part for part in _SEPARATOR.split(error.instance) if part]
    of_list = isinstance(error.absolute_path[-1], int)
    fit = all(_fits(part, error.validator_value) for part in parts)
    return parts if of_list and fit and len(parts) > 1 else []


def _span(schema: dict[str, Any]) -> str:
    least, most = schema.get("minItems"), schema.get("maxItems")
    if least == most:
        return str(least)
    return f"{least or 0} to {most}" if most is not None else f"at least {least}"
