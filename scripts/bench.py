"""Build time and page weight beside stock Material on the same pages, as ratios.

Stock Material here is what its documentation shows: the theme, its search and
static-i18n, with its web fonts from another host (which are counted as missing when
this machine has no way out). Each figure is the median of the rounds; the builds
take turns, so that a slow moment of the machine falls on both.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from scripts.knowledge.pages import load_site
from scripts.weight import PageWeight, weigh

ROUNDS = 3

STOCK = """
site_name: Stock Material
site_url: http://127.0.0.1:8000/
theme: {name: material, language: nb}
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: true
      languages:
        - {locale: nb, name: Norsk, default: true, build: true}
        - {locale: en, name: English, build: true}
markdown_extensions: [attr_list, tables, admonition, toc: {permalink: true}]
"""


def run(root: Path) -> None:
    """Build both, weigh both, print one table."""
    console = Console()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        stock = Path(folder) / "stock"
        _make_stock(root, stock)
        ours_site, stock_site = Path(folder) / "ours-site", Path(folder) / "stock-site"
        ours_times, stock_times = [], []
        for _ in range(ROUNDS):
            ours_times.append(_time_build(root, ours_site))
            stock_times.append(_time_build(stock, stock_site))
        ours, theirs = statistics.median(ours_times), statistics.median(stock_times)
        pages = len(load_site(root).pages)
        table = Table(title=f"Beside stock Material, {pages} pages in two languages")
        for heading in ("", "ours", "stock Material", "ratio"):
            table.add_column(heading, justify="left" if not heading else "right")
        table.add_row("build, s", f"{ours:.1f}", f"{theirs:.1f}", _ratio(ours, theirs))
        addresses = {"home": ("", ""), "article": ("metoden/historie/", "metoden/historie/")}
        for name, (our_url, their_url) in addresses.items():
            ours_page, their_page = weigh(ours_site, our_url), weigh(stock_site, their_url)
            _weight_rows(table, name, ours_page, their_page)
        console.print(table)


def _weight_rows(table: Table, name: str, ours: PageWeight, theirs: PageWeight) -> None:
    rows = {
        "requests": (ours.requests, theirs.requests),
        "kB (brotli)": (ours.bytes / 1000, theirs.bytes / 1000),
        "requests to other hosts": (ours.foreign, theirs.foreign),
    }
    for label, (left, right) in rows.items():
        table.add_row(f"{name}: {label}", f"{left:.0f}", f"{right:.0f}", _ratio(left, right))


def _ratio(left: float, right: float) -> str:
    return f"{left / right:.2f}" if right else "–"


def _make_stock(root: Path, target: Path) -> None:
    """The same Markdown under stock Material; its locale must be one it knows."""
    for code, folder in (("no", "nb"), ("en", "en")):
        shutil.copytree(root / "docs" / code, target / "docs" / folder)
    (target / "mkdocs.yml").write_text(STOCK, encoding="utf-8")


def _time_build(project: Path, site: Path) -> float:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    start = time.monotonic()
    # Stock Material prints nothing, so neither do we here.
    environment = {**os.environ, "SITE_PRINT": "off"}
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    return time.monotonic() - start
