"""Values that a #, & or ! cuts: to YAML it begins a comment, a name or a tag, lost without a word.

`title: Criticism #1 and its limits` is the title "Criticism" to it, `title: &Partners and we` the
title "and we", `title: ! Now` the title "Now". A comment that is meant stands on a row of its own,
or behind a value in quotation marks, or begins with # and a space behind a number or a name; a name
that is meant is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from scripts.common.problems import Problem
from scripts.common.shorten import shorten

# Keys whose values people write as running text: there a # of any kind is part of it.
_TEXTS = frozenset({"title", "description", "tagline", "audience", "only", "no", "en", "note"})
_COMMENT = re.compile(r"[ \t]*(?P<all>#.*)")
_NAME = re.compile(r"&(?P<name>[\w-]+)")
_BARE_TAG = re.compile(r"!(?=[\s,\]}]|$)")
_STRING = "tag:yaml.org,2002:str"
_QUOTE = "put the value in quotation marks"


def cut_values(root: yaml.Node, text: str, path: str, first_line: int) -> list[Problem]:
    """Plain values that a # cuts; each gets back what it lost, so that nothing else is told of it.

    Args:
        root: The values of `text`, which are changed in place.
        text: What was read.
        path: The file, as reports name it.
        first_line: Its line that the text begins on.
    """
    rows = text.split("\n")
    problems = []
    for node, key in _plain(root):
        mark = node.end_mark
        # A value of nothing ends where the next one begins, so that its own row is asked.
        row = rows[mark.line] if mark.line < len(rows) else ""
        if "#" not in row:
            continue
        comment = _COMMENT.fullmatch(row, mark.column)
        if comment is None or not _is_text(node, key, comment["all"]):
            continue
        line = first_line + mark.line
        what = f'"{shorten(comment["all"], 40)}" is read as a comment, and lost'
        mend = "put the value in quotation marks, or a comment on a row of its own"
        problems.append(Problem(path, line, what, mend))
        node.value += f"{row[mark.column : comment.start('all')]}{comment['all']}".rstrip()
        node.tag = _STRING
    return problems


def named_values(root: yaml.Node, text: str, path: str, first_line: int) -> list[Problem]:
    """Plain values whose first word is read as a name that nothing uses, or as a tag of no name.

    Each gets it back.

    Arguments as for `cut_values`.
    """
    rows = text.split("\n")
    problems = []
    for node, _ in _plain(root):
        mark = node.start_mark
        row = rows[mark.line] if mark.line < len(rows) else ""
        if _BARE_TAG.match(row, mark.column):
            what = '"!" at the beginning of a value is read as a sign of YAML, and lost'
            problems.append(Problem(path, first_line + mark.line, what, _QUOTE))
            node.value, node.tag = f"! {node.value}".rstrip(), _STRING
            continue
        name = _NAME.match(row, mark.column)
        if name is None or re.search(rf"\*{re.escape(name['name'])}(?![\w-])", text):
            continue
        what = f'"{name.group()}" is read as a name of the value, and lost'
        problems.append(Problem(path, first_line + mark.line, what, _QUOTE))
        end = node.end_mark.column if node.end_mark.line == mark.line else len(row)
        node.value, node.tag = row[mark.column : end].strip(), _STRING
    return problems


def _is_text(node: yaml.ScalarNode, key: str, comment: str) -> bool:
    """Whether what stands behind a # belongs to the value before it."""
    # "title: # missing: the title" is what a new source begins with: nothing is cut there.
    if key in _TEXTS and node.value:
        return True
    return comment[1:2] not in {"", " ", "\t", "#"} and (node.tag == _STRING or not node.value)


def _plain(root: yaml.Node) -> Iterator[tuple[yaml.ScalarNode, str]]:
    """The values without quotation marks, each with the last key above it.

    A value that has a name (`*x`) is met once.
    """
    todo: list[tuple[yaml.Node, str]] = [(root, "")]
    seen: set[int] = set()
    while todo:
        node, key = todo.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            todo += [(value, str(name.value)) for name, value in reversed(node.value)]
        elif isinstance(node, yaml.SequenceNode):
            todo += [(item, key) for item in reversed(node.value)]
        elif isinstance(node, yaml.ScalarNode) and not node.style:
            yield node, key
