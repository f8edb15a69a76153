"""The metadata files of an edition: its provenance and its contents.

`edition.json` names the source commit, its date and the tools; `manifest.sha256` lists every
other file (`sha256sum --check manifest.sha256` proves a copy); `mended.json`, if there is
one, lists each mend with its date and changes; `addresses.json` lists what readers can link
to (`ledger.py`); `sbom.cdx.json` lists the packages that it was made with (`sbom.py`).
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from scripts.common.git import git

EDITION, MANIFEST, MENDED = "edition.json", "manifest.sha256", "mended.json"
ADDRESSES, SBOM = "addresses.json", "sbom.cdx.json"
CONTRACT = 1
# The packages that determine the output.
_TOOLS = (
    "mkdocs", "mkdocs-material", "mkdocs-static-i18n", "mike", "pymdown-extensions", "pagefind",
    "citeproc-py", "weasyprint", "pikepdf", "python-docx", "jinja2",
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """The published source: the commit, its time, and files of the working tree that differ."""

    commit: str
    date: str
    seconds: str
    uncommitted: tuple[str, ...]

    @classmethod
    def of(cls, root: Path) -> Source:
        """The current state of the project's working tree.

        Raises:
            GitFailed: there is no repository or no commit.
        """
        commit, date, seconds = git(root, "log", "-1", "--format=%H %cI %ct").split()
        return cls(commit, date, seconds, tuple(uncommitted(root)))


def uncommitted(root: Path) -> list[str]:
    """Files of the project that differ from the last commit, including untracked ones."""
    options = ("--porcelain", "-z", "--untracked-files=all", "--no-renames")
    status = git(root, "--no-optional-locks", "status", *options, "--", ".")
    return sorted(entry.lstrip()[2:].lstrip() for entry in status.split("\0") if entry.strip())


def describe(site: Path, edition: str, address: str, source: Source) -> None:
    """Write `edition.json` into a built site.

    Reproducible: it depends on neither machine nor time, only on commit and tools. The date of
    publishing is that of the commit on the branch.
    """
    tools = {name: version_of(name) for name in _TOOLS} | {"python": platform.python_version()}
    record = {
        "contract": CONTRACT,
        "edition": edition,
        "site_url": address,
        "commit": source.commit,
        "date": source.date,
        "uncommitted": list(source.uncommitted),
        "tools": tools,
    }
    write_json(site / EDITION, record)


def note_mend(site: Path, before: Path, day: str, source: Source, changed: list[str]) -> int:
    """Write `mended.json` with the changes of all mends; returns their number."""
    mends = read_mends(before)
    mends.append({"date": day, "commit": source.commit, "changed": changed})
    write_json(site / MENDED, {"contract": CONTRACT, "mends": mends})
    return len(mends)


def read_mends(edition: Path) -> list[dict[str, Any]]:
    """The previous mends of an edition."""
    mends: list[dict[str, Any]] = read_json(edition / MENDED).get("mends", [])
    return mends


def read_record(edition: Path) -> dict[str, Any]:
    """The metadata of an edition; empty for old editions without any."""
    return read_json(edition / EDITION)


def seal(site: Path) -> str:
    """Write `manifest.sha256`, the last file of all; returns the SHA-256 of the manifest."""
    paths = sorted(
        (path.relative_to(site).as_posix(), path) for path in site.rglob("*") if path.is_file()
    )
    lines = [f"{digest(path)}  {name}\n" for name, path in paths if name != MANIFEST]
    (site / MANIFEST).write_text("".join(lines), encoding="utf-8", newline="\n")
    return digest(site / MANIFEST)


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    """Write JSON in the canonical format of all metadata files."""
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def read_json(path: Path) -> dict[str, Any]:
    """A metadata file; empty if it does not exist."""
    if not path.is_file():
        return {}
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return value
