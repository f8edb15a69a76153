"""Builds the last commit twice, in other folders, time zones and locales, and compares the files.

What is in `.git` alone is built, with print and without anything kept from earlier builds, so
that the same commit is shown to give the same edition on any machine with the same tools.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.common.failures import BuildFailed

# A folder with a space, the other side of the globe, another order of hash tables.
_WAYS = (
    ("a", {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}),
    ("another name", {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}),
)


def build_twice(root: Path) -> tuple[int, list[str]]:
    """Build the last commit of a repository twice.

    Returns the number of files, and the paths that differ or are in one site alone, sorted.

    Raises:
        BuildFailed: when the commit cannot be built.
    """
    with tempfile.TemporaryDirectory(prefix="twice-") as folder:
        first, second = (_build(root, Path(folder) / name, more) for name, more in _WAYS)
        return len(first), different(first, second)


def different(first: dict[str, bytes], second: dict[str, bytes]) -> list[str]:
    """The paths under which two sites do not have the same bytes."""
    every = sorted(first.keys() | second.keys())
    return [path for path in every if first.get(path) != second.get(path)]


def site_bytes(site: Path) -> dict[str, bytes]:
    """Every file of a site, by its path below it."""
    paths = [path for path in site.rglob("*") if path.is_file()]
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


def _build(root: Path, project: Path, more: dict[str, str]) -> dict[str, bytes]:
    steps = (
        (["git", "clone", "--quiet", "--no-local", str(root), str(project)], root),
        ([sys.executable, "-m", "scripts.cli", "build"], project),
    )
    for command, place in steps:
        done = subprocess.run(
            command,
            cwd=place,
            env=os.environ | {"SITE_PRINT": "on"} | more,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode:
            raise BuildFailed(f"{' '.join(command[1:])}:\n{done.stdout}{done.stderr}")
    return site_bytes(project / "site")
