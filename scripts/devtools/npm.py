"""Installs npm packages from a lock file, and again only when it changes.

Two folders have lock files: tests/ (the tools of `make test`) and scripts/devtools/bench/
(the tools of `make bench`). Their .npmrc keeps download URLs out of the lock file, so that
it names no host.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

from scripts.common.problems import Problem, ProblemsFound

# --ignore-scripts: packages must not run install scripts.
INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def install(folder: Path, command: str) -> Path:
    """The path of a folder's node_modules, brought up to date with its lock file.

    `command` is the user's command, for problems.
    """
    modules = folder / "node_modules"
    stamp = modules / ".installed-from"
    digest = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return modules
    npm = shutil.which("npm")
    what = f"{folder.name}/node_modules could not be installed"
    remedy = f"see the lines above, then run: npm --prefix {folder.name} ci"
    if npm is None:
        raise ProblemsFound([Problem(command, 0, what, "install npm with your package manager")])
    print(f"Installing {folder.name}/node_modules …", flush=True)
    if subprocess.run([npm, *INSTALL], cwd=folder, check=False).returncode:
        raise ProblemsFound([Problem(command, 0, what, remedy)])
    modules.mkdir(exist_ok=True)
    stamp.write_text(digest)
    return modules
