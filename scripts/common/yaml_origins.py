"""Where a YAML error originates: the parser often stops lines below what has to be fixed."""

from __future__ import annotations

import re

from scripts.common.yaml_error_lines import Origin, filled_line_above, indent, line_text
from scripts.common.yaml_lookalikes import lookalike_origin
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
# A key alone, up to its colon; and a line with no space after its colon.
_KEY = re.compile(r"[ ]*(?:-[ ]+)?[\w-]+")
_NO_SPACE = re.compile(r"[ ]*(?:-[ ]+)?(?P<key>[\w-]+):(?P<value>[^\s/][^\s:]*)(?:\s.*)?")
# A value whose opening quotation mark has no closing one on the same line.
_OPEN_QUOTE = re.compile(r"[ ]*(?:-[ ]+)?(?:[\w-]+:[ ]+)?(?:\"[^\"]+|'[^']+)")
_KEY_OR_ITEM = re.compile(r"[ ]*(?:-[ ]+)?[\w-]+:(?:[ ]|$)|[ ]*-[ ]")
# After a value, # begins a comment, which swallows whatever closes the value.
_HASH = re.compile(r"\s#\S")
_NO_VALUE = re.compile(r"[ ]*(?:-[ ]+)?[\w-]+:[ ]*|[ ]*-[ ]*")
KEYLESS = (
    "a row is no key with a value",
    "write a key, a colon, a space and the value on one row",
)
_MAX_LINES_BACK = 12
_TRUNCATED = "a # in a value begins a comment, and what stands behind it is lost"


def origin(error: Exception, text: str) -> Origin | None:
    """The origin of a parse error, if it differs in line or kind from what the parser reports."""
    for known in (
        start_origin, lookalike_origin, _indented_first_line, _truncated, _open_bracket,
        _continued_value, _open_quote, _no_key,
    ):  # fmt: skip
        if found := known(error, text):
            return found
    return None


def _indented_first_line(error: Exception, text: str) -> Origin | None:
    """The first line, if it is indented and a later one is not: YAML then ends the document."""
    mark = getattr(error, "problem_mark", None)
    if mark is None or "<document start>" not in str(getattr(error, "problem", "")):
        return None
    lines = enumerate(text.split("\n"))
    filled = (index for index, line in lines if line.strip() and not line.lstrip().startswith("#"))
    first = next(filled, mark.line)
    if indent(line_text(text, first)) <= indent(line_text(text, mark.line)) or first >= mark.line:
        return None
    what = "the first row is indented, and others are not"
    return Origin(first, what, "take the spaces in front of it away")


def _no_key(error: Exception, text: str) -> Origin | None:
    """A line without a colon between keys: the parser stops at the line after it."""
    mark, context = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    message = str(getattr(error, "problem", ""))
    if context is not None and "expected ':'" in message:
        return Origin(int(context.line), *KEYLESS)
    if mark is None or "mapping values" not in message:
        return None
    line = line_text(text, mark.line)
    above = filled_line_above(text, mark.line)
    if above is None or not _KEY.fullmatch(line[: mark.column]):
        return None
    # Only after a key without a value: after another it may continue that value.
    before = filled_line_above(text, above)
    begins = before is None or _NO_VALUE.fullmatch(line_text(text, before))
    keyless = (
        not _KEY_OR_ITEM.match(line_text(text, above)) or line_text(text, above).lstrip()[:1] == "-"
    )
    same = _column(line_text(text, above)) == _column(line)
    return Origin(above, *KEYLESS) if begins and keyless and same else None


def _truncated(error: Exception, text: str) -> Origin | None:
    """The line whose value is truncated by a #, so that what follows cannot be parsed.

    Searches from the line of the error back to the start of its context, and one line more.
    """
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    lines = [int(mark.line) for mark in marks if mark]
    last = max(lines, default=-1)
    # An unclosed quotation mark or bracket may be far above: stop after a few lines.
    for index in range(last, max(min(lines, default=0) - 1, last - _MAX_LINES_BACK, 0) - 1, -1):
        line = line_text(text, index)
        hash_ = _HASH.search(line)
        if hash_ and not line.lstrip().startswith("#") and line[hash_.start() - 1] not in "'\"":
            return Origin(index, _TRUNCATED, COLON)
    return None


def _continued_value(error: Exception, text: str) -> Origin | None:
    """The line that makes YAML read a key as a continuation of the value above it.

    The parser reports it like a colon within a value.
    """
    mark = getattr(error, "problem_mark", None)
    message = str(getattr(error, "problem", ""))
    if mark is None or not ("mapping values" in message or "expected ':'" in message):
        return None
    line = line_text(text, mark.line)
    above = filled_line_above(text, mark.line)
    if above is None:
        return None
    before = line_text(text, above)
    if (tight := _NO_SPACE.fullmatch(before)) and _KEY.match(line):
        fix = f"write {tight['key']}: {tight['value']} …"
        return Origin(above, f'a space is missing behind "{tight["key"]}:"', fix)
    if not _KEY.fullmatch(line[: mark.column]):
        return None
    if indent(line) > indent(before):
        message = "the row is indented more than the one above, and is read as more of its value"
        fix = "indent the keys of one record equally, and begin its first row with - and a space"
        return Origin(int(mark.line), message, fix)
    return None


def _open_bracket(error: Exception, text: str) -> Origin | None:
    """The line of an unclosed bracket: the parser stops at the next key, or at the end.

    If the line of the error is indented deeper than the bracket's, it is within the bracket, and
    the line above it lacks a comma.
    """
    mark, context = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    if mark is None or context is None or context.line >= mark.line:
        return None
    if "parsing a flow" not in str(getattr(error, "context", "")):
        return None
    line, above = line_text(text, mark.line), filled_line_above(text, mark.line)
    if not line.strip() or indent(line) <= indent(line_text(text, context.line)):
        return Origin(int(context.line), *UNCLOSED_BRACKET)
    if above is None or not _KEY.fullmatch(line[: mark.column].rstrip()):
        return None
    if line_text(text, above).rstrip().endswith((",", "[", "{")):
        return None
    return Origin(above, "a comma is missing at the end of the row", "put it there")


def _open_quote(error: Exception, text: str) -> Origin | None:
    """The line of an unclosed quotation mark: the parser stops at the next such mark.

    Where the next line does not begin a key, the value continues there, and may be closed.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return None
    lines = text.split("\n")[: mark.line + 1]
    for index, line in enumerate(lines[:-1]):
        if _OPEN_QUOTE.fullmatch(line) and _KEY_OR_ITEM.match(lines[index + 1]):
            return Origin(index, *UNCLOSED)
    return None


def _column(line: str) -> int:
    """The column of the first key of a line, after any list marker."""
    marker = re.match(r"[ ]*(?:-[ ]+)?", line)
    return marker.end() if marker else 0
