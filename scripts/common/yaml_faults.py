"""Parse errors of YAML as messages for editors, with a remedy for each kind."""

from __future__ import annotations

import re
from typing import Any

import yaml

from scripts.common.problems import Kind, Problem
from scripts.common.yaml_error_lines import line_text
from scripts.common.yaml_origins import COLON, KEYLESS, UNCLOSED, UNCLOSED_BRACKET, origin

# The C loader is some ten times faster, but not built on every platform.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Data and front matter are lists of records and keys: more depth or nodes are never intended.
_MAX_DEPTH, _MAX_NODES = 40, 400_000
_CONFLICT = re.compile(r"^<{7}.*$", re.MULTILINE)
# A pattern for PyYAML's message, the message for an editor ("": PyYAML's own), and the remedy.
# The first match wins.
_FAULTS = tuple(
    (re.compile(pattern), message, fix)
    for pattern, message, fix in (
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


def fault(error: Exception, text: str, path: str, first_line: int = 1, fix: str = "") -> Problem:
    """The problem for an exception that parsing a text as YAML raised.

    `fix` is the fallback remedy for an unrecognised error.
    """
    if conflict := _CONFLICT.search(text):
        line = first_line + text.count("\n", 0, conflict.start())
        what = f'"{conflict.group()}" is left of a merge'
        return Problem(path, line, what, "keep one of the two texts", kind=Kind.MERGE)
    if isinstance(error, yaml.reader.ReaderError):
        return _forbidden_character(error, text, path, first_line)
    mark = getattr(error, "problem_mark", None)
    line = first_line + (mark.line if mark else 0)
    message = " ".join(str(getattr(error, "problem", None) or _tag_message(error)).split())
    context = str(getattr(error, "context", "") or "")
    origin_ = origin(error, text)
    if "found character" in message and line_text(text, line - first_line).startswith("\t"):
        _, message, remedy = _FAULTS[0]
    elif origin_ is not None:
        line, message, remedy = first_line + origin_.line_index, origin_.what, origin_.fix
    else:
        error_text = f"{message} {context}"
        kind = next((each for each in _FAULTS if each[0].search(error_text)), None)
        remedy = kind[2] if kind else fix or COLON
        message = (kind[1] if kind else "") or message
    return Problem(path, line, f"YAML cannot be read: {message}", remedy, kind=Kind.UNREAD)


def _forbidden_character(
    error: yaml.reader.ReaderError, text: str, path: str, first_line: int
) -> Problem:
    character = error.character
    is_character = isinstance(character, str) and len(character) == 1
    code_point = ord(character) if is_character else character
    offset = text.find(chr(code_point)) if isinstance(code_point, int) else 0
    line = first_line + text.count("\n", 0, max(offset, 0))
    shown = f"#x{code_point:04x}" if isinstance(code_point, int) else str(code_point)
    what = f"the character {shown} is not allowed"
    return Problem(path, line, what, "take it away", kind=Kind.UNREAD)


def _tag_message(error: Exception) -> str:
    """The message for a value that does not match its tag, free of Python's terms."""
    if isinstance(error, yaml.YAMLError | ValueError):
        return f"{error} (a tag)"
    return "a tag does not fit its value"


def too_much(root: yaml.Node | None, path: str, first_line: int = 1) -> Problem | None:
    """The problem of a node tree that is nested too deeply, or multiplied through aliases (`*x`).

    A few lines of nested aliases expand to more than memory holds ("billion laughs"), and an
    alias within its own anchor never ends.
    """
    todo = [(root, 0)] if root is not None else []
    visited = 0
    while todo:
        node, depth = todo.pop()
        visited += 1
        if depth > _MAX_DEPTH:
            return too_deep(path, first_line + node.start_mark.line)
        if visited > _MAX_NODES:
            line = first_line + node.start_mark.line
            fix = "write the values themselves, without & and *"
            return Problem(path, line, "names of values (*x) stand for too many values", fix)
        if isinstance(node, yaml.SequenceNode):
            todo += [(item, depth + 1) for item in node.value]
        elif isinstance(node, yaml.MappingNode):
            todo += [(item, depth + 1) for pair in node.value for item in pair]
    return None


def too_deep(path: str, line: int) -> Problem:
    """The problem of a value that is nested too deeply."""
    fix = "write fewer brackets and indentations, and no value that holds itself (&x, *x)"
    return Problem(path, line, "the values are nested too deeply to be read", fix)
