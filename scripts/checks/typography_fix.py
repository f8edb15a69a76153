"""Writes signs, numbers and dates as they should be, where the check found them and nowhere else.

The text is read as the check reads it (content/prose.py), so that a link, a quotation or another
record that holds the same letters stays as it is.
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
# Where words begin: in the text of a passage, and in the file.
_Words = list[tuple[int, int]]


def with_signs(text: str, path: str, told: Iterable[Problem]) -> str:
    """The text of a file with what its problems ask for, where that is one right mend."""
    wanted = set(told)
    edits: list[tuple[int, int, str]] = []
    for passage, words in _placed(text, path):
        for slip in slips_in(passage):
            if not slip.new or slip.problem not in wanted:
                continue
            span = _span(words, passage.text[slip.start : slip.end], slip.start, text)
            # What stands in quotation marks that are being mended is a quotation.
            if span and not any(span[0] < end and start < span[1] for start, end, _ in edits):
                edits.append((*span, slip.new))
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _placed(text: str, path: str) -> Iterator[tuple[Passage, _Words]]:
    """The passages of a file, each with the places of its words."""
    if not path.endswith(".md"):
        parsed, problems = parse_yaml(text, path)
        root = None if problems else _composed(text)
        for where, passage in located_passages(parsed) if root else ():
            yield passage, _words_of_value(_node(root, where), text)
        return
    _, code, key = path.split("/", 2)
    place = SourcePage(path, key, BY_CODE[code], YamlText(path, None), "", 1, False, Path())
    page, _ = parse_page(text, place)
    begins = len(text) - len(page.body)
    root = _composed(text[:begins]) if page.meta else None
    for passage in page_passages(page) if page.readable else ():
        if passage.key:
            yield passage, _words_of_value(_node(root, (passage.key,)), text)
        else:
            yield passage, [(0, begins)]


def _composed(text: str) -> yaml.Node | None:
    """The first of the documents in a text: front matter ends as another begins."""
    try:
        return next(iter(yaml.compose_all(text, LOADER)), None)
    except yaml.YAMLError:
        return None


def _node(node: Any, where: Where) -> yaml.ScalarNode | None:
    """The value at a place; None where it stands elsewhere and is named there (`<<: *x`)."""
    for part in where:
        if isinstance(node, yaml.MappingNode):
            values = [value for key, value in node.value if key.value == part]
            node = values[-1] if values else None
        elif isinstance(node, yaml.SequenceNode):
            node = node.value[part]
    return node if isinstance(node, yaml.ScalarNode) else None


def _words_of_value(node: yaml.ScalarNode | None, text: str) -> _Words:
    """Where each word of a value stands; a value may be folded over some rows.

    Empty where that is unknown: some signs are written by their number, or as the name of a value.
    """
    if node is None:
        return []
    begins, ends = node.start_mark.index, node.end_mark.index
    if node.style in ("|", ">"):
        begins = text.index("\n", begins, ends)
    elif node.style:
        begins, ends = begins + 1, ends - 1
    raw = text[begins:ends]
    if node.style == '"':
        raw = raw.replace("\\n", "  ")
    said, written = ([word.start() for word in _WORD.finditer(each)] for each in (node.value, raw))
    if len(said) != len(written):
        return []
    return [(at, begins + raw_at) for at, raw_at in zip(said, written, strict=True)]


def _span(words: _Words, old: str, start: int, text: str) -> tuple[int, int] | None:
    """Where in the file a part of a passage stands, None where it is written otherwise there."""
    at = bisect_right(words, start, key=lambda each: each[0]) - 1
    if at < 0:
        return None
    begins = words[at][1] + start - words[at][0]
    return (begins, begins + len(old)) if text.startswith(old, begins) else None
