"""Why a text cannot be read as YAML, in words for editors, with a mend for each kind."""

from __future__ import annotations

import re
from typing import Any

import yaml

from scripts.common.problems import Kind, Problem
from scripts.common.yaml_origins import COLON, KEYLESS, UNCLOSED, UNCLOSED_BRACKET, origin
from scripts.common.yaml_rows import row_of

# Written in C it reads some ten times faster; it is not built everywhere.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Data and front matter are lists of records and keys: nobody means more than this.
_DEEPEST, _MOST = 40, 400_000
_CONFLICT = re.compile(r"^<{7}.*$", re.MULTILINE)
# What the reader says of a fault, what that is to an editor ("": as the reader says it), and what
# mends it; the first that holds is told.
_FAULTS = tuple(
    (re.compile(pattern), said, mend)
    for pattern, said, mend in (
        (r"\btab\b|'\\t'", "a row is indented by a tab", "indent by spaces, never by a tab"),
        (
            r"cannot start any token|mapping keys|whitespace or line break|comment or line break",
            "a value begins with a sign that means something else",
            "put the value in quotation marks",
        ),
        (r"mapping values are not allowed", "the value holds a colon and a space", COLON),
        (
            r"undefined alias|expected alphabetic or numeric",
            "a value begins with * or &, which stands for another value",
            "put a value that begins with * or & in quotation marks",
        ),
        (
            r"duplicate anchor|anchor",
            "a value begins with &, which gives it a name",
            "take the & away, or put the value in quotation marks",
        ),
        (
            r"unknown escape|hexdecimal|character escape",
            'a \\ within " and " makes another sign of what stands behind it',
            "write \\\\ for it",
        ),
        (
            r"quoted scalar|unexpected end of stream",
            *UNCLOSED,
        ),
        (
            r"expected ',' or '[\]}]'|flow",
            *UNCLOSED_BRACKET,
        ),
        (r"expected ':'", *KEYLESS),
        (
            r"expected key|block mapping|block end",
            "a row is indented otherwise than those around it, or goes on behind quotation marks",
            "indent the keys of one record equally, and put"
            " a value that holds quotation marks in quotation marks of the other kind",
        ),
        (
            r"'-' indicator|block collection|sequence entries",
            "a row is no item of the list that it stands in",
            "begin each item with - and a space, all equally indented",
        ),
        (
            r"document|directive|version",
            "a row begins another text (--- or %)",
            "take the row away: a file is one text without --- or %",
        ),
        (
            r"2002:merge",
            "a value is <<, which is a sign of YAML itself",
            "put the value in quotation marks",
        ),
        (
            r"tag|constructor",
            "",
            "take the tag (what begins with !) away, or put the value in quotation marks",
        ),
        (
            r"mapping node|unhashable|hashable",
            "a key is no plain word",
            "write a plain word as key",
        ),
    )
)


def fault(error: Exception, text: str, path: str, first_line: int = 1, mend: str = "") -> Problem:
    """Why a text could not be read as YAML, on one line of the report.

    `mend` is used where nothing better is known of the fault.
    """
    if conflict := _CONFLICT.search(text):
        line = first_line + text.count("\n", 0, conflict.start())
        what = f'"{conflict.group()}" is left of a merge'
        return Problem(path, line, what, "keep one of the two texts", kind=Kind.MERGE)
    if isinstance(error, yaml.reader.ReaderError):
        sign = error.character
        code = ord(sign) if isinstance(sign, str) and len(sign) == 1 else sign
        at = text.find(chr(code)) if isinstance(code, int) else 0
        line = first_line + text.count("\n", 0, max(at, 0))
        shown = f"#x{code:04x}" if isinstance(code, int) else str(code)
        return Problem(
            path, line, f"the character {shown} is not allowed", "take it away", kind=Kind.UNREAD
        )
    mark = getattr(error, "problem_mark", None)
    line = first_line + (mark.line if mark else 0)
    said = " ".join(str(getattr(error, "problem", None) or _plainly(error)).split())
    context = str(getattr(error, "context", "") or "")
    row = row_of(text, line - first_line)
    begins = origin(error, text)
    if "found character" in said and row.startswith("\t"):
        _, said, known = _FAULTS[0]
    elif begins is not None:
        line, said, known = first_line + begins.row, begins.what, begins.mend
    else:
        told = f"{said} {context}"
        kind = next((each for each in _FAULTS if each[0].search(told)), None)
        known = kind[2] if kind else mend or COLON
        said = (kind[1] if kind else "") or said
    return Problem(path, line, f"YAML cannot be read: {said}", known, kind=Kind.UNREAD)


def _plainly(error: Exception) -> str:
    """What a tag made of a value that does not fit it, without words of Python."""
    if isinstance(error, yaml.YAMLError | ValueError):
        return f"{error} (a tag)"
    return "a tag does not fit its value"


def too_much(node: yaml.Node | None, path: str, first_line: int = 1) -> Problem | None:
    """Values in values that go deeper than anybody writes, or names (`*x`) that multiply.

    A few rows of such names stand for more than a machine can hold, and one that stands for
    itself has no end.
    """
    todo = [(node, 0)] if node is not None else []
    seen = 0
    while todo:
        each, depth = todo.pop()
        seen += 1
        if depth > _DEEPEST:
            return too_deep(path, first_line + each.start_mark.line)
        if seen > _MOST:
            line = first_line + each.start_mark.line
            mend = "write the values themselves, without & and *"
            return Problem(path, line, "names of values (*x) stand for too many values", mend)
        if isinstance(each, yaml.SequenceNode):
            todo += [(item, depth + 1) for item in each.value]
        elif isinstance(each, yaml.MappingNode):
            todo += [(item, depth + 1) for pair in each.value for item in pair]
    return None


def too_deep(path: str, line: int) -> Problem:
    """A value that stands in more others than anybody means."""
    mend = "write fewer brackets and indentations, and no value that holds itself (&x, *x)"
    return Problem(path, line, "the values are nested too deeply to be read", mend)
