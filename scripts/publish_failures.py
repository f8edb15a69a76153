"""Turns what fails beneath publishing into messages: place, what, and how to mend it."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from pathlib import Path

from mike.git_utils import GitError

from scripts.git import GitFailed
from scripts.knowledge.problems import Problem, ProblemsFound

# Less than an edition needs, with its build and git's copy of it.
_SCARCE = 100 * 1024 * 1024
_FULL = (errno.ENOSPC, errno.EDQUOT)


def refuse(problems: list[Problem]) -> None:
    """Stop here if there are problems.

    Raises:
        ProblemsFound: there are.
    """
    if problems:
        raise ProblemsFound(problems)


@contextmanager
def failures_told(root: Path) -> Iterator[None]:
    """Let failures of git, mike, the file system and helpers reach the editor as problems.

    Raises:
        ProblemsFound: instead of `GitFailed`, mike's `GitError`, `OSError`, `BrokenExecutor`.
    """
    try:
        yield
    except (GitFailed, GitError) as fault:
        raise ProblemsFound([_git_problem(root, str(fault))]) from None
    except OSError as fault:
        raise ProblemsFound([_file_problem(root, fault)]) from None
    except BrokenExecutor:
        what = "a process that prints was ended from outside"
        mend = "see that there is memory enough, and publish again"
        raise ProblemsFound([Problem("make publish", 0, what, mend)]) from None


def _git_problem(root: Path, said: str) -> Problem:
    line = "; ".join(part.strip() for part in said.splitlines() if part.strip())
    if "no git program" in line:
        return Problem("git", 0, line, "install git, and see that it is on the PATH")
    if ".lock'" in line and "File exists" in line:
        mend = "if no other git command runs here, delete the .lock file it names and publish again"
        return Problem(".git", 0, line, mend)
    return Problem(".git", 0, f"git failed: {line}", _room(root) or "mend that and publish again")


def _file_problem(root: Path, fault: OSError) -> Problem:
    place = str(fault.filename or ".git/publish")
    what = fault.strerror or type(fault).__name__
    if fault.errno in _FULL:
        return Problem(place, 0, "the disk is full", "make room and publish again")
    if fault.errno == errno.EFBIG:
        return Problem(place, 0, what, "raise the limit (ulimit -f) and publish again")
    if isinstance(fault, BrokenPipeError):
        what = "a helper of git stopped while it was written to"
    return Problem(place, 0, what, _room(root) or "mend that and publish again")


def _room(root: Path) -> str | None:
    """What to do if there is little room: programs seldom say that this is why they failed."""
    free = shutil.disk_usage(root).free
    if free < _SCARCE:
        return f"the disk has only {free // 1024**2} MB left: make room and publish again"
    return None
