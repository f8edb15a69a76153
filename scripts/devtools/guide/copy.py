"""Copies the project, so that problems can be introduced for screenshots."""

from __future__ import annotations

import shutil
from pathlib import Path

# The inputs of a preview. The last two name the libraries that made what is in the caches:
# without both the copy would find nothing there.
PARTS = (
    "data",
    "docs",
    "overrides",
    "scripts",
    "mkdocs.yml",
    "requirements.lock",
    "pyproject.toml",
)
# Caches that save time and affect no page: references, images, passed checks.
CACHES = ("references.json", "share", "checks", "data")


def copy_project(root: Path, target: Path) -> Path:
    """Copy the inputs of a preview to a folder that does not exist yet, and return it."""
    for name in (*PARTS, *(f".cache/{each}" for each in CACHES)):
        source, copy = root / name, target / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__", "*.lock"))
        elif source.is_file():
            shutil.copy(source, copy)
    return target
