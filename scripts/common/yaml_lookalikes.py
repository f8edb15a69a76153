"""Lookalikes of YAML's own characters: spaces, dashes, and the colon of a key.

They come from a phone, a word processor or a web page. YAML reads them as text, and often
reports nothing, or a line further down. Conversely, a backslash that is meant literally begins
an escape sequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from scripts.common.character_names import character_name
from scripts.common.problems import Kind, Problem
from scripts.common.shorten import shorten
from scripts.common.yaml_error_lines import Origin, candidate_lines, line_text

# Unicode spaces other than U+0020, zero-width ones included.
_ODD = "\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"
_ODDLY_INDENTED = re.compile(f"[ ]*(?P<sign>[{_ODD}])")
# Characters that look like the marker of a list item.
_DASHES = "–—−‐‑•·"
_DASH = re.compile(rf"[ ]*(?P<sign>[{_DASHES}])[ {_ODD}]")
_AFTER_DASH = re.compile(f"[ ]*-(?P<sign>[{_ODD}])")
_AFTER_KEY = re.compile(rf"[ ]*(?:-[ ]+)?(?P<key>[\w-]+):(?P<sign>[{_ODD}])[ {_ODD}]*(?P<value>.*)")
_ANOTHER_COLON = re.compile(
    rf"[ ]*(?:-[ ]+)?(?P<key>[\w-]+)[ {_ODD}]*(?:[=：﹕∶])[ {_ODD}]*(?P<value>.*)"
)
# Escapes that nobody writes on purpose: "C:\\temp" holds a tab. Line breaks (\\n) are intended.
_ESCAPE = re.compile(r"\\(?:(?P<made>[abtvfre0N_LP])|.)", re.DOTALL)
# What stands before the line break of a Windows path: "C:\\new", "\\\\\\\\server\\new".
_PATH = re.compile(r"(?:(?<![^\W\d_])[A-Za-z]:|\\\\[\w.$-]+)$")
_MAX_VALUE = 40


def lookalike_origin(error: Exception, text: str) -> Origin | None:
    """The line with a lookalike character that causes an error, None if there is none.

    Args:
        error: The exception of the YAML parser.
        text: The YAML text.
    """
    message = str(getattr(error, "problem", ""))
    for index in candidate_lines(error, text):
        source_line = line_text(text, index)
        if odd := _ODDLY_INDENTED.match(source_line):
            what = (
                f"the row is indented by another sign than a space ({character_name(odd['sign'])})"
            )
            return Origin(index, what, "indent it anew, by spaces")
        if dash := _DASH.match(source_line):
            return Origin(index, _not_an_item(dash["sign"]), _ITEM_REMEDY)
        if odd := _AFTER_DASH.match(source_line):
            what = f"behind - stands another sign than a space ({character_name(odd['sign'])})"
            return Origin(index, what, "write the space anew")
        if odd := _AFTER_KEY.fullmatch(source_line):
            name = character_name(odd["sign"])
            what = f'behind "{odd["key"]}:" stands another sign than a space ({name})'
            return Origin(index, what, f"write the space anew: {_pair(odd)}")
        other = _ANOTHER_COLON.fullmatch(source_line)
        if other and ("mapping values" in message or "expected ':'" in message):
            what = f'behind the key "{other["key"]}" stands no colon'
            return Origin(index, what, f"write {_pair(other)}")
    return None


def restore_keys(root: yaml.Node, text: str, path: str, first_line: int) -> list[Problem]:
    """Report keys indented by odd spaces, which YAML reads as part of the key, and strip them.

    Args:
        root: The node tree of `text`, changed in place.
        text: The YAML text.
        path: The file, as shown in messages.
        first_line: The line of the file on which the text begins.
    """
    problems = []
    for node, is_key in _scalars(root):
        odd = _ODDLY_INDENTED.match(str(node.value)) if is_key and not node.style else None
        if odd:
            node.value = re.sub(f"^[ {_ODD}]+", "", str(node.value))
            what = f'the key "{node.value}" is indented by another sign than a space'
            what += f" ({character_name(odd['sign'])})"
            line = first_line + node.start_mark.line
            problems.append(Problem(path, line, what, "indent it anew, by spaces"))
    return problems


def dashed_items(root: yaml.Node, text: str, path: str, first_line: int) -> list[Problem]:
    """Report list items that begin with a typographic dash or bullet, which YAML reads as text.

    Arguments as for `restore_keys`; nothing is changed.
    """
    problems = []
    for node, is_key in _scalars(root):
        dash = _DASH.match(str(node.value)) if not is_key and not node.style else None
        if dash and not line_text(text, node.start_mark.line)[: node.start_mark.column].strip():
            line = first_line + node.start_mark.line
            problems.append(
                Problem(path, line, _not_an_item(dash["sign"]), _ITEM_REMEDY, kind=Kind.UNREAD)
            )
    return problems


def unintended_escapes(root: yaml.Node, text: str, path: str, first_line: int) -> list[Problem]:
    """Report escape sequences in double-quoted values that are probably not intended.

    Arguments as for `restore_keys`; nothing is changed.
    """
    lines = text.split("\n")
    problems = []
    for node, _ in _scalars(root):
        if node.style != '"':
            continue
        first, last = node.start_mark, node.end_mark
        for index, source_line in enumerate(lines[first.line : last.line + 1], first.line):
            begin = first.column if index == first.line else 0
            end = last.column if index == last.line else len(source_line)
            for match in _ESCAPE.finditer(source_line, begin, end):
                if match["made"] or _is_in_path(source_line, match):
                    what = f'"{match.group()}" is read as another sign, and lost'
                    fix = f"write \\{match.group()}"
                    problems.append(Problem(path, first_line + index, what, fix))
    return problems


def _is_in_path(line: str, escape: re.Match[str]) -> bool:
    """Whether a line break is the first letter of a folder on Windows."""
    follows = line[escape.end() : escape.end() + 1].isalnum()
    return escape.group() == r"\n" and follows and bool(_PATH.search(line[: escape.start()]))


_ITEM_REMEDY = "begin it with - (a hyphen) and a space"


def _not_an_item(sign: str) -> str:
    return f"the row begins with {sign}, which begins no item of a list ({character_name(sign)})"


def _pair(match: re.Match[str]) -> str:
    return f"{match['key']}: {shorten(match['value'], _MAX_VALUE)}".strip()


def _scalars(root: yaml.Node) -> Iterator[tuple[yaml.ScalarNode, bool]]:
    """Every scalar, in order, and whether it is a key; repeated through aliases, it comes once."""
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
