"""Finished results kept between builds, by a key that says all they depend on."""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Any

from scripts.common.files import write_if_changed


class Cache:
    """A JSON file of texts. What this build did not ask for is forgotten."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[str, str] = {}
        self._used: dict[str, str] = {}
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
        self._used[key] = text
        return text

    def save(self) -> None:
        """Write what this build used."""
        write_if_changed(self._path, json.dumps(self._used, sort_keys=True))


def key_of(*parts: Any) -> str:
    """A key from everything that the result depends on."""
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:24]
