"""Everything that YAML silently reads otherwise than its author meant, in one place."""

from __future__ import annotations

import yaml

from scripts.common.problems import Problem
from scripts.common.yaml_comments import restore_anchors, restore_comments
from scripts.common.yaml_lookalikes import dashed_items, restore_keys, unintended_escapes


def slips(root: yaml.Node, text: str, path: str, first_line: int = 1) -> list[Problem]:
    """Report truncated values and lookalike characters.

    Values and keys are restored, so that they cause no further problems.

    Args:
        root: The node tree of `text`, changed in place.
        text: The YAML text.
        path: The file, as shown in messages.
        first_line: The line of the file on which the text begins.

    Returns:
        The problems; one of them has `Kind.UNREAD` where the values cannot be trusted.
    """
    arguments = (root, text, path, first_line)
    problems: list[Problem] = []
    if "#" in text:
        problems += restore_comments(*arguments)
    if "&" in text or "!" in text:
        problems += restore_anchors(*arguments)
    if "\\" in text:
        problems += unintended_escapes(*arguments)
    if not text.isascii():
        problems += [*restore_keys(*arguments), *dashed_items(*arguments)]
    return problems
