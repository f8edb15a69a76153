"""The beginning of a text, for a message of one line."""

from __future__ import annotations


def shorten(text: str, length: int) -> str:
    """The text on one line, with its end left out where it is longer."""
    words = " ".join(text.split())
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"
