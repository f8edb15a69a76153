"""The preview: both languages, and a change seen without starting anew."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository import spoil
from tests.small import small_site


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A preview that lives through all that is done to its project here."""
    project = small_site(tmp_path_factory.mktemp("preview") / "project")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = (project / "serve.log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "scripts.cli", "serve", "--port", str(port)],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), "SITE_PRINT": "on"},
        stdout=log,
        stderr=log,
    )
    yield project, f"http://127.0.0.1:{port}/"
    process.terminate()
    process.wait(timeout=10)
    log.close()


def until(address: str, text: str, seconds: float = 120) -> None:
    """Wait for a page to hold a text: a build takes long while other tests run."""
    end = time.monotonic() + seconds
    body = ""
    while time.monotonic() < end:
        try:
            body = urllib.request.urlopen(address, timeout=5).read().decode()
        except OSError:
            body = ""
        if text in body:
            return
        time.sleep(0.1)
    raise AssertionError(f"{address} never showed {text!r}")


def test_data_and_theme_are_seen_as_they_change(preview):
    project, address = preview
    until(address, '<html lang="nb"')
    until(address + "en/phases/anchoring/", '<html lang="en"')
    # Nothing is printed for a preview, which is told once.
    log = (project / "serve.log").read_text(encoding="utf-8")
    assert log.count("The preview is made without the files to print") == 1
    assert not (project / ".cache" / "print").exists()
    spoil(project / "data/interface.yml", "Hopp til innholdet", "Rett til innholdet")
    until(address + "metoden/historie/", "Rett til innholdet")
    spoil(project / "overrides/partials/footer.html", 'class="bottom"', 'class="bottom" id="x1"')
    until(address + "en/method/history/", 'id="x1"')


def test_a_fault_on_a_page_is_told_and_the_page_mended_is_seen(preview):
    project, address = preview
    until(address + "metoden/historie/", '<html lang="nb"')
    page = project / "docs/no/metoden/historie.md"
    good = page.read_text(encoding="utf-8")
    page.write_text(good.replace("kind: concept", "kind: conecpt"), encoding="utf-8")
    log = project / "serve.log"
    end = time.monotonic() + 120
    while 'kind is "conecpt"' not in log.read_text(encoding="utf-8"):
        assert time.monotonic() < end, log.read_text(encoding="utf-8")
        time.sleep(0.1)
    assert "Traceback" not in log.read_text(encoding="utf-8")
    until(address + "metoden/historie/", '<html lang="nb"')
    page.write_text(good + "\nMendet igjen.\n", encoding="utf-8")
    until(address + "metoden/historie/", "Mendet igjen.")
