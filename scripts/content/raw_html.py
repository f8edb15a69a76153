"""Masks raw HTML blocks, which Markdown passes through unchanged."""

from __future__ import annotations

import re
from functools import cache

_GAP = re.compile(r"\n[ \t]*\n|\Z")


@cache
def _opening_tag() -> re.Pattern[str]:
    """The start tag of a block; Python-Markdown, which lists blocks, is imported on demand."""
    from markdown.util import BLOCK_LEVEL_ELEMENTS

    names = "|".join(sorted(BLOCK_LEVEL_ELEMENTS))
    return re.compile(rf"^[ ]{{0,3}}<(?P<name>{names})(?=[\s/>])", re.MULTILINE | re.IGNORECASE)


def mask_html(text: str) -> str:
    """The text with HTML blocks blanked out; same length, same lines.

    An unclosed element ends with its paragraph.
    """
    parts: list[str] = []
    position = 0
    never_closed: set[str] = set()
    while match := _opening_tag().search(text, position):
        name = match["name"].lower()
        end = None if name in never_closed else _end(text, match.start(), name)
        if end is None:
            never_closed.add(name)
            gap = _GAP.search(text, match.start())
            end = gap.start() if gap else len(text)
        parts += [text[position : match.start()], re.sub(r"[^\n]", " ", text[match.start() : end])]
        position = end
    return "".join([*parts, text[position:]])


def _end(text: str, start: int, name: str) -> int | None:
    depth = 0
    tags = re.compile(rf"<(?P<slash>/?){name}(?=[\s/>])[^>]*>", re.IGNORECASE)
    for tag in tags.finditer(text, start):
        depth += -1 if tag["slash"] else 1
        if not depth:
            return tag.end()
    return None
