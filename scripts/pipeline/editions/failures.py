"""Turns low-level failures during publishing into problems: place, what, and remedy."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from pathlib import Path

from mike.git_utils import GitError

from scripts.common.git import GitFailed
from scripts.common.problems import Problem, ProblemsFound

# Bytes; less than an edition needs, with its build and git's copy of it.
_MIN_FREE = 100 * 1024 * 1024
# The noise that git adds when an atomic push fails.
_NOISE = ("To ", "! [remote rejected]", "error: failed to push some refs")
_LOCK = re.compile(r"Unable to create '([^']+\.lock)': File exists")
_FULL = (errno.ENOSPC, errno.EDQUOT)


def refuse(problems: list[Problem]) -> None:
    """Raise if there are problems.

    Raises:
        ProblemsFound: there are.
    """
    if problems:
        raise ProblemsFound(problems)


@contextmanager
def failures_as_problems(root: Path) -> Iterator[None]:
    """Convert failures of git, mike, the file system and worker processes to problems.

    Raises:
        ProblemsFound: instead of `GitFailed`, mike's `GitError`, `OSError`, `BrokenExecutor`.
    """
    try:
        yield
    except (GitFailed, GitError) as error:
        raise ProblemsFound([_git_problem(root, str(error))]) from None
    except OSError as error:
        raise ProblemsFound([_file_problem(root, error)]) from None
    except BrokenExecutor:
        what = "a process that prints was ended from outside"
        remedy = "see that there is memory enough, and publish again"
        raise ProblemsFound([Problem("make publish", 0, what, remedy)]) from None


def _git_problem(root: Path, message: str) -> Problem:
    lines = [line.removeprefix("remote:").strip() for line in message.splitlines()]
    line = "; ".join(line for line in lines if line and not line.startswith(_NOISE))
    if "no git program" in line:
        return Problem("git", 0, line, "install git, and see that it is on the PATH")
    if lock := _LOCK.search(line):
        path = os.path.normpath(lock[1])
        what = "git found a lock file, of a command that runs or was killed"
        return Problem(path, 0, what, f"if no other git command runs here, delete it: rm {path}")
    return Problem(
        ".git", 0, f"git failed: {line}", _space_remedy(root) or "mend that and publish again"
    )


def _file_problem(root: Path, error: OSError) -> Problem:
    place = str(error.filename or ".git/publish")
    what = error.strerror or " ".join(str(error).split()) or type(error).__name__
    if any(os.strerror(code) in what for code in _FULL):
        return Problem(place, 0, "the disk is full", "make room and publish again")
    if os.strerror(errno.EFBIG) in what:
        return Problem(place, 0, what, "raise the limit on files (ulimit -f) and publish again")
    if isinstance(error, BrokenPipeError):
        what = "a helper of git stopped while it was written to"
    return Problem(place, 0, what, _space_remedy(root) or "mend that and publish again")


def _space_remedy(root: Path) -> str | None:
    """The remedy if disk space is short, which programs seldom report as the cause."""
    free = shutil.disk_usage(root).free
    if free < _MIN_FREE:
        return f"the disk has only {free // 1024**2} MB left: make room and publish again"
    return None
