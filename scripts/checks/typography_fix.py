"""Fixes typography exactly where the check found a slip, and nowhere else.

The text is split into the same passages as by the check (content/prose.py), so that links,
quotations and other records with the same characters are not changed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from scripts.checks.typography import slips_in
from scripts.common.problems import Problem
from scripts.common.yaml_faults import LOADER
from scripts.common.yaml_lines import Where, YamlText, parse_yaml
from scripts.content.pages import SourcePage, parse_page
from scripts.content.prose import Passage, located_passages, page_passages
from scripts.language.locales import BY_CODE

_WORD = re.compile(r"\S+")
# Offsets of the start of each word: in the text of a passage, and in the file.
_Words = list[tuple[int, int]]


def with_typography(text: str, path: str, reported: Iterable[Problem]) -> str:
    """Return the text of a file with all slips fixed that have a single possible fix.

    Args:
        text: The content of the file.
        path: Its path, as problems name it.
        reported: The typography problems in it; others are not fixed.
    """
    wanted = set(reported)
    edits: list[tuple[int, int, str]] = []
    for passage, words in _located(text, path):
        for slip in slips_in(passage):
            if not slip.new or slip.problem not in wanted:
                continue
            span = _span(words, passage.text[slip.start : slip.end], slip.start, text)
            # Skip slips within quotation marks that are being fixed: that text is a quotation.
            if span and not any(span[0] < end and start < span[1] for start, end, _ in edits):
                edits.append((*span, slip.new))
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _located(text: str, path: str) -> Iterator[tuple[Passage, _Words]]:
    """Yield the passages of a file, each with the offsets of its words."""
    if not path.endswith(".md"):
        parsed, problems = parse_yaml(text, path)
        root = None if problems else _composed(text)
        for where, passage in located_passages(parsed) if root else ():
            yield passage, _words_of_value(_node(root, where), text)
        return
    _, code, key = path.split("/", 2)
    empty_page = SourcePage(path, key, BY_CODE[code], YamlText(path, None), "", 1, False, Path())
    page, _ = parse_page(text, empty_page)
    body_start = len(text) - len(page.body)
    root = _composed(text[:body_start]) if page.meta else None
    for passage in page_passages(page) if page.readable else ():
        if passage.key:
            yield passage, _words_of_value(_node(root, (passage.key,)), text)
        else:
            yield passage, [(0, body_start)]


def _composed(text: str) -> yaml.Node | None:
    """Compose the first YAML document of a text: the --- after front matter starts another."""
    try:
        return next(iter(yaml.compose_all(text, LOADER)), None)
    except yaml.YAMLError:
        return None


def _node(node: Any, where: Where) -> yaml.ScalarNode | None:
    """Return the scalar at a path; None if it is not literally there (`<<: *x`)."""
    for part in where:
        if isinstance(node, yaml.MappingNode):
            values = [value for key, value in node.value if key.value == part]
            node = values[-1] if values else None
        elif isinstance(node, yaml.SequenceNode):
            node = node.value[part]
    return node if isinstance(node, yaml.ScalarNode) else None


def _words_of_value(node: yaml.ScalarNode | None, text: str) -> _Words:
    """Map the words of a value to their offsets in the file; a value may be folded over lines.

    Empty if they cannot be matched: characters may be escaped, or the value an alias.
    """
    if node is None:
        return []
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in ("|", ">"):
        start = text.index("\n", start, end)
    elif node.style:
        start, end = start + 1, end - 1
    raw = text[start:end]
    if node.style == '"':
        raw = raw.replace("\\n", "  ")
    in_value, in_file = (
        [word.start() for word in _WORD.finditer(each)] for each in (node.value, raw)
    )
    if len(in_value) != len(in_file):
        return []
    return [(at, start + raw_at) for at, raw_at in zip(in_value, in_file, strict=True)]


def _span(words: _Words, old: str, start: int, text: str) -> tuple[int, int] | None:
    """Return the span in the file of a part of a passage; None if it is written differently."""
    index = bisect_right(words, start, key=lambda each: each[0]) - 1
    if index < 0:
        return None
    file_start = words[index][1] + start - words[index][0]
    return (file_start, file_start + len(old)) if text.startswith(old, file_start) else None
