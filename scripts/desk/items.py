"""The tasks of editors, in groups of one kind."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Item:
    """One task: location, problem and remedy.

    `path` is relative to the project, `line` counts from 1. `language` is the code of the
    page's language, "" if the task concerns both; `anchor` is that of a section.
    """

    path: str
    line: int
    what: str
    fix: str
    language: str = ""
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what} – {self.fix}"


@dataclass(frozen=True)
class Group:
    """Items of one kind, the most important first, under a `title`."""

    name: str
    title: str
    items: tuple[Item, ...]

    def as_data(self) -> dict[str, Any]:
        """The group as JSON data."""
        items = [asdict(item) for item in self.items]
        return {"name": self.name, "title": self.title, "count": len(items), "items": items}
