"""The rows and cells of tables, as Python-Markdown's extension `tables` cuts them."""

from __future__ import annotations

import re

_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
_END = re.compile(r"(?<!\\)(?:\\\\)*\|$")
_RULE = re.compile(r"[|:\- ]*")


def is_table(rows: list[str]) -> bool:
    """Whether a block is a table: heads, and below them a rule with as many cells."""
    if len(rows) < 2 or not _BAR.search(rows[0]) or not _RULE.fullmatch(rows[1]):
        return False
    framed = is_framed(rows[0])
    heads = cells(rows[0], framed=framed)
    return len(cells(rows[1], framed=framed)) == len(heads) and (
        len(heads) > 1 or all(map(is_framed, rows))
    )


def is_framed(row: str) -> bool:
    """Whether a row begins or ends with a bar."""
    row = row.strip(" ")
    return row.startswith("|") or bool(_END.search(row))


def cells(row: str, *, framed: bool = True) -> list[str]:
    """The cells of a row; a bar in code or behind a backslash is none between cells.

    `framed` is whether the heads begin or end with a bar, which is none between cells either.
    """
    row = row.strip(" ")
    if framed:
        row = row.removeprefix("|")
        end = _END.search(row)
        row = row[: end.end() - 1] if end else row
    masked = _CODE.sub(lambda match: "x" * len(match.group()), row)
    cuts = [match.end() for match in _BAR.finditer(masked)]
    starts, ends = [0, *cuts], [*(cut - 1 for cut in cuts), len(row)]
    return [row[start:end].strip(" ") for start, end in zip(starts, ends, strict=True)]


def code_with_bar(row: str) -> str:
    """The first code in a row that holds a bar, "" if none does."""
    return next((match.group() for match in _CODE.finditer(row) if "|" in match.group()), "")
