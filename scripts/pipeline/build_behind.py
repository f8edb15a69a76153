"""A build of the whole site in a process of its own, which the preview begins and may end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from scripts.pipeline.context import PRINT_SWITCH

# Hundredths of a second in which what was killed is gone.
_MOMENTS = 50


def begin_build(root: Path, site: Path, address: str) -> subprocess.Popen[bytes]:
    """Begin to build the project in `root` into `site`, for an address, without print."""
    command = [sys.executable, "-m", "scripts.cli", "build", "--site-dir", str(site)]
    environment = {**os.environ, "SITE_URL": address, PRINT_SWITCH: "off"}
    # In a session of its own, so that the processes it begins can be ended with it.
    return subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=None,
        start_new_session=True,
    )


def end_build(process: subprocess.Popen[bytes]) -> None:
    """End a build and all that it began: they would write on into the folder."""
    if os.name != "nt":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
    if os.name != "nt":
        # What it began is gone a moment later; its name stays if nobody asks how it ended.
        with suppress(ProcessLookupError, PermissionError):
            for _ in range(_MOMENTS):
                os.killpg(process.pid, 0)
                time.sleep(0.01)
