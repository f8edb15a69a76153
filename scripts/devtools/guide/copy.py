"""A copy of the project, in which faults can be made for pictures."""

from __future__ import annotations

import shutil
from pathlib import Path

# What a preview reads.
PARTS = ("data", "docs", "overrides", "scripts", "mkdocs.yml", "requirements.lock")
# What takes long to make anew and changes no page: references, pictures, checks that passed.
KEPT = ("references.json", "share", "checks", "data")


def copy_project(root: Path, target: Path) -> Path:
    """Copy what a preview reads to a folder that is not there yet, and hand it back."""
    for name in (*PARTS, *(f".cache/{each}" for each in KEPT)):
        source, copy = root / name, target / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__", "*.lock"))
        elif source.is_file():
            shutil.copy(source, copy)
    return target
