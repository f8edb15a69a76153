"""What waits for editors: one item a place, in groups of one kind."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Item:
    """One thing to do: where, what is the matter, and what to do about it.

    `path` is relative to the project, `line` counts from 1. `language` is the code of a
    page's language, "" where it is a matter of both; `anchor` is that of a section.
    """

    path: str
    line: int
    what: str
    mend: str
    language: str = ""
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what} – {self.mend}"


@dataclass(frozen=True)
class Group:
    """Items of one kind, the most important first; `title` says what they have in common."""

    name: str
    title: str
    items: tuple[Item, ...]

    def as_data(self) -> dict[str, Any]:
        """The group for programs."""
        items = [asdict(item) for item in self.items]
        return {"name": self.name, "title": self.title, "count": len(items), "items": items}
