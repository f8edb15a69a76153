"""How well a matter is told of, in a few words: “3 sources, 1 independent”."""

from __future__ import annotations

from scripts.content.standing import Standing
from scripts.language.messages import Messages


def told(standing: Standing, words: Messages) -> str:
    """How many sources there are, and how many of them are independent."""
    count = standing.independent + standing.party
    sources = words(f"told.{_number(count)}").format(count=count)
    number = _number(standing.independent)
    if count == 1:
        number = "only" if standing.independent else "not"
    independent = words(f"told.independent.{number}")
    return f"{sources}, {independent.format(count=standing.independent)}"


def _number(count: int) -> str:
    return {0: "none", 1: "one"}.get(count, "many")
