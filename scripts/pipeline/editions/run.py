"""One run of publishing: a lock, a temporary folder, and a scratch repository in it.

Everything that a run makes before its end is in one folder, `.git/publish/run-…`, which the
next run deletes if this one is killed. mike and git work in a scratch repository there. It
borrows the objects of the real one (alternates) and has its own refs, so no real branch is
touched. At the end `push_refs` moves branch and tag in one atomic step, by compare-and-swap.
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
from scripts.pipeline.editions.lock import sweep, take_lock

EDITION = "refs/heads/edition"


@dataclass(frozen=True)
class Run:
    """The run that holds the lock; `root` is the project, `folder` is deleted at the end.

    `common` is the real repository's git directory; `lock` is the lock's file descriptor.
    """

    root: Path
    folder: Path
    common: Path
    lock: int

    @property
    def scratch(self) -> Path:
        """The bare scratch repository that mike and git work in."""
        return self.folder / "scratch.git"

    def git(
        self, *arguments: str, text: str | None = None, apart: bool = False,
        patience: float | None = None,
    ) -> str:  # fmt: skip
        """Run git in the scratch repository, which sees every object of the real one.

        Raises:
            GitFailed: git returned an error.
        """
        keep = self.lock if apart else None
        own = f"--git-dir={self.scratch}"
        return git(self.root, own, *arguments, text=text, apart=keep, patience=patience)

    def begin(self, base: str | None) -> None:
        """Point the scratch ref at the branch's commit, or leave it unborn."""
        if base:
            self.git("update-ref", EDITION, base)

    @contextmanager
    def environment(self) -> Iterator[None]:
        """Set the environment for libraries: the scratch repository and the temporary folder.

        Only the trees of mike's commits are used, so their author does not matter.
        """
        variables = {
            "GIT_DIR": str(self.scratch),
            "GIT_COMMITTER_NAME": "publish",
            "GIT_COMMITTER_EMAIL": "publish@localhost",
        }
        with (
            _environment_set({**dict.fromkeys(REPOSITORY_VARIABLES), **variables}),
            self.temporary(),
        ):
            yield

    @contextmanager
    def temporary(self) -> Iterator[None]:
        """Have this process and its children make temporary files in the folder."""
        folder = self.folder / "tmp"
        folder.mkdir(exist_ok=True)
        before, tempfile.tempdir = tempfile.tempdir, str(folder)
        try:
            with _environment_set({"TMPDIR": str(folder)}):
                yield
        finally:
            tempfile.tempdir = before


@contextmanager
def exclusive_run(root: Path) -> Iterator[Run]:
    """Take the repository's lock, clean up after killed runs, and set up a new run.

    Raises:
        ProblemsFound: another run holds the lock.
        GitFailed: the scratch repository cannot be made.
    """
    common = (root / git(root, "rev-parse", "--git-common-dir")).resolve()
    top = Path(git(root, "rev-parse", "--show-toplevel"))
    home = common / "publish"
    home.mkdir(exist_ok=True)
    lock = take_lock(home / "lock")
    if lock is None:
        raise ProblemsFound([_lock_problem(home)])
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


def _lock_problem(home: Path) -> Problem:
    holder = ""
    with suppress(OSError):
        holder = (home / "holder").read_text(encoding="utf-8").strip()
    what = f"another publishing is under way ({holder or 'another process'})"
    return Problem(".git/publish", 0, what, "wait until it is done, then try again")


def _make_scratch(run: Run) -> None:
    """Create a bare repository that borrows the real one's objects and configuration.

    The configuration provides the remote's address and the signing setup. Hooks are for the work
    of people, and are disabled here.
    """
    kind = git(run.root, "rev-parse", "--show-object-format")
    format_option = [] if kind == "sha1" else [f"--object-format={kind}"]
    git(run.root, "init", "--quiet", "--bare", "--template=", *format_option, str(run.scratch))
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
def _environment_set(values: Mapping[str, str | None]) -> Iterator[None]:
    """Temporarily set environment variables, or remove them (None)."""
    before = {name: os.environ.get(name) for name in values}

    def put(variables: Mapping[str, str | None]) -> None:
        for name, value in variables.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value

    put(values)
    try:
        yield
    finally:
        put(before)
