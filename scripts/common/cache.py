"""A persistent cache of strings between builds; the key names everything a result depends on."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.common.files import write_if_changed

# Entries that no build read are kept up to this total: pages served from their own cache read
# no references, which are needed again as soon as one of those pages changes.
_MAX_ENTRIES = 5000


class Cache:
    """A JSON file that maps keys to strings."""

    def __init__(self, path: Path, max_entries: int = _MAX_ENTRIES) -> None:
        self._path, self._max_entries = path, max_entries
        self._kept: dict[str, str] = {}
        self._used: dict[str, str] = {}
        self._new: dict[str, str] = {}
        # A damaged or missing cache only costs time.
        with contextlib.suppress(OSError, ValueError):
            kept = json.loads(path.read_text(encoding="utf-8"))
            self._kept = kept if isinstance(kept, dict) else {}

    def get(self, key: str) -> str | None:
        """The string cached under a key, or None."""
        if key in self._kept:
            self._used[key] = self._kept[key]
        return self._used.get(key)

    def put(self, key: str, text: str) -> str:
        """Cache a string and return it."""
        self._used[key] = self._new[key] = text
        return text

    def take_new(self) -> dict[str, str]:
        """The entries added since the last call, for a worker to send to the saving process."""
        new, self._new = self._new, {}
        return new

    def add(self, entries: Mapping[str, str]) -> None:
        """Add entries that another process produced."""
        self._used |= entries

    def save(self) -> None:
        """Write every entry that this build used, and as many others as fit."""
        rest = {key: text for key, text in self._kept.items() if key not in self._used}
        room = max(self._max_entries - len(self._used), 0)
        entries = self._used | dict(list(rest.items())[:room])
        write_if_changed(self._path, json.dumps(entries, sort_keys=True))


def key_of(*parts: Any) -> str:
    """The cache key of a result: a hash of everything it depends on."""
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:24]
