"""Where a fault of YAML begins: its reader often stops rows below what is to be mended."""

from __future__ import annotations

import re
from typing import NamedTuple

COLON = "put the value in quotation marks"
UNCLOSED = (
    "a quotation mark is not closed",
    "close the quotation mark: the value ends as it begins",
)
# A row that is nothing but a key, up to its colon; and one whose colon has no space behind it.
_KEY = re.compile(r"[ ]*(?:-[ ]+)?[\w-]+")
_TIGHT = re.compile(r"[ ]*(?:-[ ]+)?(?P<key>[\w-]+):(?P<value>[^\s/][^\s:]*)(?:\s.*)?")
# A value that begins with a quotation mark which does not stand on its row again.
_OPEN = re.compile(r"[ ]*(?:-[ ]+)?(?:[\w-]+:[ ]+)?(?:\"[^\"]+|'[^']+)")
_BEGINS = re.compile(r"[ ]*(?:-[ ]+)?[\w-]+:(?:[ ]|$)|[ ]*-[ ]")
# Behind a value such a sign begins a comment, and what closes the value is lost with it.
_HASH = re.compile(r"\s#\S")
_NEAR = 12
_CUT = "a # in a value begins a comment, and what stands behind it is lost"


class Origin(NamedTuple):
    """The row to mend, counted from 0, what is wrong with it, and the mend."""

    row: int
    what: str
    mend: str


def origin(error: Exception, text: str) -> Origin | None:
    """Where a fault begins, if that is another row than the reader names, or another fault."""
    return _cut(error, text) or _run_on(error, text) or _open_quote(error, text)


def _cut(error: Exception, text: str) -> Origin | None:
    """The row whose value a # cuts, so that what follows cannot be read.

    That of the fault or of what it stands in, or the one before.
    """
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    rows = [int(mark.line) for mark in marks if mark]
    last = max(rows, default=-1)
    # What is never closed may begin at the head of the file: that far back nobody looks.
    for at in range(last, max(min(rows, default=0) - 1, last - _NEAR, 0) - 1, -1):
        row = row_of(text, at)
        hash_ = _HASH.search(row)
        if hash_ and not row.lstrip().startswith("#") and row[hash_.start() - 1] not in "'\"":
            return Origin(at, _CUT, COLON)
    return None


def _run_on(error: Exception, text: str) -> Origin | None:
    """Where a key is read as more of the value above it: the row that is to be mended, and how.

    The reader says the same of it as of a colon within a value.
    """
    mark = getattr(error, "problem_mark", None)
    said = str(getattr(error, "problem", ""))
    if mark is None or not ("mapping values" in said or "expected ':'" in said):
        return None
    row = row_of(text, mark.line)
    above = next((at for at in range(mark.line - 1, -1, -1) if row_of(text, at).strip()), None)
    if above is None:
        return None
    before = row_of(text, above)
    if (tight := _TIGHT.fullmatch(before)) and _KEY.match(row):
        mend = f"write {tight['key']}: {tight['value']} …"
        return Origin(above, f'a space is missing behind "{tight["key"]}:"', mend)
    if not _KEY.fullmatch(row[: mark.column]):
        return None
    if _indent(row) > _indent(before):
        said = "the row is indented more than the one above, and is read as more of its value"
        mend = "indent the keys of one record equally, and begin its first row with - and a space"
        return Origin(int(mark.line), said, mend)
    return None


def _open_quote(error: Exception, text: str) -> Origin | None:
    """The row of a quotation mark that is never closed: the reader stops at the next one of it.

    Where the next row is no key, the value goes on there, and may be closed.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return None
    rows = text.split("\n")[: mark.line + 1]
    for at, row in enumerate(rows[:-1]):
        if _OPEN.fullmatch(row) and _BEGINS.match(rows[at + 1]):
            return Origin(at, *UNCLOSED)
    return None


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def row_of(text: str, at: int) -> str:
    """A row, counted from 0; an empty one behind the last."""
    rows = text.split("\n")
    return rows[at] if at < len(rows) else ""
