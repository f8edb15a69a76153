"""Splits tables into rows and cells as Python-Markdown's extension `tables` does."""

from __future__ import annotations

import re

_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_PIPE = re.compile(r"(?<!\\)(?:\\\\)*\|")
_FINAL_PIPE = re.compile(r"(?<!\\)(?:\\\\)*\|$")
_RULE = re.compile(r"[|:\- ]*")


def is_table(rows: list[str]) -> bool:
    """Whether a block is a table: a header row, and below it a rule with as many cells."""
    if len(rows) < 2 or not _PIPE.search(rows[0]) or not _RULE.fullmatch(rows[1]):
        return False
    framed = is_framed(rows[0])
    header = cells(rows[0], framed=framed)
    return len(cells(rows[1], framed=framed)) == len(header) and (
        len(header) > 1 or all(map(is_framed, rows))
    )


def is_framed(row: str) -> bool:
    """Whether a row begins or ends with a pipe."""
    row = row.strip(" ")
    return row.startswith("|") or bool(_FINAL_PIPE.search(row))


def cells(row: str, *, framed: bool = True) -> list[str]:
    """The cells of a row; a pipe in code or after a backslash does not separate cells.

    `framed` says whether the header row has outer pipes, which do not separate cells either.
    """
    row = row.strip(" ")
    if framed:
        row = row.removeprefix("|")
        final_pipe = _FINAL_PIPE.search(row)
        row = row[: final_pipe.end() - 1] if final_pipe else row
    masked = _CODE.sub(lambda match: "x" * len(match.group()), row)
    separators = [match.end() for match in _PIPE.finditer(masked)]
    starts, ends = [0, *separators], [*(cut - 1 for cut in separators), len(row)]
    return [
        row[start:final_pipe].strip(" ") for start, final_pipe in zip(starts, ends, strict=True)
    ]


def code_with_pipe(row: str) -> str:
    """The first code span in a row that contains a pipe, "" if there is none."""
    return next((match.group() for match in _CODE.finditer(row) if "|" in match.group()), "")
