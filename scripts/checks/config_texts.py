"""The texts of mkdocs.yml that readers see: its names, its descriptions and the menu."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import yaml

_SEEN = frozenset({"site_name", "site_description", "site_author", "copyright", "name"})
# Sets of keys whose values are all seen.
_ALL_SEEN = frozenset({"nav_translations", "extra"})
# Sets of keys that are seen themselves: the names of sections.
_KEYS_SEEN = frozenset({"nav", "nav_translations"})


class ConfigText(NamedTuple):
    """A text, the setting that it is the value or the name of, and its line (from 1)."""

    setting: str
    text: str
    line: int


def config_texts(node: yaml.Node, setting: str = "", *, is_seen: bool = False) -> list[ConfigText]:
    """All texts that readers see, in the order of the file; `node` are the composed settings."""
    return list(_texts(node, setting, is_seen=is_seen))


def _texts(node: yaml.Node, setting: str, *, is_seen: bool) -> Iterator[ConfigText]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = str(key.value)
            if setting in _KEYS_SEEN and isinstance(key, yaml.ScalarNode):
                yield ConfigText(setting, name, key.start_mark.line + 1)
            seen = name in _SEEN or setting in _ALL_SEEN
            # A section of the menu may stand in another.
            yield from _texts(value, setting if setting == "nav" else name, is_seen=seen)
    elif isinstance(node, yaml.SequenceNode):
        # Of !ENV [NAME, "value"] the name of the variable is seen by nobody, and is plain.
        for item in node.value:
            yield from _texts(item, setting, is_seen=is_seen)
    elif isinstance(node, yaml.ScalarNode) and is_seen:
        yield ConfigText(setting, str(node.value), node.start_mark.line + 1)
