"""Where a fault of YAML begins: its reader often stops rows below what is to be mended."""

from __future__ import annotations

import re

from scripts.common.yaml_rows import Origin, filled_above, indent, row_of
from scripts.common.yaml_signs import sign_origin
from scripts.common.yaml_starts import start_origin

COLON = "put the value in quotation marks"
UNCLOSED = (
    "a quotation mark is not closed",
    "close the quotation mark: the value ends as it begins",
)
UNCLOSED_BRACKET = (
    "a bracket is not closed",
    "close the bracket, or put the value in quotation marks",
)
# A row that is nothing but a key, up to its colon; and one whose colon has no space behind it.
_KEY = re.compile(r"[ ]*(?:-[ ]+)?[\w-]+")
_TIGHT = re.compile(r"[ ]*(?:-[ ]+)?(?P<key>[\w-]+):(?P<value>[^\s/][^\s:]*)(?:\s.*)?")
# A value that begins with a quotation mark which does not stand on its row again.
_OPEN = re.compile(r"[ ]*(?:-[ ]+)?(?:[\w-]+:[ ]+)?(?:\"[^\"]+|'[^']+)")
_BEGINS = re.compile(r"[ ]*(?:-[ ]+)?[\w-]+:(?:[ ]|$)|[ ]*-[ ]")
# Behind a value such a sign begins a comment, and what closes the value is lost with it.
_HASH = re.compile(r"\s#\S")
_WAITS = re.compile(r"[ ]*(?:-[ ]+)?[\w-]+:[ ]*|[ ]*-[ ]*")
KEYLESS = (
    "a row is no key with a value",
    "write a key, a colon, a space and the value on one row",
)
_NEAR = 12
_CUT = "a # in a value begins a comment, and what stands behind it is lost"


def origin(error: Exception, text: str) -> Origin | None:
    """Where a fault begins, if that is another row than the reader names, or another fault."""
    for known in (
        start_origin, sign_origin, _first_row, _cut, _open_bracket, _run_on, _open_quote, _no_key,
    ):  # fmt: skip
        if found := known(error, text):
            return found
    return None


def _first_row(error: Exception, text: str) -> Origin | None:
    """The first row, where it is indented and another below is not: to YAML another text begins."""
    mark = getattr(error, "problem_mark", None)
    if mark is None or "<document start>" not in str(getattr(error, "problem", "")):
        return None
    rows = enumerate(text.split("\n"))
    filled = (at for at, row in rows if row.strip() and not row.lstrip().startswith("#"))
    first = next(filled, mark.line)
    if indent(row_of(text, first)) <= indent(row_of(text, mark.line)) or first >= mark.line:
        return None
    what = "the first row is indented, and others are not"
    return Origin(first, what, "take the spaces in front of it away")


def _no_key(error: Exception, text: str) -> Origin | None:
    """A row without a colon between those of keys: the reader stops at the one below it."""
    mark, begun = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    said = str(getattr(error, "problem", ""))
    if begun is not None and "expected ':'" in said:
        return Origin(int(begun.line), *KEYLESS)
    if mark is None or "mapping values" not in said:
        return None
    row = row_of(text, mark.line)
    above = filled_above(text, mark.line)
    if above is None or not _KEY.fullmatch(row[: mark.column]):
        return None
    # Only below what waits for a value: below another it may be more of that.
    before = filled_above(text, above)
    begins = before is None or _WAITS.fullmatch(row_of(text, before))
    keyless = not _BEGINS.match(row_of(text, above)) or row_of(text, above).lstrip()[:1] == "-"
    same = _column(row_of(text, above)) == _column(row)
    return Origin(above, *KEYLESS) if begins and keyless and same else None


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
    above = filled_above(text, mark.line)
    if above is None:
        return None
    before = row_of(text, above)
    if (tight := _TIGHT.fullmatch(before)) and _KEY.match(row):
        mend = f"write {tight['key']}: {tight['value']} …"
        return Origin(above, f'a space is missing behind "{tight["key"]}:"', mend)
    if not _KEY.fullmatch(row[: mark.column]):
        return None
    if indent(row) > indent(before):
        said = "the row is indented more than the one above, and is read as more of its value"
        mend = "indent the keys of one record equally, and begin its first row with - and a space"
        return Origin(int(mark.line), said, mend)
    return None


def _open_bracket(error: Exception, text: str) -> Origin | None:
    """The row of a bracket that is never closed: the reader stops at the next key, or at the end.

    What is indented more than that row stands within the bracket, below one that lacks its comma.
    """
    mark, begun = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    if mark is None or begun is None or begun.line >= mark.line:
        return None
    if "parsing a flow" not in str(getattr(error, "context", "")):
        return None
    row, above = row_of(text, mark.line), filled_above(text, mark.line)
    if not row.strip() or indent(row) <= indent(row_of(text, begun.line)):
        return Origin(int(begun.line), *UNCLOSED_BRACKET)
    if above is None or not _KEY.fullmatch(row[: mark.column].rstrip()):
        return None
    if row_of(text, above).rstrip().endswith((",", "[", "{")):
        return None
    return Origin(above, "a comma is missing at the end of the row", "put it there")


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


def _column(row: str) -> int:
    """Where the first key of a row begins, behind the sign of an item."""
    begun = re.match(r"[ ]*(?:-[ ]+)?", row)
    return begun.end() if begun else 0
