"""The blocks of a Markdown text as Python-Markdown cuts them, each row with its line.

The page is made by Python-Markdown, which keeps no lines. What it takes for a list, a
heading or code is found here in the same order, so that a check can say where; the two are
held against each other in tests/unit/content/test_block_structure.py.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scripts.content.block_lists import definition, in_list, lists
from scripts.content.block_nodes import (
    BULLETS,
    CODE,
    HEADING,
    NUMBERS,
    PARAGRAPH,
    QUOTE,
    ROOT,
    RULE,
    TAB,
    TABLE,
    Node,
    Place,
    Reader,
    Row,
    first,
)
from scripts.content.markdown import mask_blocks
from scripts.content.raw_html import mask_html
from scripts.content.table_rows import is_table

# What stands in more lists and quotations than anybody writes is left as text.
_DEEPEST = 60
_QUOTED = re.compile(r"[ ]{0,3}>[ ]?(?P<text>.*)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*")
RULE_ROW = re.compile(r"[ ]{0,3}(?:(?:-[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,})[ ]*")


@lru_cache(maxsize=1024)
def structure(text: str, first_line: int = 1) -> Node:
    """The blocks of a page's text; code in fences, comments and raw HTML are left out."""
    lines = mask_html(mask_blocks(text)).expandtabs(TAB).split("\n")
    root = Node(ROOT, [Row(each, at) for at, each in enumerate(lines, first_line)])
    _parse(root.rows, Place(root, "", 0, _parse))
    return root


def _parse(rows: list[Row], place: Place) -> None:
    blocks: list[list[Row]] = [[]]
    for row in rows:
        if row.text.strip():
            blocks[-1].append(row)
        else:
            blocks.append([])
    if place.depth > _DEEPEST:
        place.parent.children += [Node(PARAGRAPH, block) for block in blocks if block]
        return
    blocks.reverse()
    while blocks:
        if block := blocks.pop():
            rest = next(found for read in _READERS if (found := read(block, place)) is not None)
            blocks += reversed(rest)


def _code(block: list[Row], place: Place) -> list[list[Row]] | None:
    end = first(block, lambda row: row.indent < TAB)
    if end == 0:
        return None
    place.parent.children.append(Node(CODE, block[:end]))
    return [block[end:]] if end else []


def _table(block: list[Row], place: Place) -> list[list[Row]] | None:
    if not is_table([row.text for row in block]):
        return None
    place.parent.children.append(Node(TABLE, block))
    return []


def _heading(block: list[Row], place: Place) -> list[list[Row]] | None:
    at = first(block, lambda row: row.text.startswith("#"))
    if at is None and len(block) > 1 and _UNDERLINE.fullmatch(block[1].text):
        return _alone(HEADING, block, 0, place, rows=2)
    return None if at is None else _alone(HEADING, block, at, place)


def _rule(block: list[Row], place: Place) -> list[list[Row]] | None:
    at = first(block, lambda row: RULE_ROW.fullmatch(row.text))
    return None if at is None else _alone(RULE, block, at, place)


def _alone(kind: str, block: list[Row], at: int, place: Place, rows: int = 1) -> list[list[Row]]:
    """A row that is a block by itself, wherever in a paragraph it stands."""
    place.parse(block[:at])
    place.parent.children.append(Node(kind, block[at : at + rows]))
    return [block[at + rows :]]


def _quote(block: list[Row], place: Place) -> list[list[Row]] | None:
    at = first(block, lambda row: _QUOTED.fullmatch(row.text))
    if at is None:
        return None
    place.parse(block[:at])
    quoted = [(_QUOTED.fullmatch(row.text), row) for row in block[at:]]
    rows = [Row(match["text"] if match else row.text, row.line) for match, row in quoted]
    if not place.parent.last((QUOTE,)):
        place.parent.children.append(Node(QUOTE, block[at:]))
    place.parse(rows, place.parent.children[-1], "quote")
    return []


def _paragraph(block: list[Row], place: Place) -> list[list[Row]]:
    place.parent.children.append(Node(PARAGRAPH, block))
    return []


# In the order of Python-Markdown's block processors.
_READERS: tuple[Reader, ...] = (
    in_list,
    _code,
    _table,
    _heading,
    _rule,
    lists(NUMBERS),
    lists(BULLETS),
    definition,
    _quote,
    _paragraph,
)
