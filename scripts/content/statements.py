"""Cuts Markdown into the units that state something: paragraph, item, row, quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.content.block_structure import RULE_ROW
from scripts.content.markdown import mask_blocks

_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+\.)[ \t]+")
# With the dashes and spaces that Word puts in their place, of which another check tells.
_DASHES = r"[\s:|\-\u2010-\u2015\u2212]"
_RULE = re.compile(rf"(?=[^|]*\|){_DASHES}++$")
# Code that stands in an item or is not closed is no text either, and told of elsewhere.
_FENCE = re.compile(r"[ \t>]*(?P<fence>`{3,}|~{3,})[^`]*")
# Nor is the explanation of a term, or the address of a link at the foot of a text.
_NO_STATEMENT = re.compile(r"[ ]{0,3}(?::[ ]|\[[^@\[\]]+\]:[ \t]*\S+[ \t]*$)")
_PLACEHOLDER = re.compile(r"\{\{[ \t]*[\w-]+[ \t]*\}\}")

PARAGRAPH, ITEM, ROW, QUOTE, PLACEHOLDER = "paragraph", "item", "row", "quote", "placeholder"


@dataclass(frozen=True)
class Block:
    """One unit: its kind, its text and the line it begins on."""

    kind: str
    text: str
    line: int


def blocks(text: str, first_line: int = 1) -> list[Block]:
    """The units of a section's text. Headings, rules and code are none.

    Returns:
        Blocks in the order of the text, each with the line of the file that it begins on if
        `first_line` is that of the section.
    """
    found: list[Block] = []
    for line, chunk in _chunks(mask_blocks(text), first_line):
        if _NO_STATEMENT.match(chunk[0]):
            continue
        if chunk[0].lstrip().startswith("|"):
            found += _rows(chunk, line)
        elif _ITEM.match(chunk[0]):
            found += _items(chunk, line)
        elif chunk[0].lstrip().startswith(">"):
            found.append(Block(QUOTE, "\n".join(chunk), line))
        else:
            joined = "\n".join(chunk).strip()
            kind = PLACEHOLDER if _PLACEHOLDER.fullmatch(joined) else PARAGRAPH
            found.append(Block(kind, joined, line))
    return found


def _chunks(text: str, first_line: int) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between blank lines, with the number of their first line."""
    chunk: list[str] = []
    begin = first_line
    fence = ""
    for number, row in enumerate(text.split("\n"), first_line):
        if fence:
            fence = "" if row.lstrip(" \t>").startswith(fence) else fence
        elif opened := _FENCE.fullmatch(row):
            fence = opened["fence"]
        elif not row.strip() or RULE_ROW.fullmatch(row):
            if chunk:
                yield begin, chunk
            chunk = []
        elif row.startswith("#"):
            continue
        else:
            if not chunk:
                begin = number
            chunk.append(row)
    if chunk:
        yield begin, chunk


def _rows(chunk: list[str], line: int) -> list[Block]:
    """The rows of a table below its header; a header names and states nothing."""
    header = 2 if len(chunk) > 1 and _RULE.match(chunk[1]) else 0
    return [Block(ROW, row, line + at) for at, row in enumerate(chunk) if at >= header]


def _items(chunk: list[str], line: int) -> list[Block]:
    found: list[Block] = []
    for at, row in enumerate(chunk):
        if _ITEM.match(row) or not found:
            found.append(Block(ITEM, row, line + at))
        else:
            last = found.pop()
            found.append(Block(ITEM, f"{last.text}\n{row}", last.line))
    return found
