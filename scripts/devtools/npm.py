"""Packages from npm: installed as a lock file pins them, and again only when it changes.

Two folders have such files: tests/ (what `make test` checks pages with) and
scripts/devtools/bench/ (what `make bench` measures with). Their .npmrc keeps addresses of
downloads out of the lock file, which then names no host.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

from scripts.common.problems import Problem, ProblemsFound

# --ignore-scripts: no package may run anything of its own while it is installed.
INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def install(folder: Path, command: str) -> Path:
    """The node_modules of a folder, made to fit its lock file.

    `command` is what the reader typed; a failure is said in its name.
    """
    modules = folder / "node_modules"
    stamp = modules / ".installed-from"
    wanted = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return modules
    npm = shutil.which("npm")
    what = f"{folder.name}/node_modules could not be installed"
    mend = f"see the lines above, then run: npm --prefix {folder.name} ci"
    if npm is None:
        raise ProblemsFound([Problem(command, 0, what, "install npm with your package manager")])
    print(f"Installing {folder.name}/node_modules …", flush=True)
    if subprocess.run([npm, *INSTALL], cwd=folder, check=False).returncode:
        raise ProblemsFound([Problem(command, 0, what, mend)])
    modules.mkdir(exist_ok=True)
    stamp.write_text(wanted)
    return modules
