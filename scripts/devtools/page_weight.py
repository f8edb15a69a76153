"""Measures the weight of a first page view: requests, and bytes compressed with brotli."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from scripts.devtools.measuring_server import compressed, served
from scripts.devtools.system_packages import browser

KINDS = {".html": "HTML", ".js": "scripts", ".css": "styles", ".woff2": "fonts"}


@dataclass(frozen=True)
class PageWeight:
    """Requests, bytes (brotli, quality 11) in total and by kind, and requests to other hosts."""

    requests: int
    bytes: int
    foreign: int
    parts: dict[str, int]


def weigh(site: Path, url: str) -> PageWeight:
    """Open a page of a built site in a fresh phone-sized browser, and sum up its requests."""
    with served(site) as base, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 390, "height": 844})
        requested: list[str] = []
        page.on("request", lambda request: requested.append(request.url))
        page.goto(base + url, wait_until="networkidle")
        chromium.close()
    local = [address for address in requested if address.startswith(base)]
    files = [_file(site, address) for address in local]
    parts: Counter[str] = Counter()
    for file in files:
        parts[KINDS.get(file.suffix, "other")] += sent(file)
    return PageWeight(len(requested), parts.total(), len(requested) - len(local), dict(parts))


def _file(site: Path, address: str) -> Path:
    file = site / urlsplit(address).path.lstrip("/")
    return file / "index.html" if file.is_dir() else file


def sent(file: Path) -> int:
    """The size of a file as sent by a server (bytes); 0 if it does not exist."""
    return len(compressed(file, "br")) if file.is_file() else 0
