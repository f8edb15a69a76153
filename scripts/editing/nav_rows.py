"""The rows of nav in mkdocs.yml: one page moves or goes, and the others stay as they are."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from scripts.editing.yaml_rows import Span, applied, compose, replaced, without_rows


@dataclass(frozen=True)
class Row:
    """A page that nav names, with the sections it stands in (the innermost first)."""

    key: str
    node: yaml.ScalarNode
    lists: tuple[yaml.SequenceNode, ...]


def moved(text: str, old: str, new: str) -> str:
    """The settings with a page under its new path.

    It keeps its place unless the pages of its new folder stand in a section that it is not in;
    then it is the last of them.
    """
    rows = list(_rows(compose(text, "mkdocs.yml")))
    ours = [row for row in rows if row.key == old]
    if not ours:
        return text
    row, folder = ours[0], posixpath.dirname(new)
    beside = [each for each in rows if posixpath.dirname(each.key) == folder and each is not row]
    settled = not beside or any(each.lists[0] is row.lists[0] for each in beside)
    if settled or len(row.lists[0].value) == 1:
        return applied(text, [replaced(row.node, new)])
    last = beside[-1].node.start_mark
    below = (last.line + 1, 0)
    inserted: Span = (below, below, f"{' ' * (last.column - 2)}- {new}\n")
    return applied(text, [inserted, without_rows(row.node.start_mark.line, _end(row.node))])


def removed(text: str, key: str) -> str:
    """The settings without a page, and without the sections that held nothing else."""
    ours = [row for row in _rows(compose(text, "mkdocs.yml")) if row.key == key]
    if not ours:
        return text
    row = ours[0]
    first, last = row.node.start_mark.line, _end(row.node)
    for section in row.lists[:-1]:  # nav itself stays
        if len(section.value) > 1:
            break
        first -= 1
    return applied(text, [without_rows(first, last)])


def _end(node: yaml.Node) -> int:
    line: int = node.end_mark.line
    return line


def _rows(config: yaml.Node | None) -> Iterator[Row]:
    found = config.value if isinstance(config, yaml.MappingNode) else []
    for key, value in found:
        if key.value == "nav":
            yield from _below(value, ())


def _below(node: yaml.Node, lists: tuple[yaml.SequenceNode, ...]) -> Iterator[Row]:
    if isinstance(node, yaml.ScalarNode):
        yield Row(node.value, node, lists)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _below(item, (node, *lists))
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _below(value, lists)
