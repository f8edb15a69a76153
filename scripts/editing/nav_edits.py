"""Edits of nav in mkdocs.yml: moves or removes one page, and leaves the rest as it is."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from scripts.editing.yaml_edits import Edit, applied, compose, replaced, without_lines


@dataclass(frozen=True)
class NavEntry:
    """A page in nav, with the lists that contain it (innermost first)."""

    key: str
    node: yaml.ScalarNode
    lists: tuple[yaml.SequenceNode, ...]


def moved(text: str, old: str, new: str) -> str:
    """The text of mkdocs.yml with a page under its new path.

    The entry keeps its position, unless the pages of its new folder are all in another section;
    then it becomes the last of them.
    """
    entries = list(_entries(compose(text, "mkdocs.yml")))
    entry = next((each for each in entries if each.key == old), None)
    if entry is None:
        return text
    folder = posixpath.dirname(new)
    siblings = [
        each for each in entries if posixpath.dirname(each.key) == folder and each is not entry
    ]
    stays = not siblings or any(each.lists[0] is entry.lists[0] for each in siblings)
    if stays or len(entry.lists[0].value) == 1:
        return applied(text, [replaced(entry.node, new)])
    last = siblings[-1].node.start_mark
    below = (last.line + 1, 0)
    inserted: Edit = (below, below, f"{' ' * (last.column - 2)}- {new}\n")
    return applied(text, [inserted, without_lines(entry.node.start_mark.line, _end(entry.node))])


def removed(text: str, key: str) -> str:
    """The text of mkdocs.yml without a page, and without sections that are left empty."""
    entries = _entries(compose(text, "mkdocs.yml"))
    entry = next((each for each in entries if each.key == key), None)
    if entry is None:
        return text
    first, last = entry.node.start_mark.line, _end(entry.node)
    for section in entry.lists[:-1]:  # the last is nav itself
        if len(section.value) > 1:
            break
        first -= 1
    return applied(text, [without_lines(first, last)])


def _end(node: yaml.Node) -> int:
    line: int = node.end_mark.line
    return line


def _entries(config: yaml.Node | None) -> Iterator[NavEntry]:
    pairs = config.value if isinstance(config, yaml.MappingNode) else []
    for key, value in pairs:
        if key.value == "nav":
            yield from _below(value, ())


def _below(node: yaml.Node, lists: tuple[yaml.SequenceNode, ...]) -> Iterator[NavEntry]:
    if isinstance(node, yaml.ScalarNode):
        yield NavEntry(node.value, node, lists)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _below(item, (node, *lists))
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _below(value, lists)
