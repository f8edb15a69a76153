"""Edits single values of a YAML text, and keeps its comments, order and formatting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import yaml

from scripts.common.problems import ProblemsFound
from scripts.common.yaml_faults import LOADER, fault, too_deep

# Start and end as (line, column), both counted from 0, and the replacement.
Edit = tuple[tuple[int, int], tuple[int, int], str]


def compose(text: str, path: str) -> yaml.Node | None:
    """Parse the text of a file into nodes with positions.

    Raises:
        ProblemsFound: it is not valid YAML.
    """
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        raise ProblemsFound([fault(error, text, path, fix="mend the YAML")]) from None
    except RecursionError:
        raise ProblemsFound([too_deep(path, 1)]) from None
    return node


class Pair(NamedTuple):
    """A key and its value, and the mapping that they are in, at the index `at`."""

    owner: yaml.MappingNode
    at: int
    key: str
    value: yaml.Node


def pairs(node: yaml.Node | None) -> Iterator[Pair]:
    """All pairs of all mappings, recursively."""
    if isinstance(node, yaml.MappingNode):
        for index, (key, value) in enumerate(node.value):
            yield Pair(node, index, str(key.value), value)
            yield from pairs(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from pairs(item)


def value_of(node: yaml.Node, key: str) -> str:
    """The scalar value of a key in a mapping, "" if it is missing or not a scalar."""
    items = node.value if isinstance(node, yaml.MappingNode) else []
    values = (value.value for name, value in items if name.value == key)
    first = next(values, "")
    return first if isinstance(first, str) else ""


def replaced(node: yaml.Node, value: str) -> Edit:
    """Replace a scalar."""
    start, end = node.start_mark, node.end_mark
    return (start.line, start.column), (end.line, end.column), value


def without_lines(first: int, last: int) -> Edit:
    """Delete lines, from 0, `last` included."""
    return (first, 0), (last + 1, 0), ""


def without_pair(owner: yaml.MappingNode, index: int) -> Edit:
    """Delete a key and its value; the next key takes the position of a first one."""
    key, value = owner.value[index]
    start, end = key.start_mark, value.end_mark
    if index == 0 and len(owner.value) > 1:
        end = owner.value[1][0].start_mark
    elif owner.flow_style:
        start = owner.value[index - 1][1].end_mark if index else start
    else:
        return without_lines(start.line, last_line(value))
    return (start.line, start.column), (end.line, end.column), ""


def without_item(owner: yaml.SequenceNode, index: int) -> Edit:
    """Delete one item of a list."""
    if not owner.flow_style:
        item = owner.value[index]
        return without_lines(item.start_mark.line, last_line(item))
    kept = ", ".join(str(each.value) for number, each in enumerate(owner.value) if number != index)
    return replaced(owner, f"[{kept}]")


def last_line(node: yaml.Node) -> int:
    """The last line of a node, from 0."""
    if isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        return last_line(last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.line
    # A block scalar ends at column 0 of the line after it.
    return end - 1 if node.end_mark.column == 0 and end > node.start_mark.line else end


def applied(text: str, edits: list[Edit]) -> str:
    """The text with all edits applied; they must not overlap."""
    starts = [0]
    for line_text in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line_text))

    def offset(position: tuple[int, int]) -> int:
        line, column = position
        return starts[line] + column if line < len(starts) else len(text)

    for start, end, value in sorted(edits, reverse=True):
        text = text[: offset(start)] + value + text[offset(end) :]
    return text
