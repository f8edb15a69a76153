"""A lenient RIS parser for pasted text: lines of a two-letter tag, a dash and a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# RIS has two spaces and a hyphen; pasted text may have one space, or a dash.
_ROW = re.compile(r"^\s*(?P<tag>[A-Z][A-Z0-9])\s{1,2}[-\N{EN DASH}](?:\s(?P<value>.*))?$")


@dataclass
class Entry:
    """One reference: its type, and its values by tag, in order."""

    type: str
    values: dict[str, list[str]] = field(default_factory=dict)

    def first(self, *tags: str) -> str:
        """The first value of the first tag that has one."""
        return next((values[0] for tag in tags if (values := self.values.get(tag))), "")

    def all(self, *tags: str) -> list[str]:
        """The values of all these tags, without duplicates."""
        return list(dict.fromkeys(each for tag in tags for each in self.values.get(tag, ())))


def is_ris(text: str) -> bool:
    """Whether a text contains a TY line."""
    return any((row := _ROW.match(each)) and row["tag"] == "TY" for each in text.splitlines())


def entries(text: str) -> Iterator[Entry]:
    """Parse the references of a text; one without ER ends where the next begins."""
    entry: Entry | None = None
    last: list[str] | None = None
    for row in text.splitlines():
        match = _ROW.match(row)
        if match is None:
            if entry is not None and last and row.strip():
                last[-1] += f" {row.strip()}"  # a wrapped value
            continue
        tag, value = match["tag"], (match["value"] or "").strip()
        if tag in ("TY", "ER") and entry is not None:
            yield entry
            entry, last = None, None
        if tag == "TY":
            entry = Entry(value.upper())
        elif entry is not None and value:
            last = entry.values.setdefault(tag, [])
            last.append(value)
        elif tag != "ER":
            last = None
    if entry is not None:
        yield entry
