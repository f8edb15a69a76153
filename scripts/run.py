r"""Sets the project up and runs a command of it: `python3 scripts/run.py serve`.

Needs Python and nothing else: it makes .venv, installs what requirements.lock pins
(again whenever that file changes) and hands over to scripts/cli.py there. The
Makefile calls it; on Windows, `py scripts\run.py serve` does the same.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: there, two commands must not begin at once
    fcntl = None  # type: ignore[assignment]

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = ENVIRONMENT / "installed-from"
# pymdown-extensions 13 asks for 3.11.5.
OLDEST = (3, 11, 5)


def main() -> int:
    """Set up where needed, then run the command; its exit code is ours."""
    if sys.version_info < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        have = ".".join(map(str, sys.version_info[:3]))
        return fail(f"Python {have} is too old – install Python {wanted} or newer")
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    command = [str(python), "-m", "scripts.cli", *sys.argv[1:]]
    try:
        if not is_current(python):
            with one_at_a_time():
                # Another command may have made it meanwhile.
                code = 0 if is_current(python) else set_up(python)
            if code:
                return code
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 130


def is_current(python: Path) -> bool:
    """Whether the environment exists and holds what the lock file says now."""
    if not (python.exists() and STAMP.exists()):
        return False
    # Whoever links to the environment of another copy means to share it.
    parts = 2 if ENVIRONMENT.is_symlink() else 3
    return STAMP.read_text().split(" ", 2)[:parts] == stamp().split(" ", 2)[:parts]


def stamp() -> str:
    """What the environment is made from: the lock file and this Python."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{digest} {sys.version_info.major}.{sys.version_info.minor} {ROOT}"


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second command wait while the first makes the environment.

    The lock is on the file that lists the packages, and ends with the process at the latest.
    """
    with LOCK.open("rb") as held:
        if fcntl is not None:
            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def set_up(python: Path) -> int:
    """Make the environment anew and install everything, checked by hash."""
    if ENVIRONMENT.is_symlink():
        # Never written through: it is somebody else's, made from another list of packages.
        return fail(
            f".venv is a link to {ENVIRONMENT.readlink()}, which does not hold what "
            "requirements.lock lists – take the link away (rm .venv) and run this again"
        )
    print("Setting up .venv (once; a minute or two) …", flush=True)
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    if ENVIRONMENT.exists():
        return fail(".venv cannot be taken away – close what uses it, or delete it, and try again")
    try:
        venv.create(ENVIRONMENT, with_pip=True)
    except ValueError as fault:
        return fail(f"{fault} – move the project to a folder without that sign")
    except (subprocess.CalledProcessError, OSError):
        return fail(
            "Python cannot make a virtual environment – on Debian and Ubuntu run "
            "`sudo apt-get install -y python3-venv` and try again"
        )
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    command = [*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)]
    if subprocess.run(command, check=False).returncode:
        return fail("the packages could not be installed – see the lines above, then try again")
    # Lets plain `mkdocs` and `mike` in this environment import the hooks.
    site = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    Path(site, "project.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    STAMP.write_text(stamp())
    return 0


def fail(message: str) -> int:
    """Say what is wrong in one line."""
    print(f"scripts/run.py: {message}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
