"""What every change of published editions shares: how it begins, and how it is handed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.common.problems import Problem, ProblemsFound
from scripts.pipeline.editions.branch import bring_over, holders
from scripts.pipeline.editions.failures import failures_told, refuse
from scripts.pipeline.editions.lock import Move
from scripts.pipeline.editions.noticed import noticed
from scripts.pipeline.editions.origin import Start, agree
from scripts.pipeline.editions.preflight import Options, hindrances
from scripts.pipeline.editions.run import Run, alone


@dataclass(frozen=True)
class Change:
    """A run on a branch that has editions, which begins at the commit `base`."""

    run: Run
    start: Start
    base: str


@dataclass(frozen=True)
class Done:
    """What a change did: the subject of its commit, and what follows from it."""

    subject: str
    branch: str
    remote: str
    noticed: tuple[str, ...]
    worktrees: tuple[str, ...]
    remarks: tuple[str, ...]


@contextmanager
def begun(root: Path, options: Options, *, writes: bool = True) -> Iterator[Change]:
    """Take the lock, compare with the remote, and see that there are editions.

    Raises:
        ProblemsFound: something hinders it, or fails on the way.
    """
    with failures_told(root):
        refuse(hindrances(root, options.branch, writes=writes))
        with alone(root) as run:
            start = agree(run, options.branch, offline=options.offline)
            if start.base is None:
                mend = "publish first: make publish VERSION=1.0"
                raise ProblemsFound([Problem(options.branch, 0, "there are no editions yet", mend)])
            yield Change(run, start, start.base)


def finished(
    change: Change,
    commit: str,
    alias: tuple[str | None, str | None],
    tags: Sequence[Move] = (),
    remarks: Sequence[str] = (),
) -> Done:
    """Move the branch to the commit, and tags with it; `alias` is what it led to and leads to.

    Raises:
        ProblemsFound: the branch or a tag was moved meanwhile.
        GitFailed: git could not write.
    """
    run, start = change.run, change.start
    notice = noticed(run, change.base, commit, *alias)
    bring_over(run, start, [Move(f"refs/heads/{start.branch}", start.local, commit), *tags])
    subject = run.git("log", "-1", "--format=%s", commit)
    worktrees = holders(run, start.branch)
    remote = start.remote or "origin"
    return Done(subject, start.branch, remote, tuple(notice), tuple(worktrees), tuple(remarks))
