"""Signs that look like those of YAML and are others: spaces, dashes, and what ends a key.

They come from a phone, a word processor or a page of the web. YAML reads them as text, and often
says nothing, or names a row below. The other way about, a backslash that is text to people makes
another sign of the letter behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from scripts.common.problems import Kind, Problem
from scripts.common.shorten import shorten
from scripts.common.sign_names import sign_name
from scripts.common.yaml_rows import Origin, near_rows, row_of

# Spaces other than that of the keyboard, those of no width among them.
_ODD = "\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"
_ODDLY_INDENTED = re.compile(f"[ ]*(?P<sign>[{_ODD}])")
# What begins an item of a list for the eye.
_DASHES = "–—−‐‑•·"
_DASH = re.compile(rf"[ ]*(?P<sign>[{_DASHES}])[ {_ODD}]")
_AFTER_DASH = re.compile(f"[ ]*-(?P<sign>[{_ODD}])")
_AFTER_KEY = re.compile(rf"[ ]*(?:-[ ]+)?(?P<key>[\w-]+):(?P<sign>[{_ODD}])[ {_ODD}]*(?P<value>.*)")
_ANOTHER_COLON = re.compile(
    rf"[ ]*(?:-[ ]+)?(?P<key>[\w-]+)[ {_ODD}]*(?:[=：﹕∶])[ {_ODD}]*(?P<value>.*)"
)
# What nobody writes on purpose: "C:\\temp" holds a tab. A break of a row (\\n) is meant in data.
_ESCAPE = re.compile(r"\\(?:(?P<made>[abtvfre0N_LP])|.)", re.DOTALL)
_LONGEST = 40


def sign_origin(error: Exception, text: str) -> Origin | None:
    """The row with a sign that is another than it looks, where a fault stems from it.

    Args:
        error: What the reader of YAML says.
        text: What was read.
    """
    said = str(getattr(error, "problem", ""))
    for at in near_rows(error, text):
        row = row_of(text, at)
        if odd := _ODDLY_INDENTED.match(row):
            what = f"the row is indented by another sign than a space ({sign_name(odd['sign'])})"
            return Origin(at, what, "indent it anew, by spaces")
        if dash := _DASH.match(row):
            return Origin(at, _no_item(dash["sign"]), _ITEM)
        if odd := _AFTER_DASH.match(row):
            what = f"behind - stands another sign than a space ({sign_name(odd['sign'])})"
            return Origin(at, what, "write the space anew")
        if odd := _AFTER_KEY.fullmatch(row):
            name = sign_name(odd["sign"])
            what = f'behind "{odd["key"]}:" stands another sign than a space ({name})'
            return Origin(at, what, f"write the space anew: {_pair(odd)}")
        other = _ANOTHER_COLON.fullmatch(row)
        if other and ("mapping values" in said or "expected ':'" in said):
            what = f'behind the key "{other["key"]}" stands no colon'
            return Origin(at, what, f"write {_pair(other)}")
    return None


def odd_keys(root: yaml.Node, text: str, path: str, first_line: int) -> list[Problem]:
    """Keys behind odd spaces, which YAML takes for a part of them; each gets its name back.

    Args:
        root: The values of `text`, which are changed in place.
        text: What was read.
        path: The file, as reports name it.
        first_line: Its line that the text begins on.
    """
    problems = []
    for node, is_key in _scalars(root):
        odd = _ODDLY_INDENTED.match(str(node.value)) if is_key and not node.style else None
        if odd:
            node.value = re.sub(f"^[ {_ODD}]+", "", str(node.value))
            what = f'the key "{node.value}" is indented by another sign than a space'
            what += f" ({sign_name(odd['sign'])})"
            line = first_line + node.start_mark.line
            problems.append(Problem(path, line, what, "indent it anew, by spaces"))
    return problems


def dashed_items(root: yaml.Node, text: str, path: str, first_line: int) -> list[Problem]:
    """Lists whose items begin with a dash of a word processor, which are text to YAML.

    Arguments as for `odd_keys`; nothing is changed.
    """
    problems = []
    for node, is_key in _scalars(root):
        dash = _DASH.match(str(node.value)) if not is_key and not node.style else None
        if dash and not row_of(text, node.start_mark.line)[: node.start_mark.column].strip():
            line = first_line + node.start_mark.line
            problems.append(Problem(path, line, _no_item(dash["sign"]), _ITEM, kind=Kind.UNREAD))
    return problems


def escapes(root: yaml.Node, text: str, path: str, first_line: int) -> list[Problem]:
    """Values in quotation marks in which a backslash makes a sign that nobody means.

    Arguments as for `odd_keys`; nothing is changed.
    """
    rows = text.split("\n")
    problems = []
    for node, _ in _scalars(root):
        if node.style != '"':
            continue
        first, last = node.start_mark, node.end_mark
        for at, row in enumerate(rows[first.line : last.line + 1], first.line):
            begin = first.column if at == first.line else 0
            end = last.column if at == last.line else len(row)
            for found in _ESCAPE.finditer(row, begin, end):
                if found["made"]:
                    what = f'"{found.group()}" is read as another sign, and lost'
                    mend = f"write \\{found.group()}"
                    problems.append(Problem(path, first_line + at, what, mend))
    return problems


_ITEM = "begin it with - (a hyphen) and a space"


def _no_item(sign: str) -> str:
    return f"the row begins with {sign}, which begins no item of a list ({sign_name(sign)})"


def _pair(found: re.Match[str]) -> str:
    return f"{found['key']}: {shorten(found['value'], _LONGEST)}".strip()


def _scalars(root: yaml.Node) -> Iterator[tuple[yaml.ScalarNode, bool]]:
    """Every text and word with whether it is a key, in their order; a named one once."""
    todo: list[tuple[yaml.Node, bool]] = [(root, False)]
    seen: set[int] = set()
    while todo:
        node, is_key = todo.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            for key, value in reversed(node.value):
                todo += [(value, False), (key, True)]
        elif isinstance(node, yaml.SequenceNode):
            todo += [(item, False) for item in reversed(node.value)]
        elif isinstance(node, yaml.ScalarNode):
            yield node, is_key
