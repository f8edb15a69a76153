"""Finished results kept between builds, by a key that says all they depend on."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.common.files import write_if_changed

# What no build asked for is kept up to this many entries: pages that are kept whole ask for
# nothing, and their references are wanted again when one of them changes.
_MOST = 5000


class Cache:
    """A JSON file of texts."""

    def __init__(self, path: Path, most: int = _MOST) -> None:
        self._path, self._most = path, most
        self._kept: dict[str, str] = {}
        self._used: dict[str, str] = {}
        self._new: dict[str, str] = {}
        # A damaged or missing cache only costs time.
        with contextlib.suppress(OSError, ValueError):
            kept = json.loads(path.read_text(encoding="utf-8"))
            self._kept = kept if isinstance(kept, dict) else {}

    def get(self, key: str) -> str | None:
        """The text kept under a key, or None."""
        if key in self._kept:
            self._used[key] = self._kept[key]
        return self._used.get(key)

    def put(self, key: str, text: str) -> str:
        """Keep a text, and hand it back."""
        self._used[key] = self._new[key] = text
        return text

    def take_new(self) -> dict[str, str]:
        """What was put in since this was last asked: for the process that saves the cache."""
        new, self._new = self._new, {}
        return new

    def add(self, entries: Mapping[str, str]) -> None:
        """Keep what another process made."""
        self._used |= entries

    def save(self) -> None:
        """Write what this build used, and of the rest what there is room for."""
        rest = {key: text for key, text in self._kept.items() if key not in self._used}
        room = max(self._most - len(self._used), 0)
        entries = self._used | dict(list(rest.items())[:room])
        write_if_changed(self._path, json.dumps(entries, sort_keys=True))


def key_of(*parts: Any) -> str:
    """A key from everything that the result depends on."""
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:24]
