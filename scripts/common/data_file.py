"""Reads a data file and validates it against its schema, cached until either changes.

Parsing and validating data files takes most of the time of `make check`, and they change
less often than pages.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from scripts.common.file_cache import FileCache
from scripts.common.json_schema import check_schema
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.common.versions import code_fingerprint
from scripts.common.yaml_lines import YamlText, load_yaml


def load_data(project: Project, name: str) -> tuple[YamlText, list[Problem], list[Problem]]:
    """Parse and validate `data/<name>.yml`.

    Returns:
        The parsed file with its line numbers, the problems that prevent reading it, and the
        schema violations; these are empty when the file cannot be read.
    """
    path, schema = project.data / f"{name}.yml", project.schema(name)
    if not path.is_file():
        return _read(path, schema, project)
    cache = FileCache(project.root, "data")
    key = _key(path, schema)
    loaded: tuple[YamlText, list[Problem], list[Problem]] | None = cache.get_object(key)
    if loaded is None:
        loaded = _read(path, schema, project)
        loaded[0].digest = key
        cache.put_object(key, loaded)
        cache.forget_old()
    return loaded


def _read(
    path: Path, schema: Path, project: Project
) -> tuple[YamlText, list[Problem], list[Problem]]:
    parsed, unreadable = load_yaml(path, project.root)
    return parsed, unreadable, [] if unreadable else check_schema(parsed, schema)


def _key(path: Path, schema: Path) -> str:
    digest = sha256(f"{code_fingerprint()}\0{path.name}\0".encode())
    digest.update(path.read_bytes())
    if schema.is_file():
        digest.update(b"\0" + schema.read_bytes())
    return digest.hexdigest()[:24]
