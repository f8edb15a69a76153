"""The start and the end that all changes of published editions share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.common.problems import Problem, ProblemsFound
from scripts.pipeline.editions.branch import push_refs, worktrees_of
from scripts.pipeline.editions.failures import failures_as_problems, refuse
from scripts.pipeline.editions.lock import Move
from scripts.pipeline.editions.noticed import noticed
from scripts.pipeline.editions.origin import Start, agree, remember
from scripts.pipeline.editions.preflight import Options, branch_hindrances
from scripts.pipeline.editions.run import Run, exclusive_run


@dataclass(frozen=True)
class Change:
    """A run on a branch that has editions, starting from the commit `base`."""

    run: Run
    start: Start
    base: str


@dataclass(frozen=True)
class Done:
    """The result of a change: the subject of its commit, and its consequences."""

    subject: str
    branch: str
    remote: str
    noticed: tuple[str, ...]
    worktrees: tuple[str, ...]
    remarks: tuple[str, ...]


@contextmanager
def begin_change(root: Path, options: Options, *, writes: bool = True) -> Iterator[Change]:
    """Take the lock, compare with the remote, and check that there are editions.

    Raises:
        ProblemsFound: something prevents the change, or fails during it.
    """
    with failures_as_problems(root):
        refuse(branch_hindrances(root, options.branch, writes=writes))
        with exclusive_run(root) as run:
            start = agree(run, options.branch, offline=options.offline)
            if start.base is None:
                remedy = "publish first: make publish VERSION=1.0"
                raise ProblemsFound(
                    [Problem(options.branch, 0, "there are no editions yet", remedy)]
                )
            yield Change(run, start, start.base)


def finish_change(
    change: Change,
    commit: str,
    alias: tuple[str | None, str | None],
    tags: Sequence[Move] = (),
    remarks: Sequence[str] = (),
) -> Done:
    """Move the branch, and tags with it; `alias` is the target of `latest` before and after.

    Raises:
        ProblemsFound: the branch or a tag was moved meanwhile.
        GitFailed: git could not write.
    """
    run, start = change.run, change.start
    notice = noticed(run, change.base, commit, *alias)
    push_refs(run, start, [Move(f"refs/heads/{start.branch}", start.local, commit), *tags])
    remember(run, start)
    subject = run.git("log", "-1", "--format=%s", commit)
    worktrees = worktrees_of(run, start.branch)
    remote = start.remote or "origin"
    return Done(subject, start.branch, remote, tuple(notice), tuple(worktrees), tuple(remarks))
