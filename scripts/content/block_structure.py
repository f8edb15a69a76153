"""Parses the block structure of Markdown as Python-Markdown does, but with line numbers.

Pages are rendered by Python-Markdown, which discards line numbers. This parser recognises
lists, headings and code in the same order, so that a check can locate them;
tests/unit/content/test_block_structure.py compares the two.
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
    ParserState,
    Reader,
    SourceLine,
    first_index,
)
from scripts.content.markdown import mask_blocks
from scripts.content.raw_html import mask_html
from scripts.content.table_rows import is_table

# Deeper nesting is left as text: nobody writes it on purpose.
_MAX_DEPTH = 60
_QUOTED = re.compile(r"[ ]{0,3}>[ ]?(?P<text>.*)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*")
RULE_ROW = re.compile(r"[ ]{0,3}(?:(?:-[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,})[ ]*")


@lru_cache(maxsize=1024)
def structure(text: str, first_line: int = 1) -> Node:
    """The syntax tree of a page's text, without fenced code, comments and raw HTML."""
    lines = mask_html(mask_blocks(text)).expandtabs(TAB).split("\n")
    root = Node(ROOT, [SourceLine(each, index) for index, each in enumerate(lines, first_line)])
    _parse(root.rows, ParserState(root, "", 0, _parse))
    return root


def _parse(rows: list[SourceLine], state: ParserState) -> None:
    blocks: list[list[SourceLine]] = [[]]
    for row in rows:
        if row.text.strip():
            blocks[-1].append(row)
        else:
            blocks.append([])
    if state.depth > _MAX_DEPTH:
        state.parent.children += [Node(PARAGRAPH, block) for block in blocks if block]
        return
    blocks.reverse()
    while blocks:
        if block := blocks.pop():
            rest = next(left for read in _READERS if (left := read(block, state)) is not None)
            blocks += reversed(rest)


def _code(block: list[SourceLine], state: ParserState) -> list[list[SourceLine]] | None:
    end = first_index(block, lambda row: row.indent < TAB)
    if end == 0:
        return None
    state.parent.children.append(Node(CODE, block[:end]))
    return [block[end:]] if end else []


def _table(block: list[SourceLine], state: ParserState) -> list[list[SourceLine]] | None:
    if not is_table([row.text for row in block]):
        return None
    state.parent.children.append(Node(TABLE, block))
    return []


def _heading(block: list[SourceLine], state: ParserState) -> list[list[SourceLine]] | None:
    index = first_index(block, lambda row: row.text.startswith("#"))
    if index is None and len(block) > 1 and _UNDERLINE.fullmatch(block[1].text):
        return _interrupting(HEADING, block, 0, state, rows=2)
    return None if index is None else _interrupting(HEADING, block, index, state)


def _rule(block: list[SourceLine], state: ParserState) -> list[list[SourceLine]] | None:
    index = first_index(block, lambda row: RULE_ROW.fullmatch(row.text))
    return None if index is None else _interrupting(RULE, block, index, state)


def _interrupting(
    kind: str, block: list[SourceLine], index: int, state: ParserState, rows: int = 1
) -> list[list[SourceLine]]:
    """Add a block of one or two lines that may interrupt a paragraph at `index`."""
    state.parse(block[:index])
    state.parent.children.append(Node(kind, block[index : index + rows]))
    return [block[index + rows :]]


def _quote(block: list[SourceLine], state: ParserState) -> list[list[SourceLine]] | None:
    index = first_index(block, lambda row: _QUOTED.fullmatch(row.text))
    if index is None:
        return None
    state.parse(block[:index])
    quoted = [(_QUOTED.fullmatch(row.text), row) for row in block[index:]]
    rows = [SourceLine(match["text"] if match else row.text, row.line) for match, row in quoted]
    if not state.parent.last((QUOTE,)):
        state.parent.children.append(Node(QUOTE, block[index:]))
    state.parse(rows, state.parent.children[-1], "quote")
    return []


def _paragraph(block: list[SourceLine], state: ParserState) -> list[list[SourceLine]]:
    state.parent.children.append(Node(PARAGRAPH, block))
    return []


# In the priority order of Python-Markdown's block processors.
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
