"""Compares search quality on the judged queries with stock Material and stock Pagefind.

All three run in a real browser: our dialog and Material's through their UI, Pagefind through
its JavaScript API with default settings, on the same pages as ours.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.table import Table

from scripts.content.pages import load_site
from scripts.devtools.bench.search_at_scale import bench_scale
from scripts.devtools.measuring_server import served
from scripts.devtools.system_packages import browser
from scripts.language.locales import LOCALES, Locale

QUERIES = Path("tests/browser/search/queries.yml")
SHOWN = 5
# Runs a query; returns the addresses of the results, best first.
Ask = Callable[[Page, str], list[str]]


@dataclass(frozen=True)
class Success:
    """The success rates at 1 and at 5, and the mean reciprocal rank."""

    at_one: float
    at_five: float
    mrr: float

    def __str__(self) -> str:
        return f"{self.at_one:.0%} · {self.at_five:.0%} · {self.mrr:.2f}"


def bench_search(root: Path, ours: Path, stock: Path, console: Console) -> None:
    """Run the judged queries on all three, print the results, and measure search at scale."""
    queries = yaml.safe_load((root / QUERIES).read_text(encoding="utf-8"))
    table = Table(title="Search, judged set: success at 1 · at 5 · MRR")
    for heading in ("", "queries", "ours", "stock Pagefind", "stock Material", "at 5, ratio"):
        table.add_column(heading, justify="right" if heading else "left")
    with tempfile.TemporaryDirectory(prefix="pagefind-") as folder:
        plain = Path(folder) / "site"
        _plain_pagefind(ours, plain)
        for locale in LOCALES:
            judged = [pair for kind in queries[locale.lang].values() for pair in kind.items()]
            ids = _ids(root, locale)
            done = [
                _success(judged, ids, ask, site, locale)
                for ask, site in ((_ours, ours), (_pagefind, plain), (_material, stock))
            ]
            ratio = f"{done[0].at_five / done[2].at_five:.1f}" if done[2].at_five else "–"
            table.add_row(locale.name, str(len(judged)), *map(str, done), ratio)
    console.print(table)
    bench_scale(root, console)


def _ids(root: Path, locale: Locale) -> dict[str, str]:
    """Page ids by address: ours, and stock Material's, which are derived from file names."""
    ids = {}
    for key, page in load_site(root).of(locale).items():
        ids["/" + page.url] = page.id
        name = key.removesuffix(".md").removesuffix("index").rstrip("/")
        ids[f"/{locale.prefix}{name}/".replace("//", "/")] = page.id
    return ids


def _success(
    judged: list[tuple[str, list[str]]], ids: dict[str, str], ask: Ask, site: Path, locale: Locale
) -> Success:
    ranks = []
    with _page(site, locale) as page:
        for query, expected in judged:
            # A result in the other language counts, since it takes up a rank.
            found = [ids.get(path, path) for path in dict.fromkeys(ask(page, query))][:SHOWN]
            ranks.append(next((at for at, id_ in enumerate(found, 1) if id_ in expected), 0))
    count = len(ranks)
    return Success(
        sum(rank == 1 for rank in ranks) / count,
        sum(rank > 0 for rank in ranks) / count,
        sum(1 / rank for rank in ranks if rank) / count,
    )


@contextmanager
def _page(site: Path, locale: Locale) -> Iterator[Page]:
    with served(site) as base, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        page = chromium.new_page()
        page.goto(base + locale.prefix, wait_until="networkidle")
        yield page
        chromium.close()


def _ours(page: Page, query: str) -> list[str]:
    if not page.locator("dialog[open]").count():
        page.keyboard.press("Control+k")
    page.locator("dialog input[type=search]").fill(query)
    results = page.locator("[data-search-results]")
    page.wait_for_function(
        "query => document.querySelector('[data-search-results]').dataset.answered === query",
        arg=query.strip(),
    )
    return _paths(results.locator("a").evaluate_all("links => links.map(link => link.href)"))


def _pagefind(page: Page, query: str) -> list[str]:
    found: Any = page.evaluate(
        """async ([query, most]) => {
            const pagefind = await import("/pagefind/pagefind.js");
            const { results } = await pagefind.search(query);
            const first = await Promise.all(results.slice(0, most).map((each) => each.data()));
            return first.map((each) => each.url);
        }""",
        [query, SHOWN],
    )
    return [str(url) for url in found]


def _material(page: Page, query: str) -> list[str]:
    """Material's dialog: the addresses of its first results, once it shows their number."""
    field, said = page.locator(".md-search__input"), ".md-search-result__meta"
    changed = "([said, before]) => document.querySelector(said).textContent !== before"
    # It listens to key events; the template's text, with white space, remains until it is ready.
    field.fill("")
    field.press("End")
    page.wait_for_function(
        "said => !/^\\s/.test(document.querySelector(said).textContent)", arg=said
    )
    page.wait_for_timeout(60)
    before = page.locator(said).text_content()
    field.fill(query)
    field.press("End")
    page.wait_for_function(changed, arg=[said, before])
    page.wait_for_timeout(60)
    links = page.locator(".md-search-result__item > a.md-search-result__link")
    return _paths(links.evaluate_all("links => links.map(link => link.href)"))


def _paths(addresses: list[str]) -> list[str]:
    return [urlsplit(address).path for address in addresses]


def _plain_pagefind(site: Path, target: Path) -> None:
    """Index the pages with default settings, except for attributes in the pages themselves."""
    for page in site.rglob("*.html"):
        copy = target / page.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(page.read_bytes())
    command = [sys.executable, "-m", "pagefind", "--site", str(target), "--quiet"]
    subprocess.run(command, check=True, capture_output=True)
