"""The remedy for a key that is missing or empty, from its schema."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

from scripts.common.schema_messages import allowed
from scripts.common.yaml_lines import Where

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

# Descriptions that say what a key is, rather than what to do.
_NOUN = re.compile(r"(?:the|an?|one|two|how) ")


def to_add(schema: dict[str, Any], nothing: str = "add it") -> str:
    """How to add a key: its description and allowed values."""
    hint, values = str(schema.get("description", nothing)), allowed(schema)
    return f"{hint}: {values}" if values and values not in hint else hint


def to_fill(schema: dict[str, Any], where: Where, *, is_needed: bool) -> str:
    """How to fix a key or an item without a value: an optional one may also be removed."""
    fix = to_add(schema, "write a value")
    fix = f"write {fix}" if _NOUN.match(fix) else fix
    if is_needed:
        return fix
    return f"{fix}{',' if ';' not in fix else ';'} or take the {_kind(where)} away"


def _kind(where: Where) -> str:
    return "item" if isinstance(where[-1], int) else "key"


def is_needed(error: ValidationError, root: Any) -> bool:
    """Whether the key that a value belongs to is required."""
    key = error.absolute_path[-1]
    node, parent = root, None
    path = list(error.absolute_schema_path)
    for part, following in itertools.pairwise(path):
        # The path does not include references.
        while isinstance(node, dict) and part not in node and "$ref" in node:
            node = _resolved(root, node["$ref"])
        if part == "properties" and following == key:
            parent = node
        try:
            node = node[part]
        except (LookupError, TypeError):
            break
    return isinstance(parent, dict) and key in parent.get("required", ())


def _resolved(root: Any, pointer: object) -> Any:
    """The target of a reference within the schema (`#/$defs/x`)."""
    node = root
    for part in str(pointer).removeprefix("#/").split("/"):
        node = node.get(part, {}) if isinstance(node, dict) else {}
    return node
