"""Splits Markdown into statements: paragraphs, list items, table rows, block quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.content.block_structure import RULE_ROW
from scripts.content.markdown import mask_blocks

_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+\.)[ \t]+")
# Includes the dashes and spaces that Word substitutes, which another check reports.
_DASHES = r"[\s:|\-\u2010-\u2015\u2212]"
_RULE = re.compile(rf"(?=[^|]*\|){_DASHES}++$")
# A fence in an item or an unclosed one, which `mask_blocks` leaves and another check reports.
_FENCE = re.compile(r"[ \t>]*(?P<fence>`{3,}|~{3,})[^`]*")
# A definition of a term, or the target of a reference link.
_NO_STATEMENT = re.compile(r"[ ]{0,3}(?::[ ]|\[[^@\[\]]+\]:[ \t]*\S+[ \t]*$)")
_PLACEHOLDER = re.compile(r"\{\{[ \t]*[\w-]+[ \t]*\}\}")

PARAGRAPH, ITEM, ROW, QUOTE, PLACEHOLDER = "paragraph", "item", "row", "quote", "placeholder"


@dataclass(frozen=True)
class Block:
    """One statement: its kind, its text and the line on which it begins."""

    kind: str
    text: str
    line: int


def blocks(text: str, first_line: int = 1) -> list[Block]:
    """The statements in a section's text, without headings, rules and code.

    `first_line` is the line of the file on which the text begins.

    Returns:
        Blocks in text order, each with its line number in the file.
    """
    result: list[Block] = []
    for line, chunk in _chunks(mask_blocks(text), first_line):
        if _NO_STATEMENT.match(chunk[0]):
            continue
        if chunk[0].lstrip().startswith("|"):
            result += _rows(chunk, line)
        elif _ITEM.match(chunk[0]):
            result += _items(chunk, line)
        elif chunk[0].lstrip().startswith(">"):
            result.append(Block(QUOTE, "\n".join(chunk), line))
        else:
            joined = "\n".join(chunk).strip()
            kind = PLACEHOLDER if _PLACEHOLDER.fullmatch(joined) else PARAGRAPH
            result.append(Block(kind, joined, line))
    return result


def _chunks(text: str, first_line: int) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between blank lines, each with the line number of its first line."""
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
    """The rows of a table below its header, which states nothing."""
    header = 2 if len(chunk) > 1 and _RULE.match(chunk[1]) else 0
    return [Block(ROW, row, line + offset) for offset, row in enumerate(chunk) if offset >= header]


def _items(chunk: list[str], line: int) -> list[Block]:
    result: list[Block] = []
    for offset, row in enumerate(chunk):
        if _ITEM.match(row) or not result:
            result.append(Block(ITEM, row, line + offset))
        else:
            last = result.pop()
            result.append(Block(ITEM, f"{last.text}\n{row}", last.line))
    return result
