"""Benchmarks search with a thousand pages per language: its cost for readers and the build.

The pages are generated from the site's sentences with a fixed seed, so that word frequencies
are realistic and runs are comparable.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.table import Table

from scripts.checks.readability import MOST_WORDS
from scripts.checks.source_talk import BUDGETS
from scripts.common.progress import INDEXING, seconds_told
from scripts.content.pages import Site, load_site
from scripts.devtools.measuring_server import served
from scripts.devtools.page_weight import sent
from scripts.devtools.system_packages import browser
from scripts.language.locales import ENGLISH, LOCALES, NORWEGIAN, Locale

PAGES = 1000
SENTENCES = 45
VISITS = 7
PARTS = ("data", "docs", "overrides", "scripts", "mkdocs.yml", "pyproject.toml")
TYPED = {"nb": ("utviklingsveileder", "konkuranseutsetting"), "en": ("anchoring", "shop steward")}
_SENTENCE = re.compile(r"(?<=[.!?] )[A-ZÆØÅ][\w ,–-]{40,200}\.")
# Timed within the page, to exclude the overhead of the automation tool.
_WATCH = """() => {
    const list = document.querySelector("[data-search-results]");
    addEventListener("input", (event) => { window.lastKey = event.timeStamp; }, true);
    new MutationObserver(() => {
        const query = list.dataset.answered;
        if (list.childElementCount) window.firstAnswer ??= performance.now();
        requestAnimationFrame(() => window.answered?.(query));
    }).observe(list, { attributes: true, childList: true });
}"""
_EXPECT = """(query) => {
    window.wait = new Promise((done) => {
        window.answered = (answered) => {
            if (answered === query) done(performance.now() - window.lastKey);
        };
    });
}"""
_FETCHED = """(until) => performance.getEntriesByType("resource")
    .filter(({ startTime }) => until === null || startTime < until)
    .map(({ name }) => new URL(name).pathname)"""
_LIMIT_BYTES, _LIMIT_MS = 250_000, 300


class Use(NamedTuple):
    """Bytes before the first search and until the first results; latencies in milliseconds."""

    before: float
    to_results: float
    first: float
    later: float


def bench_scale(root: Path, console: Console) -> None:
    """Build the large site, use its search, and print the measurements."""
    with tempfile.TemporaryDirectory(prefix="scale-") as folder:
        project, site = Path(folder) / "project", Path(folder) / "site"
        make_large(root, project)
        build, index = _build(project, site)
        table = Table(title=f"Search with {PAGES} pages a language")
        for heading in ("", "measured", "limit"):
            table.add_column(heading, justify="right" if heading else "left")
        table.add_row("build, s", f"{build:.0f}", "")
        table.add_row("search index, share of the build", f"{index / build:.0%}", "33%")
        for locale in LOCALES:
            use = _use(site, locale)
            for name, value, limit in (
                ("kB before the first search", f"{use.before / 1000:.0f}", "0"),
                (
                    "kB to the first results",
                    f"{use.to_results / 1000:.0f}",
                    f"{_LIMIT_BYTES / 1000:.0f}",
                ),
                ("ms from the last key, first search", f"{use.first:.0f}", f"{_LIMIT_MS}"),
                ("ms from the last key, later", f"{use.later:.0f}", f"{_LIMIT_MS}"),
            ):
                table.add_row(f"{locale.name}: {name}", value, limit)
        console.print(table)


def _use(site: Path, locale: Locale) -> Use:
    """The median over several first visits (cold browser cache)."""
    with served(site) as base, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        # Warm up the server, which compresses each file on its first request.
        _visit(chromium, site, base + locale.prefix, locale)
        visits = [_visit(chromium, site, base + locale.prefix, locale) for _ in range(VISITS)]
        chromium.close()
    return Use(*(statistics.median(figures) for figures in zip(*visits, strict=True)))


def _visit(chromium: Browser, site: Path, address: str, locale: Locale) -> Use:
    page = chromium.new_page()
    page.goto(address, wait_until="networkidle")
    before: list[str] = page.evaluate(_FETCHED, None)
    first, later = TYPED[locale.lang]
    page.keyboard.press("Control+k")
    page.locator("dialog[open]").wait_for()
    page.evaluate(_WATCH)
    cold = _wait(page, first)
    until = page.evaluate("() => window.firstAnswer")
    fetched = [path for path in page.evaluate(_FETCHED, until) if path not in before]
    warm = _wait(page, later)
    page.close()
    return Use(_size(site, filter(_is_search, before)), _size(site, fetched), cold, warm)


def _size(site: Path, paths: Iterable[str]) -> int:
    return sum(sent(site / path.lstrip("/")) for path in dict.fromkeys(paths))


def _is_search(path: str) -> bool:
    return "/pagefind/" in path or "/search" in path


def _wait(page: Page, query: str) -> float:
    """Milliseconds from the last keystroke of a query to the frame that shows its results."""
    field = page.locator("dialog input[type=search]")
    field.fill("")
    page.evaluate(_EXPECT, query)
    field.press_sequentially(query, delay=40)
    return float(page.evaluate("() => window.wait"))


def _build(project: Path, site: Path) -> tuple[float, float]:
    """Build once without print; returns the total seconds, and those of the search index."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site)]
    environment = {**os.environ, "SITE_PRINT": "off"}
    start = time.monotonic()
    done = subprocess.run(
        command, cwd=project, check=True, capture_output=True, text=True, env=environment
    )
    build = time.monotonic() - start
    return build, seconds_told(INDEXING, done.stderr)


