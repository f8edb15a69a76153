"""A real git repository around a copy of the project, and its published editions."""

import os
import re
import subprocess
import sys
from pathlib import Path

IDENTITY = {
    "GIT_AUTHOR_NAME": "Test",
    "GIT_AUTHOR_EMAIL": "test@localhost",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@localhost",
}


def run(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command line as an editor runs it, in a copy of the project."""
    return subprocess.run(
        [sys.executable, "-m", "scripts.cli", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def git(project: Path, *arguments: str, text: str | None = None) -> str:
    done = subprocess.run(
        ["git", *arguments],
        cwd=project,
        env={**os.environ, **IDENTITY},
        input=text,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def begin(project: Path) -> Path:
    """Make the folder a repository with one commit."""
    git(project, "init", "--quiet", "--initial-branch=main")
    (project / ".git/info/exclude").write_text(".cache/\n__pycache__/\n", encoding="utf-8")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "-m", "Begin")
    return project


def publish(
    project: Path, version: str, *flags: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Publish unsigned for an address of this machine, as servers of tests have one."""
    allowed = ("--local", "--unsigned")
    return run(project, "publish", version, *allowed, *flags, **IDENTITY, **environment)


def spoil(path: Path, pattern: str, replacement: str) -> None:
    """Change the first match in a file; a pattern that matches nothing is a fault of the test."""
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(pattern, replacement, text, count=1, flags=re.MULTILINE)
    assert count == 1, f"nothing to spoil in {path}"
    path.write_text(changed, encoding="utf-8")
