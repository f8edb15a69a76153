"""The few git commands that publishing and citing need."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path


class GitFailed(Exception):
    """git said no; the message is its own."""


def git(root: Path, *arguments: str) -> str:
    """Run git in `root` and return what it printed."""
    done = subprocess.run(
        ["git", *arguments], cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise GitFailed(done.stderr.strip() or f"git {arguments[0]} failed")
    return done.stdout.strip()


def ask(root: Path, *arguments: str) -> str | None:
    """Like `git`, but None where git says no."""
    try:
        return git(root, *arguments)
    except GitFailed:
        return None


def days_of_change(root: Path, folder: str) -> dict[str, str]:
    """The day of the last commit that touched each file of a folder (path -> ISO date).

    One call for all files. Empty where there is no git or no repository, as in a copy of
    the files. The day is the one that stands in the commit, so that each machine gives the
    same. A shallow clone ends in a commit that seems to have made every file, and says
    nothing of when.
    """
    with suppress(OSError):
        log = ask(root, "-c", "core.quotePath=off", "log", "--no-color", "--no-show-signature",
                  "--format=%x01%cs %D", "--name-only", "--relative", "--", folder)  # fmt: skip
        days: dict[str, str] = {}
        for commit in (log or "").split("\x01")[1:]:
            first, *paths = commit.splitlines()
            day, _, marks = first.partition(" ")
            if "grafted" in marks.split(", "):
                continue
            for path in filter(None, paths):
                days[path] = max(day, days.get(path, ""))
        return days
    return {}


def has_identity(root: Path) -> bool:
    """Whether a commit could name its author."""
    name = os.environ.get("GIT_COMMITTER_NAME") or ask(root, "config", "user.name")
    email = os.environ.get("GIT_COMMITTER_EMAIL") or ask(root, "config", "user.email")
    return bool(name and email)
