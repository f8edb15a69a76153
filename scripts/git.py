"""The few git commands that publishing needs."""

from __future__ import annotations

import os
import subprocess
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


def has_identity(root: Path) -> bool:
    """Whether a commit could name its author."""
    name = os.environ.get("GIT_COMMITTER_NAME") or ask(root, "config", "user.name")
    email = os.environ.get("GIT_COMMITTER_EMAIL") or ask(root, "config", "user.email")
    return bool(name and email)
