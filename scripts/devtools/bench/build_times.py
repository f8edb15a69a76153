"""Benchmarks editors' waiting times: full builds, a build after a change, and the preview.

Compared with stock Material on the same Markdown, alternating in one run, so that a slow moment
of the machine affects both. Without PDFs. Memory is the peak of the process or of any of its
children.
"""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from scripts.devtools.bench.peers import stock_project
from scripts.devtools.bench.search_at_scale import copy_project, make_large

ROUNDS, SAVES = 3, 5
# A page of running text that exists in both builds.
_PAGE, _ADDRESS = "metoden/historie.md", "metoden/historie/"
_PATIENCE = 120.0


@dataclass(frozen=True)
class Run:
    """Elapsed seconds, and peak memory in megabytes."""

    seconds: float
    megabytes: float


def bench_builds(root: Path, console: Console) -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory(prefix="builds-") as name:
        folder = Path(name)
        ours, stock = folder / "ours", folder / "stock"
        copy_project(root, ours)
        stock_project(root, stock)
        console.print(_today(ours, stock))
        large, large_stock = folder / "large", folder / "large-stock"
        make_large(root, large)
        stock_project(large, large_stock)
        table = _table("1,000 pages a language")
        mine, theirs = _cold(large), _cold(large_stock)
        _row(table, "whole build, s", mine.seconds, theirs.seconds)
        _row(table, "memory, MB", mine.megabytes, theirs.megabytes)
        _row(table, "one page changed, s", _changed(large, 1).seconds, None)
        console.print(table)


def _today(ours: Path, stock: Path) -> Table:
    table = _table("The site as it is")
    colds = [(_cold(ours), _cold(stock)) for _ in range(ROUNDS)]
    mine = statistics.median(run.seconds for run, _ in colds)
    theirs = statistics.median(run.seconds for _, run in colds)
    _row(table, "whole build without caches, s", mine, theirs)
    _row(table, "memory, MB", max(run.megabytes for run, _ in colds), colds[0][1].megabytes)
    changes = [(_changed(ours, at), _changed(stock, at)) for at in range(ROUNDS)]
    _row(
        table,
        "one page changed, s",
        statistics.median(run.seconds for run, _ in changes),
        statistics.median(run.seconds for _, run in changes),
    )
    mine, theirs = _seen(ours, _serve_ours), _seen(stock, _serve_stock)
    _row(table, "preview: from saving to the new page, s", mine, theirs)
    return table


def _table(title: str) -> Table:
    table = Table(title=title)
    for heading in ("", "ours", "stock Material", "ratio"):
        table.add_column(heading, justify="right" if heading else "left")
    return table


def _row(table: Table, name: str, ours: float, stock: float | None) -> None:
    ratio = f"{ours / stock:.2f}" if stock else "–"
    table.add_row(name, f"{ours:.2f}", f"{stock:.2f}" if stock is not None else "–", ratio)


def _cold(project: Path) -> Run:
    shutil.rmtree(project / ".cache", ignore_errors=True)
    return _build(project)


def _changed(project: Path, number: int) -> Run:
    _add(project, f"Endret {number}.")
    return _build(project)


def _build(project: Path) -> Run:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "../site"]
    with tempfile.TemporaryFile("w+") as said:
        start = time.monotonic()
        process = subprocess.Popen(
            command, cwd=project, env=_environment(project), stdout=said, stderr=said
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{said.read()[-2000:]}\n{project}: the build failed")
    return Run(seconds, usage.ru_maxrss / 1024)


def _environment(project: Path) -> dict[str, str]:
    return {**os.environ, "SITE_PRINT": "off", "PYTHONPATH": str(project)}


def _add(project: Path, text: str) -> None:
    """Append a sentence, marked as the site's own, to the page."""
    folder = "no" if (project / "docs" / "no").is_dir() else "nb"
    path = project / "docs" / folder / _PAGE
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before.rstrip()}\n\n{text} [@editorial]\n", encoding="utf-8")
    counterpart = project / "docs" / "en" / _PAGE
    before = counterpart.read_text(encoding="utf-8")
    counterpart.write_text(f"{before.rstrip()}\n\n{text} [@editorial]\n", encoding="utf-8")


def _serve_ours(port: int) -> list[str]:
    return ["-m", "scripts.cli", "serve", "--port", str(port)]


def _serve_stock(port: int) -> list[str]:
    return ["-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]


def _seen(project: Path, command: Callable[[int], list[str]]) -> float:
    """The median time from saving to showing; each save follows when the last is shown."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, *command(port)],
        cwd=project,
        env=_environment(project),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        address = f"http://127.0.0.1:{port}/{_ADDRESS}"
        try:
            _until(address, "<html")
            times = []
            for number in range(SAVES):
                text = f"Lagret {number}."
                _add(project, text)
                times.append(_until(address, text))
        finally:
            process.terminate()
    return statistics.median(times)


def _until(address: str, text: str) -> float:
    start = time.monotonic()
    while time.monotonic() - start < _PATIENCE:
        try:
            with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:
                if text in answer.read().decode():
                    return time.monotonic() - start
        except OSError:
            pass
        time.sleep(0.02)
    raise TimeoutError(f"{address} never showed {text!r}")
