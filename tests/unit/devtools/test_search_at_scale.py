"""The pages that `make bench` adds: as the checks want them, or it measures nothing."""

import subprocess
import sys
from pathlib import Path

from scripts.content.pages import load_site
from scripts.devtools.bench import search_at_scale
from scripts.devtools.bench.search_at_scale import make_large
from scripts.language.locales import NORWEGIAN

ROOT = Path(__file__).resolve().parents[3]
ADDED = 300


def test_pages_made_for_the_benchmark_have_no_problem(tmp_path, monkeypatch):
    pages = len(load_site(ROOT).of(NORWEGIAN)) + ADDED
    monkeypatch.setattr(search_at_scale, "PAGES", pages)
    make_large(ROOT, tmp_path / "large")
    assert len(list((tmp_path / "large/docs/no/stor").glob("*.md"))) == ADDED
    done = subprocess.run(
        [sys.executable, "-m", "scripts.cli", "check"],
        cwd=tmp_path / "large",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
