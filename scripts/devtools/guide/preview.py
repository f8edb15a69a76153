"""Runs the project's preview on a copy, as an editor would, and waits for its output."""

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

# The base address of edit links; the screenshots show the file that the link leads to.
HOSTING = "https://hosting.example/owner/name/edit/main/"
# Seconds; a first build takes a minute or two on a small, busy machine.
PATIENCE = 600.0
_PAUSE = 0.2


class Preview:
    """A running preview."""

    def __init__(self, address: str, log: Path, process: subprocess.Popen[bytes]) -> None:
        self.address = address
        self._log, self._process = log, process

    def until(self, path: str, shown: Callable[[str], bool], wanted: str) -> None:
        """Wait until `shown` holds for the HTML at `path`; `wanted` names it in problems.

        Raises:
            ProblemsFound: it timed out, or the preview ended; with the end of its log.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            if shown(self._page(path)):
                return
            time.sleep(_PAUSE)
        output = " / ".join(self._log.read_text(encoding="utf-8").split("\n")[-6:]).strip(" /")
        what = f"the preview never showed {wanted} at /{path} ({output})"
        raise ProblemsFound([Problem("make guide", 0, what, "see what make serve says")])

    def _page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:
                return str(answer.read().decode("utf-8", "replace"))
        except (OSError, urllib.error.URLError):
            return ""


@contextmanager
def preview(copy: Path, log: Path) -> Iterator[Preview]:
    """Run the preview of the project in `copy` within the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # The owner's own settings would show in the screenshots.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("SITE_")}
    environment |= {SETTING: HOSTING, "PYTHONPATH": str(copy)}
    command = [sys.executable, "-m", "scripts.cli", "serve", "--port", str(port)]
    with log.open("w", encoding="utf-8") as output:
        # A new session, so that its background processes can be killed with it.
        process = subprocess.Popen(
            command,
            cwd=copy,
            env=environment,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=_heed_interrupts if os.name != "nt" else None,
        )
        try:
            yield Preview(f"http://127.0.0.1:{port}/", log, process)
        finally:
            _end(process)


def _heed_interrupts() -> None:
    """Restore SIGINT: shells make background jobs ignore it, and children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Interrupt a preview like Ctrl+C, so that it cleans up, and then kill its session."""
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
