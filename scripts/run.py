r"""Sets up the project and runs one of its commands: `python3 scripts/run.py serve`.

Needs only Python: it creates .venv, installs the packages of requirements.lock (again
whenever that file changes) and delegates to scripts/cli.py in that environment. The
Makefile calls it; on Windows, use `py scripts\run.py serve`.
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
except ImportError:  # Windows: there, do not start two commands at once
    fcntl = None  # type: ignore[assignment]

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = ENVIRONMENT / "installed-from"
# pymdown-extensions 13 requires 3.11.5.
OLDEST = (3, 11, 5)


def main() -> int:
    """Set up the environment if needed, then run the command; returns its exit code."""
    if sys.version_info < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        have = ".".join(map(str, sys.version_info[:3]))
        return fail(f"Python {have} is too old – install Python {wanted} or newer")
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    command = [str(python), "-m", "scripts.cli", *sys.argv[1:]]
    try:
        if not is_current(python):
            with one_at_a_time():
                # Another command may have created it meanwhile.
                code = 0 if is_current(python) else set_up(python)
            if code:
                return code
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 130


def is_current(python: Path) -> bool:
    """Whether the environment exists and matches the lock file."""
    if not (python.exists() and STAMP.exists()):
        return False
    # A symlink to the environment of another working copy is shared on purpose.
    parts = 2 if ENVIRONMENT.is_symlink() else 3
    return STAMP.read_text().split(" ", 2)[:parts] == stamp().split(" ", 2)[:parts]


def stamp() -> str:
    """The inputs of the environment: the lock file's hash, the Python version, and the folder."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{digest} {sys.version_info.major}.{sys.version_info.minor} {ROOT}"


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Serialise set-ups: a second command waits until the first has created the environment.

    The lock is an flock on the lock file, released when the process ends at the latest.
    """
    with LOCK.open("rb") as lock:
        if fcntl is not None:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def set_up(python: Path) -> int:
    """Recreate the environment and install everything, verified by hash."""
    if ENVIRONMENT.is_symlink():
        # Never write through the link: that environment has another owner and lock file.
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
    except ValueError as error:
        return fail(f"{error} – move the project to a folder without that sign")
    except (subprocess.CalledProcessError, OSError):
        return fail(
            "Python cannot make a virtual environment – on Debian and Ubuntu run "
            "`sudo apt-get install -y python3-venv` and try again"
        )
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    command = [*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)]
    if subprocess.run(command, check=False).returncode:
        return fail("the packages could not be installed – see the lines above, then try again")
    # So that plain `mkdocs` and `mike` in this environment can import the hooks.
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
    """Print an error in one line; returns the exit code 1."""
    print(f"scripts/run.py: {message}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
