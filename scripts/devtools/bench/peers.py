"""The peers of `make bench`: the same Markdown built with stock Material and with Starlight.

Stock Material is as in its documentation: the theme, its search and static-i18n, with web
fonts from another host (missing if this machine is offline). Starlight is its documentation's
starter. Both render our plain Markdown, so the tables, references and glossary links of our
build weigh only on ours.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scripts.devtools.npm import install

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


@dataclass(frozen=True)
class Contender:
    """A site to measure: its build function, its output folder, and two of its addresses."""

    name: str
    build: Callable[[], float]
    site: Path
    home: str
    article: str


def ours(root: Path, folder: Path) -> Contender:
    """This site."""
    site = folder / "ours-site"
    return Contender("ours", lambda: _mkdocs(root, site), site, "", "metoden/historie/")


def stock_material(root: Path, folder: Path) -> Contender:
    """Stock Material, with a locale that it supports."""
    project, site = folder / "stock", folder / "stock-site"
    stock_project(root, project)
    return Contender(
        "stock Material", lambda: _mkdocs(project, site), site, "", "metoden/historie/"
    )


def stock_project(root: Path, project: Path) -> None:
    """Write a project with our Markdown and stock Material's configuration."""
    _copy_pages(root, project / "docs")
    (project / "mkdocs.yml").write_text(STOCK, encoding="utf-8")


def starlight(root: Path, folder: Path) -> Contender:
    """Starlight, in .cache/bench, installed on first use."""
    project = root / ".cache" / "bench" / "starlight"
    shutil.copytree(root / "scripts/devtools/bench/peers/starlight", project, dirs_exist_ok=True)
    content = project / "src" / "content" / "docs"
    shutil.rmtree(content, ignore_errors=True)
    _copy_pages(root, content)
    astro = install(project, "make bench") / "astro" / "astro.js"
    command = ["node", str(astro), "build"]
    return Contender(
        "Starlight",
        lambda: _timed(command, project),
        project / "dist",
        "nb/",
        "nb/metoden/historie/",
    )


def _copy_pages(root: Path, target: Path) -> None:
    for code, folder in (("no", "nb"), ("en", "en")):
        shutil.copytree(root / "docs" / code, target / folder)


def _mkdocs(project: Path, site: Path) -> float:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    return _timed(command, project)


def _timed(command: list[str], project: Path) -> float:
    # The peers make no PDFs, so neither do we here.
    environment = {**os.environ, "ASTRO_TELEMETRY_DISABLED": "1", "SITE_PRINT": "off"}
    start = time.monotonic()
    subprocess.run(command, cwd=project, check=True, capture_output=True, env=environment)
    return time.monotonic() - start
