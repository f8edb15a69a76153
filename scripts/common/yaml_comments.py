"""Unquoted values truncated by #, & or !, which YAML silently reads as comment, anchor or tag.

YAML reads `title: Criticism #1 and its limits` as "Criticism", `title: &Partners and we` as
"and we", and `title: ! Now` as "Now". An intended comment is on a line of its own, follows a
quoted value, or begins with # and a space after a number or a word; an intended anchor has an
alias.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from scripts.common.problems import Problem
from scripts.common.shorten import shorten

# Keys whose values are running text: there every # is part of the value.
_TEXT_KEYS = frozenset({"title", "description", "tagline", "audience", "only", "no", "en", "note"})
_COMMENT = re.compile(r"[ \t]*(?P<all>#.*)")
_ANCHOR = re.compile(r"&(?P<name>[\w-]+)")
_BARE_TAG = re.compile(r"!(?=[\s,\]}]|$)")
_STRING = "tag:yaml.org,2002:str"
_QUOTE = "put the value in quotation marks"


def restore_comments(root: yaml.Node, text: str, path: str, first_line: int) -> list[Problem]:
    """Report plain values truncated by a #, and restore them to avoid consequential problems.

    Args:
        root: The node tree of `text`, changed in place.
        text: The YAML text.
        path: The file, as shown in messages.
        first_line: The line of the file on which the text begins.
    """
    lines = text.split("\n")
    problems = []
    for node, key in _plain_scalars(root):
        mark = node.end_mark
        # The end mark of an empty value may be past the last line.
        line_text = lines[mark.line] if mark.line < len(lines) else ""
        if "#" not in line_text:
            continue
        comment = _COMMENT.fullmatch(line_text, mark.column)
        if comment is None or not _is_text(node, key, comment["all"]):
            continue
        line = first_line + mark.line
        what = f'"{shorten(comment["all"], 40)}" is read as a comment, and lost'
        fix = "put the value in quotation marks, or a comment on a row of its own"
        problems.append(Problem(path, line, what, fix))
        node.value += f"{line_text[mark.column : comment.start('all')]}{comment['all']}".rstrip()
        node.tag = _STRING
    return problems


def restore_anchors(root: yaml.Node, text: str, path: str, first_line: int) -> list[Problem]:
    """Report plain values whose first word is read as an unused anchor or an empty tag.

    The values are restored. Arguments as for `restore_comments`.
    """
    lines = text.split("\n")
    problems = []
    for node, _ in _plain_scalars(root):
        mark = node.start_mark
        line_text = lines[mark.line] if mark.line < len(lines) else ""
        if _BARE_TAG.match(line_text, mark.column):
            what = '"!" at the beginning of a value is read as a sign of YAML, and lost'
            problems.append(Problem(path, first_line + mark.line, what, _QUOTE))
            node.value, node.tag = f"! {node.value}".rstrip(), _STRING
            continue
        name = _ANCHOR.match(line_text, mark.column)
        if name is None or re.search(rf"\*{re.escape(name['name'])}(?![\w-])", text):
            continue
        what = f'"{name.group()}" is read as a name of the value, and lost'
        problems.append(Problem(path, first_line + mark.line, what, _QUOTE))
        end = node.end_mark.column if node.end_mark.line == mark.line else len(line_text)
        node.value, node.tag = line_text[mark.column : end].strip(), _STRING
    return problems


def _is_text(node: yaml.ScalarNode, key: str, comment: str) -> bool:
    """Whether the text after a # belongs to the value before it."""
    # A new source contains "title: # missing: the title": an empty value loses nothing.
    if key in _TEXT_KEYS and node.value:
        return True
    return comment[1:2] not in {"", " ", "\t", "#"} and (node.tag == _STRING or not node.value)


def _plain_scalars(root: yaml.Node) -> Iterator[tuple[yaml.ScalarNode, str]]:
    """Plain (unquoted) scalars, each with the nearest key above it.

    A value that is repeated through aliases (`*x`) is visited once.
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
