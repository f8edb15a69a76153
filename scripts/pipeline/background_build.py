"""A background build of the whole site in a child process, which the preview may kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from scripts.pipeline.context import PRINT_SWITCH

# How often, every hundredth of a second, to check that killed processes are gone.
_POLLS = 50


def start_background_build(root: Path, site: Path, address: str) -> subprocess.Popen[bytes]:
    """Start a build of the project in `root` into `site`, for a site URL, without printed files."""
    command = [sys.executable, "-m", "scripts.cli", "build", "--site-dir", str(site)]
    environment = {**os.environ, "SITE_URL": address, PRINT_SWITCH: "off"}
    # A new session, so that the whole process group can be killed.
    return subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=None,
        start_new_session=True,
    )


def kill_background_build(process: subprocess.Popen[bytes]) -> None:
    """Kill a build and its child processes, which would go on writing into the folder."""
    if os.name != "nt":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
    if os.name != "nt":
        # The children go a moment later; waiting for the leader reaps it, so no zombie is left.
        with suppress(ProcessLookupError, PermissionError):
            for _ in range(_POLLS):
                os.killpg(process.pid, 0)
                time.sleep(0.01)
