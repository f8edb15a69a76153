"""Keeps finished HTML out of Markdown's hands.

Markdown reads raw HTML tag by tag to find where it ends; for tables of sources that
costs more than all the rest of a page. A finished block is taken out before and put
back after, at a comment that Markdown leaves alone.
"""

from __future__ import annotations

import re

_BLOCK = re.compile(r"<!--raw-->(.*?)<!--/raw-->", re.DOTALL)
_PLACE = re.compile(r"<!--raw:(\d+)-->")


def raw(html: str) -> str:
    """Mark HTML as finished: a block of its own in the Markdown."""
    return f"<!--raw-->{html}<!--/raw-->"


def take_out(text: str) -> tuple[str, list[str]]:
    """The Markdown with each finished block replaced by its place, and the blocks."""
    taken: list[str] = []

    def place(match: re.Match[str]) -> str:
        taken.append(match.group(1))
        return f"<!--raw:{len(taken) - 1}-->"

    return _BLOCK.sub(place, text), taken


def put_back(html: str, taken: list[str]) -> str:
    """The HTML with each block in its place again."""
    return _PLACE.sub(lambda match: taken[int(match.group(1))], html)
