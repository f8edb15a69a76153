"""Truncates a text for a one-line message."""

from __future__ import annotations


def shorten(text: str, length: int) -> str:
    """The text on one line, truncated to `length` characters with an ellipsis."""
    words = " ".join(text.split())
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"
