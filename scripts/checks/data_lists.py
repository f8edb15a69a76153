"""Markdown lists within data texts, which would be shown as running text: "- a - b"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from scripts.common.problems import Problem
from scripts.common.shorten import shorten
from scripts.common.yaml_lines import YamlText
from scripts.content.pages import Site

_ITEM = re.compile(r"^[ \t]*[-*+•–][ \t].*", re.MULTILINE)
# Correspondence is written as plain text, where line breaks are kept.
_LETTERS = frozenset({"letters", "interface"})


def check_data_lists(_: Site, files: Mapping[str, YamlText]) -> list[Problem]:
    """Report texts that hold list items; `files` are the data files by name."""
    problems = []
    for name, parsed in files.items():
        if name in _LETTERS:
            continue
        for where, text in parsed.texts():
            items = _ITEM.findall(text)
            # A single line may be a sentence that begins with a dash.
            if len(items) > 1:
                what = (
                    f'"{shorten(items[0].strip(), 40)}" would be shown in a run with what follows'
                )
                fix = "a text of data holds no list: write it as a sentence"
                problems.append(Problem(parsed.path, parsed.line(where), what, fix))
    return problems
