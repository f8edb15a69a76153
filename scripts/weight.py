"""What a first view of a page costs a reader: requests and bytes, as brotli sends them."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import brotli
from playwright.sync_api import sync_playwright

from scripts.system import browser

# Already compressed by their own format; a server sends them as they are.
_PACKED = {".woff2", ".png", ".jpg", ".gz", ".webp", ".avif"}


@dataclass(frozen=True)
class PageWeight:
    """Requests, bytes (brotli, quality 11) and requests to other hosts."""

    requests: int
    bytes: int
    foreign: int


def weigh(site: Path, url: str) -> PageWeight:
    """Open a page of a built site in a fresh phone-sized browser and add up."""
    with served(site) as base, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 390, "height": 844})
        seen: list[str] = []
        page.on("request", lambda request: seen.append(request.url))
        page.goto(base + url, wait_until="networkidle")
        chromium.close()
    local = [address for address in seen if address.startswith(base)]
    files = [site / urlsplit(address).path.lstrip("/") for address in local]
    size = sum(sent(file / "index.html" if file.is_dir() else file) for file in files)
    return PageWeight(len(seen), size, len(seen) - len(local))


def sent(file: Path) -> int:
    """The bytes that a server sends of a file; none when there is no such file."""
    if not file.is_file():
        return 0
    data = file.read_bytes()
    return len(data) if file.suffix in _PACKED else len(brotli.compress(data, quality=11))


@contextmanager
def served(site: Path) -> Iterator[str]:
    """A built site behind a plain server; the address ends in a slash."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the table is the output."""
