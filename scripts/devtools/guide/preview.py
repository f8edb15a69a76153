"""The project's own preview, of a copy: started as an editor starts it, and waited for."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from scripts.common.problems import Problem, ProblemsFound
from scripts.web.edit_link import SETTING

# Where files would be edited; the pictures show the file that the link ends in.
HOSTING = "https://hosting.example/owner/name/edit/main/"
# A first build takes a minute or two on a small machine that has other things to do.
PATIENCE = 600.0
_PAUSE = 0.2


class Preview:
    """A preview that runs: its address, and what it shows."""

    def __init__(self, address: str, log: Path, process: subprocess.Popen[bytes]) -> None:
        self.address = address
        self._log, self._process = log, process

    def until(self, path: str, shown: Callable[[str], bool], wanted: str) -> None:
        """Wait until the page at `path` shows what is wanted.

        Raises:
            ProblemsFound: it never did, or the preview ended; with the end of what it said.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            if shown(self._page(path)):
                return
            time.sleep(_PAUSE)
        said = " / ".join(self._log.read_text(encoding="utf-8").split("\n")[-6:]).strip(" /")
        what = f"the preview never showed {wanted} at /{path} ({said})"
        raise ProblemsFound([Problem("make guide", 0, what, "see what make serve says")])

    def _page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:
                return str(answer.read().decode("utf-8", "replace"))
        except (OSError, urllib.error.URLError):
            return ""


@contextmanager
def preview(copy: Path, log: Path) -> Iterator[Preview]:
    """Start the preview of the project in `copy`; it ends with the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # What the owner has set for a site of their own would show in the pictures.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("SITE_")}
    environment |= {SETTING: HOSTING, "PYTHONPATH": str(copy)}
    command = [sys.executable, "-m", "scripts.cli", "serve", "--port", str(port)]
    with log.open("w", encoding="utf-8") as out:
        # In a session of its own, so that what it has begun behind it ends with it.
        process = subprocess.Popen(
            command,
            cwd=copy,
            env=environment,
            stdout=out,
            stderr=out,
            start_new_session=True,
            preexec_fn=_heed_interrupts if os.name != "nt" else None,
        )
        try:
            yield Preview(f"http://127.0.0.1:{port}/", log, process)
        finally:
            _end(process)


def _heed_interrupts() -> None:
    """A shell lets what it runs in the background ignore them, and that is passed on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Interrupt a preview, as an editor does, so that it leaves nothing behind."""
    if os.name == "nt":
        process.terminate()
        process.wait()
        return
    process.send_signal(signal.SIGINT)
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=60)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
