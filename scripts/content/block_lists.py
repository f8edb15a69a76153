"""Lists and definitions in the blocks of a text, as Python-Markdown reads them.

As it does with `sane_lists`: a list of one kind has no item of another.
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
    Place,
    Reader,
    Row,
    first,
    less,
)

_SIGN = {
    NUMBERS: re.compile(r"(?P<indent>[ ]{0,3})(?P<sign>\d+\.)[ ]+(?P<text>.*)"),
    BULLETS: re.compile(r"(?P<indent>[ ]{0,3})(?P<sign>[*+-])[ ]+(?P<text>.*)"),
}
_NESTED = re.compile(r"[ ]{4,7}(?:\d+\.|[*+-])[ ]+.*")
_DEFINED = re.compile(r"[ ]{0,3}:[ ]{1,3}(?P<text>.*)")


def in_list(block: list[Row], place: Place) -> list[list[Row]] | None:
    """An indented block that belongs to the item or definition above."""
    parent, levels = place.parent, block[0].indent // TAB
    if not levels or place.state == "detabbed":
        return None
    lists: tuple[str, ...] = (BULLETS, NUMBERS)
    items: tuple[str, ...] = (ITEM,)
    if not (parent.kind in items or parent.last(lists)):
        lists, items = (*lists, DEFINITIONS), (*items, DEFINITION)
    if not (parent.kind in items or parent.last(lists)):
        return None
    home, level = parent, int(place.state == "list")
    while levels > level and (child := home.last((*lists, *items))):
        level += child.kind in lists
        home = child
    if parent.kind in items:
        home = parent.last(lists) or parent
    elif home.kind in lists:
        home = home.last(items) or home
    place.parse(less(block, level * TAB), home, "detabbed")
    return []


def lists(kind: str) -> Reader:
    """The reader of one kind of list."""
    sign = _SIGN[kind]

    def read(block: list[Row], place: Place) -> list[list[Row]] | None:
        if not sign.fullmatch(block[0].text):
            return None
        parent = place.parent
        found = parent if parent.kind in (BULLETS, NUMBERS) else parent.last((kind,))
        if found is None:
            found = Node(kind, block)
            parent.children.append(found)
        for entry in _entries(block, sign):
            match = sign.fullmatch(entry[0].text)
            rows = [Row(match["text"], entry[0].line), *entry[1:]] if match else entry
            if match:
                item = Node(ITEM, rows, [], match["sign"], len(match["indent"]))
                found.children.append(item)
            place.parse(rows, found.children[-1], "list")
        return []

    return read


def _entries(block: list[Row], sign: re.Pattern[str]) -> list[list[Row]]:
    """The items of a list, and apart from them what is nested in the item before."""
    entries: list[list[Row]] = []
    for row in block:
        if sign.fullmatch(row.text) or (
            _NESTED.fullmatch(row.text) and entries[-1][0].indent < TAB
        ):
            entries.append([row])
        else:
            entries[-1].append(row)
    return entries


def definition(block: list[Row], place: Place) -> list[list[Row]] | None:
    """A row that begins with a colon, and the terms above it."""
    at = first(block, lambda row: _DEFINED.fullmatch(row.text))
    parent = place.parent
    if at is None or (at == 0 and not parent.children):
        return None
    terms, after = block[:at], block[at + 1 :]
    end = first(after, lambda row: row.indent < TAB)
    # Rows that go on right below belong to it as they stand.
    goes_on = end == 0 and not after[0].text.lstrip().startswith(":")
    below = after if goes_on else less(after[:end], TAB)
    if not terms and (above := parent.last((PARAGRAPH,))):
        terms = above.rows
        parent.children.pop()
    home = parent.last((DEFINITIONS,))
    if home is None:
        home = Node(DEFINITIONS, [*terms, block[at]])
        parent.children.append(home)
    home.children += [Node(TERM, [row]) for row in terms]
    text = block[at].text.lstrip(" ").removeprefix(":").lstrip(" ")
    rows = [Row(text, block[at].line), *below]
    home.children.append(Node(DEFINITION, rows))
    place.parse(rows, home.children[-1], "list")
    return [] if goes_on or end is None else [after[end:]]
