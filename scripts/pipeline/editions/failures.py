"""Turns what fails beneath publishing into messages: place, what, and how to mend it."""

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

# Less than an edition needs, with its build and git's copy of it.
_SCARCE = 100 * 1024 * 1024
# What git adds of a step that moves several refs.
_ECHO = ("To ", "! [remote rejected]", "error: failed to push some refs")
_LOCK = re.compile(r"Unable to create '([^']+\.lock)': File exists")
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
    lines = [line.removeprefix("remote:").strip() for line in said.splitlines()]
    line = "; ".join(line for line in lines if line and not line.startswith(_ECHO))
    if "no git program" in line:
        return Problem("git", 0, line, "install git, and see that it is on the PATH")
    if lock := _LOCK.search(line):
        path = os.path.normpath(lock[1])
        what = "git found a lock file, of a command that runs or was killed"
        return Problem(path, 0, what, f"if no other git command runs here, delete it: rm {path}")
    return Problem(".git", 0, f"git failed: {line}", _room(root) or "mend that and publish again")


def _file_problem(root: Path, fault: OSError) -> Problem:
    place = str(fault.filename or ".git/publish")
    what = fault.strerror or " ".join(str(fault).split()) or type(fault).__name__
    if any(os.strerror(code) in what for code in _FULL):
        return Problem(place, 0, "the disk is full", "make room and publish again")
    if os.strerror(errno.EFBIG) in what:
        return Problem(place, 0, what, "raise the limit on files (ulimit -f) and publish again")
    if isinstance(fault, BrokenPipeError):
        what = "a helper of git stopped while it was written to"
    return Problem(place, 0, what, _room(root) or "mend that and publish again")


def _room(root: Path) -> str | None:
    """What to do if there is little room: programs seldom say that this is why they failed."""
    free = shutil.disk_usage(root).free
    if free < _SCARCE:
        return f"the disk has only {free // 1024**2} MB left: make room and publish again"
    return None
