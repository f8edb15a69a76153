"""What a cached result depends on besides its input: our code, and the libraries it calls."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

_SCRIPTS = Path(__file__).resolve().parents[1]
# The folder in which an installer records a library (PEP 376, PEP 491).
_RECORD = re.compile(r"(?P<name>.+)-(?P<version>[^-]+)\.(?:dist|egg)-info")


@cache
def code_fingerprint() -> str:
    """A hash of every module of ours, of Python's version and of all library versions.

    Computed once per process: code does not change during a build.
    """
    digest = sha256(sys.version.encode())
    for name in sorted(_modules()):
        with (_SCRIPTS / name).open("rb") as module:
            digest.update(f"\0{name}\0".encode() + module.read())
    digest.update(f"\0{installed_libraries()}".encode())
    return digest.hexdigest()


def _modules() -> Iterator[str]:
    """The path of each module, relative to scripts/ (`rglob` takes some times longer)."""
    for folder, _, names in os.walk(_SCRIPTS):
        for name in names:
            if name.endswith(".py"):
                yield os.path.relpath(f"{folder}/{name}", _SCRIPTS)


@cache
def installed_libraries() -> str:
    """All library versions as one string, computed once per process."""
    found = sorted(library_versions(_SCRIPTS.parent).items())
    return "\0".join(f"{name} {version_}" for name, version_ in found)


def library_versions(root: Path) -> dict[str, str]:
    """The installed version of each dependency in pyproject.toml, "" if missing.

    Transitive dependencies are covered by a hash of requirements.lock, as one more entry.
    """
    versions = {}
    lock, project = root / "requirements.lock", root / "pyproject.toml"
    if lock.is_file():
        versions["requirements.lock"] = sha256(lock.read_bytes()).hexdigest()
    if project.is_file():
        declared = tomllib.loads(project.read_text(encoding="utf-8"))
        for requirement in declared["project"]["dependencies"]:
            found = re.match(r"[\w.-]+", requirement)
            name = found.group() if found else requirement
            versions[name] = version(name)
    return versions


def version(name: str) -> str:
    """The installed version of a library, "" if it is missing.

    Read from the names of the folders in which installers record libraries: `importlib.metadata`
    parses a file of each, which takes longer than many a check.
    """
    return _installed().get(_normalised(name), "")


@cache
def _installed() -> dict[str, str]:
    """The versions of all libraries that Python finds, of the first place where it finds each."""
    versions: dict[str, str] = {}
    for folder in map(Path, sys.path):
        for path in folder.iterdir() if folder.is_dir() else ():
            if record := _RECORD.fullmatch(path.name):
                versions.setdefault(_normalised(record["name"]), record["version"])
    return versions


def _normalised(name: str) -> str:
    """The name of a library as it is compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
