"""What YAML reads without a word and otherwise than whoever typed it: all of it in one place."""

from __future__ import annotations

import yaml

from scripts.common.problems import Problem
from scripts.common.yaml_comments import cut_values, named_values
from scripts.common.yaml_signs import dashed_items, escapes, odd_keys


def slips(root: yaml.Node, text: str, path: str, first_line: int = 1) -> list[Problem]:
    """Values that are cut, and signs that are others than they look.

    Values and keys get back what they lost, so that nothing else is told of them.

    Args:
        root: The values of `text`, which are changed in place.
        text: What was read.
        path: The file, as reports name it.
        first_line: Its line that the text begins on.

    Returns:
        What is wrong; `Kind.UNREAD` among it where the values mean nothing.
    """
    place = (root, text, path, first_line)
    problems: list[Problem] = []
    if "#" in text:
        problems += cut_values(*place)
    if "&" in text or "!" in text:
        problems += named_values(*place)
    if "\\" in text:
        problems += escapes(*place)
    if not text.isascii():
        problems += [*odd_keys(*place), *dashed_items(*place)]
    return problems
