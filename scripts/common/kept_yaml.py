"""Parses many short texts of YAML, of which few have changed since they were parsed last."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from scripts.common.file_cache import FileCache
from scripts.common.problems import Problem
from scripts.common.versions import code_fingerprint
from scripts.common.yaml_lines import YamlText, parse_yaml

Parsed = tuple[YamlText, list[Problem]]


class KeptYaml:
    """The texts that were parsed last, in one entry of the cache of a project."""

    def __init__(self, root: Path, name: str) -> None:
        self._cache, self._name = FileCache(root, "data"), name
        self._kept: dict[str, Parsed] = self._cache.get_object(name) or {}
        self._used: dict[str, Parsed] = {}

    def parse(self, text: str, path: str, first_line: int = 1) -> Parsed:
        """Return what `parse_yaml` returns, which is called only for texts that are new."""
        parts = (code_fingerprint(), path, str(first_line), text)
        key = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
        if key not in self._used:
            self._used[key] = self._kept.get(key) or parse_yaml(text, path, first_line)
        return self._used[key]

    def save(self) -> None:
        """Keep the texts that were asked for; call it before anything changes what they hold."""
        if self._used.keys() != self._kept.keys():
            self._cache.put_object(self._name, self._used)
