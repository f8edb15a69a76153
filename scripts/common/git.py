"""The few git commands that publishing and citing need."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path

# What git sets for the hooks it runs. Left in place, a command meant for one repository
# would work on another (`git rev-parse --local-env-vars` lists them).
OF_ONE_REPOSITORY = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
    "GIT_QUARANTINE_PATH",
    "GIT_SHALLOW_FILE",
)


class GitFailed(Exception):
    """git failed; carries the message of git."""


def git(root: Path, *arguments: str, text: str | None = None, apart: int | None = None) -> str:
    """Run git in `root` and return what it printed.

    Args:
        root: The folder to run it in; its repository is found from there.
        *arguments: The command and its arguments.
        text: What git reads from its standard input.
        apart: Run in a session of its own, which no signal to this process's group reaches,
            with this file descriptor, so that a lock is held until git is done.

    Raises:
        GitFailed: git ended with an error, or there is no git.
    """
    environment = {key: value for key, value in os.environ.items() if key not in OF_ONE_REPOSITORY}
    environment["LANGUAGE"] = "en"  # its messages are shown among ours, and some are read
    try:
        done = subprocess.run(
            ["git", "-c", "log.showSignature=false", *arguments],
            cwd=root,
            env=environment,
            input=text,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            start_new_session=apart is not None,
            pass_fds=() if apart is None or os.name == "nt" else (apart,),
            check=False,
        )
    except FileNotFoundError:
        raise GitFailed("no git program was found") from None
    if done.returncode:
        raise GitFailed(done.stderr.strip() or f"git {' '.join(arguments)} failed")
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
    """Whether a commit could name both its author and its committer.

    git itself is asked, so that variables, the repository's and the user's configuration
    count as they will. A name guessed from the machine does not.
    """
    asked = ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT")
    return all(ask(root, "-c", "user.useConfigOnly=true", "var", each) for each in asked)
