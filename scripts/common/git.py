"""Runs git, with the few commands that publishing and citing need."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path

# Environment variables that git sets for its hooks. Left in place, a command meant for one
# repository would act on another (`git rev-parse --local-env-vars` lists them).
REPOSITORY_VARIABLES = (
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
    """git failed; carries git's own message."""


def git(
    root: Path, *arguments: str, text: str | None = None, apart: int | None = None,
    patience: float | None = None,
) -> str:  # fmt: skip
    """Run git in `root` and return what it printed.

    Args:
        root: The folder to run it in; its repository is found from there.
        *arguments: The command and its arguments.
        text: Standard input.
        apart: A file descriptor to pass on, so that its lock is held until git is done. git
            then runs in a session of its own, out of reach of signals to our process group.
        patience: Seconds after which it is ended, for what waits for another host.

    Raises:
        GitFailed: git exited with an error, took too long, or is not installed.
    """
    environment = {
        key: value for key, value in os.environ.items() if key not in REPOSITORY_VARIABLES
    }
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
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GitFailed(f"nothing came in {patience:g} seconds") from None
    except FileNotFoundError:
        raise GitFailed("no git program was found") from None
    if done.returncode:
        raise GitFailed(done.stderr.strip() or f"git {' '.join(arguments)} failed")
    return done.stdout.strip()


def ask(root: Path, *arguments: str) -> str | None:
    """Like `git`, but None where git fails."""
    try:
        return git(root, *arguments)
    except GitFailed:
        return None


def days_of_change(root: Path, folder: str) -> dict[str, str]:
    """The date of the last commit that touched each file of a folder (path -> ISO date).

    One call for all files. Empty where there is no git or no repository, as in a copy of
    the files. It is the committer date in its own time zone, so that every machine gives the
    same. The boundary commit of a shallow clone is skipped: it appears to add every file.
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
    """Whether both an author and a committer are configured.

    Asks git itself, so that environment variables and the configuration of repository and user
    take effect as usual. A name that git guesses from the host does not count.
    """
    identities = ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT")
    return all(ask(root, "-c", "user.useConfigOnly=true", "var", each) for each in identities)
