"""Changes single values of a YAML text, and leaves its comments, order and form as they are."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from scripts.common.problems import ProblemsFound
from scripts.common.yaml_faults import LOADER, fault, too_deep

# What stands between two rows and columns, and what is to stand there.
Span = tuple[tuple[int, int], tuple[int, int], str]


def compose(text: str, path: str) -> yaml.Node | None:
    """The nodes of the text of a file, each with its place.

    Raises:
        ProblemsFound: it cannot be read as YAML.
    """
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        raise ProblemsFound([fault(error, text, path, mend="mend the YAML")]) from None
    except RecursionError:
        raise ProblemsFound([too_deep(path, 1)]) from None
    return node


def pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.MappingNode, int, str, yaml.Node]]:
    """Every key of every set of keys: the set, the number of the pair, the key, its value."""
    if isinstance(node, yaml.MappingNode):
        for at, (key, value) in enumerate(node.value):
            yield node, at, str(key.value), value
            yield from pairs(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from pairs(item)


def value_of(node: yaml.Node, key: str) -> str:
    """The value of one key of a set, "" where it is missing or no plain value."""
    found = node.value if isinstance(node, yaml.MappingNode) else []
    values = (value.value for name, value in found if name.value == key)
    first = next(values, "")
    return first if isinstance(first, str) else ""


def replaced(node: yaml.Node, value: str) -> Span:
    """Another value in the place of a plain one."""
    start, end = node.start_mark, node.end_mark
    return (start.line, start.column), (end.line, end.column), value


def without_rows(first: int, last: int) -> Span:
    """Rows taken away, the last one included."""
    return (first, 0), (last + 1, 0), ""


def without_pair(owner: yaml.MappingNode, at: int) -> Span:
    """A key and its value taken away. A first key leaves its place to the next."""
    key, value = owner.value[at]
    start, end = key.start_mark, value.end_mark
    if at == 0 and len(owner.value) > 1:
        end = owner.value[1][0].start_mark
    elif owner.flow_style:
        start = owner.value[at - 1][1].end_mark if at else start
    else:
        return without_rows(start.line, last_row(value))
    return (start.line, start.column), (end.line, end.column), ""


def without_item(owner: yaml.SequenceNode, at: int) -> Span:
    """One item of a list taken away."""
    if not owner.flow_style:
        item = owner.value[at]
        return without_rows(item.start_mark.line, last_row(item))
    kept = ", ".join(str(each.value) for place, each in enumerate(owner.value) if place != at)
    return replaced(owner, f"[{kept}]")


def last_row(node: yaml.Node) -> int:
    """The last row on which something of a node stands."""
    if isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        return last_row(last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.line
    # A text of several rows ends where the next row begins.
    return end - 1 if node.end_mark.column == 0 and end > node.start_mark.line else end


def applied(text: str, spans: list[Span]) -> str:
    """The text with each span as it is to be; no two of them overlap."""
    starts = [0]
    for row in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(row))

    def offset(place: tuple[int, int]) -> int:
        row, column = place
        return starts[row] + column if row < len(starts) else len(text)

    for start, end, value in sorted(spans, reverse=True):
        text = text[: offset(start)] + value + text[offset(end) :]
    return text
