"""Compares build time, page weight and Lighthouse with stock Material and Starlight.

Figures are medians over the rounds, shown as ratios; the builds alternate, so that a slow moment
of the machine affects all of them.
"""

from __future__ import annotations

import json
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from scripts.devtools.bench.build_times import bench_builds
from scripts.devtools.bench.peers import Contender, ours, starlight, stock_material
from scripts.devtools.bench.search import bench_search
from scripts.devtools.lighthouse import Scores, install_lighthouse, measure
from scripts.devtools.page_weight import PageWeight, weigh

ROUNDS = 3


def run(root: Path) -> None:
    """Build, weigh and measure all contenders, and print the tables."""
    console = Console()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        bench_builds(root, console)
        contenders = [make(root, folder) for make in (ours, stock_material, starlight)]
        console.print(_weights(contenders, _build(contenders)))
        bench_search(root, contenders[0].site, contenders[1].site, console)
        lighthouse = install_lighthouse(root)
        console.print(_peers_by_lighthouse(contenders, lighthouse))
        console.print(_kinds_by_lighthouse(contenders[0].site, lighthouse))


def _build(contenders: Sequence[Contender]) -> list[float]:
    rounds = [[each.build() for each in contenders] for _ in range(ROUNDS)]
    return [statistics.median(times) for times in zip(*rounds, strict=True)]


def _weights(contenders: Sequence[Contender], times: list[float]) -> Table:
    pages = len(_pages(contenders[0].site))
    table = _beside(f"{pages} pages in two languages", contenders)
    _row(table, "build, s", times, digits=1)
    for name in ("home", "article"):
        weights = [weigh(each.site, getattr(each, name)) for each in contenders]
        _row(table, f"{name}: requests", [each.requests for each in weights])
        _row(table, f"{name}: kB (brotli)", [each.bytes / 1000 for each in weights], digits=1)
        for part in ("HTML", "scripts", "styles", "fonts", "other"):
            _row(table, f"  {part}", [_kilobytes(each, part) for each in weights], digits=1)
        _row(table, f"{name}: requests to other hosts", [each.foreign for each in weights])
    return table


def _peers_by_lighthouse(contenders: Sequence[Contender], lighthouse: Path) -> Table:
    table = _beside("Lighthouse, a phone on a slow line", contenders)
    for name in ("home", "article"):
        scores = [measure(lighthouse, each.site, getattr(each, name)) for each in contenders]
        table.add_row(f"{name}: scores", *(str(each) for each in scores), *["–"] * 2)
        _row(table, f"{name}: LCP, s", [each.lcp for each in scores], digits=2)
        _row(table, f"{name}: CLS", [each.cls for each in scores], digits=3)
    return table


def _kinds_by_lighthouse(site: Path, lighthouse: Path) -> Table:
    table = Table(title="Lighthouse, one page of each kind of ours")
    for heading in ("kind", "page", "perf. / access. / practices / SEO", "LCP, s", "CLS", "kB"):
        table.add_column(heading)
    for kind, url in _one_of_each_kind(site).items():
        scores: Scores = measure(lighthouse, site, url)
        size = f"{weigh(site, url).bytes / 1000:.1f}"
        lcp, cls = f"{scores.lcp:.2f}", f"{scores.cls:.3f}"
        table.add_row(kind, f"/{url}", str(scores), lcp, cls, size)
    return table


def _beside(title: str, contenders: Sequence[Contender]) -> Table:
    table = Table(title=title)
    table.add_column("")
    for each in contenders:
        table.add_column(each.name, justify="right")
    for each in contenders[1:]:
        table.add_column(f"of {each.name}", justify="right")
    return table


def _row(table: Table, label: str, figures: Sequence[float], digits: int = 0) -> None:
    first, *others = figures
    ratios = [f"{first / other:.2f}" if other else "–" for other in others]
    table.add_row(label, *(f"{each:.{digits}f}" for each in figures), *ratios)


def _kilobytes(weight: PageWeight, part: str) -> float:
    return weight.parts.get(part, 0) / 1000


def _pages(site: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads((site / "data/pages.json").read_text("utf-8"))["pages"]
    return found


def _one_of_each_kind(site: Path) -> dict[str, str]:
    """The address of the first Norwegian page of each page type."""
    kinds: dict[str, str] = {}
    for page in _pages(site):
        if page["lang"] == "nb":
            kinds.setdefault(page["kind"], page["url"])
    return kinds
