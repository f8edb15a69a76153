"""The files that an edition carries about itself: where it is from, and what it consists of.

`edition.json` names the source commit, its date and the tools; `manifest.sha256` lists every
other file (`sha256sum --check manifest.sha256` proves a copy); `mended.json`, if there is
one, tells each mend with its day and what changed; `addresses.json` lists what readers can link
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
# What decides how the files come out.
_TOOLS = (
    "mkdocs", "mkdocs-material", "mkdocs-static-i18n", "mike", "pymdown-extensions", "pagefind",
    "citeproc-py", "weasyprint", "pikepdf", "python-docx", "jinja2",
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """What is published: the commit, its time, and what in the work tree differs from it."""

    commit: str
    date: str
    seconds: str
    uncommitted: tuple[str, ...]

    @classmethod
    def of(cls, root: Path) -> Source:
        """The state of the project's work tree now.

        Raises:
            GitFailed: there is no repository or no commit.
        """
        commit, date, seconds = git(root, "log", "-1", "--format=%H %cI %ct").split()
        return cls(commit, date, seconds, tuple(uncommitted(root)))


def uncommitted(root: Path) -> list[str]:
    """Files of the project that are not as in the last commit; new ones too."""
    options = ("--porcelain", "-z", "--untracked-files=all", "--no-renames")
    said = git(root, "--no-optional-locks", "status", *options, "--", ".")
    return sorted(entry.lstrip()[2:].lstrip() for entry in said.split("\0") if entry.strip())


def describe(site: Path, edition: str, address: str, source: Source) -> None:
    """Write `edition.json` into a built site.

    Nothing in it is of this machine or this hour, so that the same commit and tools give
    the same file. The day of publishing stands in the commit on the branch.
    """
    tools = {name: version_of(name) for name in _TOOLS} | {"python": platform.python_version()}
    told = {
        "contract": CONTRACT,
        "edition": edition,
        "site_url": address,
        "commit": source.commit,
        "date": source.date,
        "uncommitted": list(source.uncommitted),
        "tools": tools,
    }
    write_json(site / EDITION, told)


def note_mend(site: Path, before: Path, day: str, source: Source, changed: list[str]) -> int:
    """Write `mended.json`: what earlier mends changed, and this one; returns how many."""
    mends = read_mends(before)
    mends.append({"date": day, "commit": source.commit, "changed": changed})
    write_json(site / MENDED, {"contract": CONTRACT, "mends": mends})
    return len(mends)


def read_mends(edition: Path) -> list[dict[str, Any]]:
    """The mends that an edition has had."""
    mends: list[dict[str, Any]] = read_json(edition / MENDED).get("mends", [])
    return mends


def read_record(edition: Path) -> dict[str, Any]:
    """What an edition says of itself; empty if it was published before editions did."""
    return read_json(edition / EDITION)


def seal(site: Path) -> str:
    """Write `manifest.sha256`, the last of all files; returns its own SHA-256."""
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
    """Write a record in the one form that they all have."""
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def read_json(path: Path) -> dict[str, Any]:
    """A record; empty where there is none."""
    if not path.is_file():
        return {}
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return value
