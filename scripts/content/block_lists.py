"""Parses lists and definition lists as Python-Markdown does.

With its extension `sane_lists`: bullets and numbers never mix in one list.
"""

from __future__ import annotations

import re

from scripts.content.block_nodes import (
    BULLETS,
    DEFINITION,
    DEFINITIONS,
    ITEM,
    NUMBERS,
    PARAGRAPH,
    TAB,
    TERM,
    Node,
    ParserState,
    Reader,
    SourceLine,
    dedent,
    first_index,
)

_SIGN = {
    NUMBERS: re.compile(r"(?P<indent>[ ]{0,3})(?P<sign>\d+\.)[ ]+(?P<text>.*)"),
    BULLETS: re.compile(r"(?P<indent>[ ]{0,3})(?P<sign>[*+-])[ ]+(?P<text>.*)"),
}
_NESTED = re.compile(r"[ ]{4,7}(?:\d+\.|[*+-])[ ]+.*")
_DEFINED = re.compile(r"[ ]{0,3}:[ ]{1,3}(?P<text>.*)")


def in_list(block: list[SourceLine], state: ParserState) -> list[list[SourceLine]] | None:
    """Read an indented block that continues the list item or definition above."""
    parent, levels = state.parent, block[0].indent // TAB
    if not levels or state.mode == "detabbed":
        return None
    lists: tuple[str, ...] = (BULLETS, NUMBERS)
    items: tuple[str, ...] = (ITEM,)
    if not (parent.kind in items or parent.last(lists)):
        lists, items = (*lists, DEFINITIONS), (*items, DEFINITION)
    if not (parent.kind in items or parent.last(lists)):
        return None
    container, level = parent, int(state.mode == "list")
    while levels > level and (child := container.last((*lists, *items))):
        level += child.kind in lists
        container = child
    if parent.kind in items:
        container = parent.last(lists) or parent
    elif container.kind in lists:
        container = container.last(items) or container
    state.parse(dedent(block, level * TAB), container, "detabbed")
    return []


def lists(kind: str) -> Reader:
    """The reader for one kind of list."""
    sign = _SIGN[kind]

    def read(block: list[SourceLine], state: ParserState) -> list[list[SourceLine]] | None:
        if not sign.fullmatch(block[0].text):
            return None
        parent = state.parent
        list_node = parent if parent.kind in (BULLETS, NUMBERS) else parent.last((kind,))
        if list_node is None:
            list_node = Node(kind, block)
            parent.children.append(list_node)
        for entry in _entries(block, sign):
            match = sign.fullmatch(entry[0].text)
            lines = [SourceLine(match["text"], entry[0].line), *entry[1:]] if match else entry
            if match:
                item = Node(ITEM, lines, [], match["sign"], len(match["indent"]))
                list_node.children.append(item)
            state.parse(lines, list_node.children[-1], "list")
        return []

    return read


def _entries(block: list[SourceLine], sign: re.Pattern[str]) -> list[list[SourceLine]]:
    """Split a list into its items; what is nested in an item is an entry of its own."""
    entries: list[list[SourceLine]] = []
    for line in block:
        if sign.fullmatch(line.text) or (
            _NESTED.fullmatch(line.text) and entries[-1][0].indent < TAB
        ):
            entries.append([line])
        else:
            entries[-1].append(line)
    return entries


def definition(block: list[SourceLine], state: ParserState) -> list[list[SourceLine]] | None:
    """Read a definition, a line that begins with a colon, and the terms above it."""
    index = first_index(block, lambda line: _DEFINED.fullmatch(line.text))
    parent = state.parent
    if index is None or (index == 0 and not parent.children):
        return None
    terms, after = block[:index], block[index + 1 :]
    end = first_index(after, lambda line: line.indent < TAB)
    # Unindented lines right below continue the definition.
    is_continued = end == 0 and not after[0].text.lstrip().startswith(":")
    below = after if is_continued else dedent(after[:end], TAB)
    if not terms and (above := parent.last((PARAGRAPH,))):
        terms = above.rows
        parent.children.pop()
    container = parent.last((DEFINITIONS,))
    if container is None:
        container = Node(DEFINITIONS, [*terms, block[index]])
        parent.children.append(container)
    container.children += [Node(TERM, [line]) for line in terms]
    text = block[index].text.lstrip(" ").removeprefix(":").lstrip(" ")
    lines = [SourceLine(text, block[index].line), *below]
    container.children.append(Node(DEFINITION, lines))
    state.parse(lines, container.children[-1], "list")
    return [] if is_continued or end is None else [after[end:]]
