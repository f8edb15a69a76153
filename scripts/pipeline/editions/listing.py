"""The editions on a branch, from its `versions.json`, and the withdrawn ones."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from mike.versions import Versions

from scripts.common.problems import Problem, ProblemsFound
from scripts.content.permanent_ids import LATEST
from scripts.pipeline.editions.branch import entries
from scripts.pipeline.editions.numbers import NUMBER, order
from scripts.pipeline.editions.run import Run

VERSIONS, WITHDRAWN = "versions.json", "withdrawn.json"
_LINK = "120000 "


@dataclass(frozen=True)
class Editions:
    """`versions` as mike stores them, and the withdrawn editions with their dates."""

    versions: Versions
    withdrawn: dict[str, str]

    @property
    def numbers(self) -> list[str]:
        """The available editions, newest first."""
        named = [str(info.version) for info in self.versions]
        return sorted((each for each in named if NUMBER.fullmatch(each)), key=order, reverse=True)

    @property
    def used(self) -> list[str]:
        """Every published number, including withdrawn ones."""
        return [*self.numbers, *self.withdrawn]

    @property
    def latest(self) -> str | None:
        """The edition that the alias `latest` leads to."""
        entry = self.versions.find(LATEST)
        return str(entry[0]) if entry else None


def read_editions(run: Run, commit: str | None, branch: str) -> Editions:
    """The editions at a commit of the branch.

    Raises:
        ProblemsFound: a list on the branch cannot be read.
    """
    root = entries(run, commit)
    texts = {
        name: run.git("show", f"{commit}:{name}") for name in (VERSIONS, WITHDRAWN) if name in root
    }
    try:
        versions = Versions.loads(texts.get(VERSIONS, "[]"))
        withdrawn = json.loads(texts.get(WITHDRAWN, "{}"))
        editions = Editions(versions, {str(key): str(day) for key, day in withdrawn.items()})
        listed = set(editions.used)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ProblemsFound([_unfit(branch, "cannot be read")]) from None
    folders = {name for name, what in root.items() if NUMBER.fullmatch(name) and "tree" in what}
    if folders != listed:
        differing = ", ".join(sorted(folders ^ listed, key=order))
        raise ProblemsFound([_unfit(branch, f"and the folders do not agree on {differing}")])
    return editions


def _unfit(branch: str, what: str) -> Problem:
    look = f"git log {branch} -- {VERSIONS} {WITHDRAWN}"
    remedy = f"see what changed it with `{look}`, and take that back"
    return Problem(f"{branch}:{VERSIONS}", 0, f"the list of editions {what}", remedy)


def unpack(run: Run, commit: str | None, folder: str, target: Path) -> Path:
    """Extract a folder of the branch into a folder of the run.

    An alias may be a symbolic link, as mike makes it unless told otherwise.
    """
    if entries(run, commit).get(folder, "").startswith(_LINK):
        folder = run.git("show", f"{commit}:{folder}").rstrip("/")
    archive = run.folder / "archive.tar"
    run.git("archive", "--format=tar", f"--output={archive}", f"{commit}:{folder}")
    target.mkdir(parents=True)
    shutil.unpack_archive(archive, target, filter="data")
    archive.unlink()
    return target
