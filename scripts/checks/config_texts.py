"""The texts of mkdocs.yml that readers see: names, descriptions and the menu."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import yaml

from scripts.common.files import read_text
from scripts.common.paths import Project
from scripts.common.problems import relative
from scripts.common.yaml_faults import LOADER, too_much

_SEEN = frozenset({"site_name", "site_description", "site_author", "copyright", "name"})
# Mappings whose values are all visible.
_ALL_SEEN = frozenset({"nav_translations", "extra"})
# Mappings whose keys are visible too: the names of sections.
_KEYS_SEEN = frozenset({"nav", "nav_translations"})


class ConfigText(NamedTuple):
    """A text, the setting that it is the value or the key of, and its line (from 1)."""

    setting: str
    text: str
    line: int


def texts_of_config(project: Project) -> list[ConfigText]:
    """Return the visible texts of mkdocs.yml; none if it cannot be read (config.py reports it)."""
    text, unread = read_text(project.config, project.root)
    try:
        node = None if unread else yaml.compose(text, Loader=LOADER)
    except (yaml.YAMLError, RecursionError):
        return []
    if node is None or too_much(node, relative(project.config, project.root)):
        return []
    return config_texts(node)


def config_texts(node: yaml.Node, setting: str = "", *, is_seen: bool = False) -> list[ConfigText]:
    """Return all visible texts in the order of the file; `node` is the composed YAML."""
    return list(_texts(node, setting, is_seen=is_seen))


def _texts(node: yaml.Node, setting: str, *, is_seen: bool) -> Iterator[ConfigText]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = str(key.value)
            if setting in _KEYS_SEEN and isinstance(key, yaml.ScalarNode):
                yield ConfigText(setting, name, key.start_mark.line + 1)
            seen = name in _SEEN or setting in _ALL_SEEN
            # Menu sections may be nested.
            yield from _texts(value, setting if setting == "nav" else name, is_seen=seen)
    elif isinstance(node, yaml.SequenceNode):
        # In !ENV [NAME, "value"] the variable name is included too: it is plain ASCII anyway.
        for item in node.value:
            yield from _texts(item, setting, is_seen=is_seen)
    elif isinstance(node, yaml.ScalarNode) and is_seen:
        yield ConfigText(setting, str(node.value), node.start_mark.line + 1)
