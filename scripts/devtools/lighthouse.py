"""Runs Lighthouse on pages of a built site: simulated slow mobile, median of three rounds."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

from scripts.devtools.measuring_server import served
from scripts.devtools.npm import install
from scripts.devtools.system_packages import browser

ROUNDS = 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"


@dataclass(frozen=True)
class Scores:
    """The four scores (of 100), LCP in seconds, and CLS."""

    categories: dict[str, int]
    lcp: float
    cls: float

    def __str__(self) -> str:
        """The four scores in the order of `CATEGORIES`."""
        return " / ".join(str(self.categories[name]) for name in CATEGORIES)


def install_lighthouse(root: Path) -> Path:
    """The path of Lighthouse in .cache/bench, installed on first use."""
    folder = root / ".cache" / "bench" / "lighthouse"
    shutil.copytree(root / "scripts/devtools/bench/peers/lighthouse", folder, dirs_exist_ok=True)
    return install(folder, "make bench") / "lighthouse" / "cli" / "index.js"


def measure(lighthouse: Path, site: Path, url: str) -> Scores:
    """The median of each metric over the rounds."""
    with served(site) as base:
        # Warm up the server, which compresses each file on its first request.
        _once(lighthouse, base + url)
        rounds = [_once(lighthouse, base + url) for _ in range(ROUNDS)]
    categories = {
        name: round(statistics.median(each.categories[name] for each in rounds))
        for name in CATEGORIES
    }
    lcp = statistics.median(each.lcp for each in rounds)
    return Scores(categories, lcp, statistics.median(each.cls for each in rounds))


def _once(lighthouse: Path, address: str) -> Scores:
    command = ["node", str(lighthouse), address, "--quiet", "--output=json"]
    command += ["--output-path=stdout", f"--chrome-flags={FLAGS}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    environment = {**os.environ, "CHROME_PATH": browser() or ""}
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    report = json.loads(done.stdout)
    scores = {name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES}
    audits = report["audits"]
    lcp = audits["largest-contentful-paint"]["numericValue"] / 1000
    return Scores(scores, lcp, audits["cumulative-layout-shift"]["numericValue"])
