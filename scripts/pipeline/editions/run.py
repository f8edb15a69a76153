"""One run of publishing: a lock, a folder of its own, and a scratch repository in it.

All that a run makes before it is done lies in one folder, `.git/publish/run-…`, which the
next run deletes if this one is killed. mike and git work in a scratch repository there. It
borrows the objects of the real one and has refs of its own, so no branch of anybody's is
touched. At the end `bring_over` moves branch and tag in one atomic step, by compare-and-swap.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from scripts.common.git import REPOSITORY_VARIABLES, git
from scripts.common.problems import Problem, ProblemsFound
from scripts.pipeline.editions.lock import locked, sweep

EDITION = "refs/heads/edition"


@dataclass(frozen=True)
class Run:
    """The only run at this time: `root` is the project, `folder` what goes when it is over."""

    root: Path
    folder: Path
    common: Path
    lock: int

    @property
    def scratch(self) -> Path:
        """The bare repository that mike and git work in."""
        return self.folder / "scratch.git"

    def git(self, *arguments: str, text: str | None = None, apart: bool = False) -> str:
        """Run git in the scratch repository, which sees every object of the real one.

        Raises:
            GitFailed: git ended with an error.
        """
        keep = self.lock if apart else None
        return git(self.root, f"--git-dir={self.scratch}", *arguments, text=text, apart=keep)

    def begin(self, base: str | None) -> None:
        """Let the scratch ref begin where the branch is, or without any commit."""
        if base:
            self.git("update-ref", EDITION, base)

    @contextmanager
    def environment(self) -> Iterator[None]:
        """For libraries: git is the scratch repository, temporary files lie in the folder.

        What mike commits there is thrown away but for its tree, so that the name on these
        commits is nobody's.
        """
        here = {
            "GIT_DIR": str(self.scratch),
            "GIT_COMMITTER_NAME": "publish",
            "GIT_COMMITTER_EMAIL": "publish@localhost",
        }
        with _set({**dict.fromkeys(REPOSITORY_VARIABLES), **here}), self.temporary():
            yield

    @contextmanager
    def temporary(self) -> Iterator[None]:
        """Have temporary files of this process and its children made in the folder."""
        folder = self.folder / "tmp"
        folder.mkdir(exist_ok=True)
        before, tempfile.tempdir = tempfile.tempdir, str(folder)
        try:
            with _set({"TMPDIR": str(folder)}):
                yield
        finally:
            tempfile.tempdir = before


@contextmanager
def alone(root: Path) -> Iterator[Run]:
    """Take the lock of the repository, sweep what killed runs left, and set up a new run.

    Raises:
        ProblemsFound: another run holds the lock.
        GitFailed: the scratch repository cannot be made.
    """
    common = (root / git(root, "rev-parse", "--git-common-dir")).resolve()
    top = Path(git(root, "rev-parse", "--show-toplevel"))
    home = common / "publish"
    home.mkdir(exist_ok=True)
    lock = locked(home / "lock")
    if lock is None:
        raise ProblemsFound([_under_way(home)])
    try:
        (home / "holder").write_text(f"process {os.getpid()}\n", encoding="utf-8")
        sweep(top, common, home)
        folder = Path(tempfile.mkdtemp(prefix="run-", dir=home))
        try:
            run = Run(top, folder, common, lock)
            _make_scratch(run)
            yield run
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(lock)


def _under_way(home: Path) -> Problem:
    holder = ""
    with suppress(OSError):
        holder = (home / "holder").read_text(encoding="utf-8").strip()
    what = f"another publishing is under way ({holder or 'another process'})"
    return Problem(".git/publish", 0, what, "wait until it is done, then try again")


def _make_scratch(run: Run) -> None:
    """A bare repository that borrows the real one's objects and its configuration.

    The configuration brings the address of the remote, how it is signed and who signs. Hooks
    are for the work of people, and none runs here.
    """
    kind = git(run.root, "rev-parse", "--show-object-format")
    formatted = [] if kind == "sha1" else [f"--object-format={kind}"]
    git(run.root, "init", "--quiet", "--bare", "--template=", *formatted, str(run.scratch))
    alternates = run.scratch / "objects" / "info" / "alternates"
    alternates.parent.mkdir(exist_ok=True)
    alternates.write_text(f"{run.common / 'objects'}\n", encoding="utf-8")
    config = run.scratch / "config"
    quoted = str(run.common / "config").replace("\\", "\\\\").replace('"', '\\"')
    own = config.read_text(encoding="utf-8")
    own += "\tautocrlf = false\n\thooksPath = no-hooks\n"
    own += "[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n"
    config.write_text(f'[include]\n\tpath = "{quoted}"\n{own}', encoding="utf-8")


@contextmanager
def _set(values: Mapping[str, str | None]) -> Iterator[None]:
    """Set variables of the environment, or take them away (None), for a while."""
    before = {name: os.environ.get(name) for name in values}

    def put(all_of: Mapping[str, str | None]) -> None:
        for name, value in all_of.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value

    put(values)
    try:
        yield
    finally:
        put(before)
