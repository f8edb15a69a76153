"""Checks reproducibility: builds the last commit twice, and compares the files.

The builds differ in folder, time zone, locale and hash seed. Fresh clones are built, with print
and without caches, to show that a commit gives the same edition on any machine with the same
tools.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.common.failures import BuildFailed

# The second: a folder with a space, a distant time zone, another hash seed.
_VARIANTS = (
    ("a", {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}),
    ("another name", {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}),
)


def build_twice(root: Path) -> tuple[int, list[str]]:
    """Build the last commit of a repository twice.

    Returns the number of files, and the sorted paths that differ or are in only one site.

    Raises:
        BuildFailed: the commit cannot be built.
    """
    with tempfile.TemporaryDirectory(prefix="twice-") as folder:
        first, second = (
            _build(root, Path(folder) / name, variables) for name, variables in _VARIANTS
        )
        return len(first), different(first, second)


def different(first: dict[str, bytes], second: dict[str, bytes]) -> list[str]:
    """The paths at which two sites differ."""
    every = sorted(first.keys() | second.keys())
    return [path for path in every if first.get(path) != second.get(path)]


def site_bytes(site: Path) -> dict[str, bytes]:
    """The content of every file of a site, by relative path."""
    paths = [path for path in site.rglob("*") if path.is_file()]
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


def _build(root: Path, project: Path, variables: dict[str, str]) -> dict[str, bytes]:
    steps = (
        (["git", "clone", "--quiet", "--no-local", str(root), str(project)], root),
        ([sys.executable, "-m", "scripts.cli", "build"], project),
    )
    for command, place in steps:
        done = subprocess.run(
            command,
            cwd=place,
            env=os.environ | {"SITE_PRINT": "on"} | variables,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode:
            raise BuildFailed(f"{' '.join(command[1:])}:\n{done.stdout}{done.stderr}")
    return site_bytes(project / "site")