def copy_project(root: Path, project: Path) -> None:
    """Copy the inputs of a build, without caches."""
    project.mkdir(parents=True)
    for part in PARTS:
        if (root / part).is_dir():
            skip = shutil.ignore_patterns("__pycache__")
            shutil.copytree(root / part, project / part, ignore=skip)
        else:
            shutil.copy(root / part, project / part)


def make_large(root: Path, project: Path) -> None:
    """Copy the project, and add generated pages to each language."""
    copy_project(root, project)
    site = load_site(root)
    missing = PAGES - len(site.of(NORWEGIAN))
    names = [f"stor/side-{number:04}" for number in range(missing)]
    for locale in LOCALES:
        chance, sentences = random.Random(1), _sentences(site, locale)
        for number, name in enumerate(names):
            path = project / "docs" / locale.code / f"{name}.md"
            path.parent.mkdir(exist_ok=True)
            path.write_text(_text(number, name, locale, chance, sentences), encoding="utf-8")
    config = project / "mkdocs.yml"
    last = "      - om/index.md\n"
    entries = last + "".join(f"      - {name}.md\n" for name in names)
    config.write_text(config.read_text(encoding="utf-8").replace(last, entries), encoding="utf-8")


def _sentences(site: Site, locale: Locale) -> list[str]:
    """Sentences that may be repeated (the checks limit how often some phrases are used)."""
    counted = [budget.patterns[locale.code] for budget in BUDGETS]
    texts = (page.body for page in site.of(locale).values())
    return [
        found
        for text in texts
        for found in _SENTENCE.findall(text)
        if len(found.split()) <= MOST_WORDS and not any(each.search(found) for each in counted)
    ]


def _text(
    number: int, name: str, locale: Locale, chance: random.Random, sentences: list[str]
) -> str:
    title = " ".join(chance.choice(sentences).split()[1:4]).strip(",.")
    address = f"url: {name.replace('stor/side', 'large/page')}/\n" if locale is ENGLISH else ""
    # Within the length limits of a description.
    description = (f"{chance.choice(sentences)} " * 2)[:100].rpartition(" ")[0]
    head = f'---\ntitle: "{title}, no. {number}"\nid: large-{number}\nkind: about\n'
    head += f'description: "{description}"\n{address}---\n\n'
    body = f"{chance.choice(sentences)}\n\n"
    for part in range(4):
        body += f"## {' '.join(chance.choice(sentences).split()[:6])} {{ #part-{part} }}\n\n"
        body += " ".join(chance.choice(sentences) for _ in range(SENTENCES // 4)) + "\n\n"
    return head + body
