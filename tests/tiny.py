"""A project as small as publishing allows, and its commands with a build that copies a folder.

Where the build is not the point: `python -m tests.tiny ROOT COMMAND …` is the command line
of the project, with one part exchanged.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests.repository import IDENTITY, git

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = "https://mkm.example/base/"
PAGE = """<!doctype html><html lang="{lang}"><head><meta name="page-id" content="{id}">
<title>{id}</title></head><body><nav id="menu"></nav><main id="main"><h1>{id}</h1>
<h2 id="in-short">…</h2><h2 id="workshop">…</h2><sup id="cite-1-1">1</sup></main></body></html>
"""
CONFIGURATION = f"""site_url: !ENV [SITE_URL, "{ADDRESS}"]
extra:
  publisher: !ENV [SITE_PUBLISHER, "Prøveforlaget"]
  contact: !ENV [SITE_CONTACT, "kunnskap@example.org"]
"""
PAGES = '{"pages": [{"id": "phase", "lang": "nb", "url": "faser/forankring/"}]}\n'


def build(root: Path, site: Path, environment: Mapping[str, str]) -> None:
    """Copy the folder `pages`; SLOW waits, as the real build takes a minute."""
    time.sleep(float(os.environ.get("SLOW", "0")))
    shutil.copytree(root / "pages", site)
    (site / "number.txt").write_text(environment["MIKE_DOCS_VERSION"], encoding="utf-8")


def begin(project: Path) -> Path:
    """A repository with one commit."""
    pages = {
        "index.html": PAGE.format(lang="nb", id="home"),
        "en/index.html": PAGE.format(lang="en", id="home"),
        "faser/forankring/index.html": PAGE.format(lang="nb", id="phase"),
        "data/pages.json": PAGES,
        "siter.bib": "@misc{home}\n",
    }
    for path, text in pages.items():
        write(project / "pages" / path, text)
    write(project / "mkdocs.yml", CONFIGURATION)
    for part in ("overrides/branch-root", "data/schema"):
        shutil.copytree(ROOT / part, project / part)
    shutil.copy(ROOT / "data/interface.yml", project / "data")
    write(project / "requirements.lock", "mkdocs==1.6.1\nuvloop==0.1 ; sys_platform == 'none'\n")
    shutil.copy(ROOT / "overrides/tokens.css", project / "overrides")
    git(project, "init", "--quiet", "--initial-branch=main")
    write(project / ".gitignore", ".cache/\n")
    return save(project, "Begin")


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def save(project: Path, subject: str) -> Path:
    git(project, "add", ".")
    git(project, "commit", "--quiet", "-m", subject)
    return project


def command(project: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "tests.tiny", str(project), *arguments]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **IDENTITY, **more}


def run(project: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(project, *arguments),
        cwd=ROOT,
        env=environment(**more),
        capture_output=True,
        text=True,
        check=False,
    )


if __name__ == "__main__":
    from scripts.cli import main
    from scripts.pipeline.editions.commands import commands

    project = Path(sys.argv.pop(1))
    raise SystemExit(main(commands(project, build)))
