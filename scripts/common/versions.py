"""What a cached result depends on besides its input: our code, and the libraries it calls."""

from __future__ import annotations

import sys
import tomllib
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from re import match

_SCRIPTS = Path(__file__).resolve().parents[1]


@cache
def code_fingerprint() -> str:
    """A hash of every module of ours, of Python's version and of all library versions.

    Computed once per process: code does not change during a build.
    """
    digest = sha256(sys.version.encode())
    for path in sorted(_SCRIPTS.rglob("*.py")):
        digest.update(f"\0{path.relative_to(_SCRIPTS)}\0".encode())
        digest.update(path.read_bytes())
    digest.update(f"\0{installed_libraries()}".encode())
    return digest.hexdigest()


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
            found = match(r"[\w.-]+", requirement)
            name = found.group() if found else requirement
            try:
                versions[name] = version(name)
            except PackageNotFoundError:
                versions[name] = ""
    return versions
