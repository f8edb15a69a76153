"""What a first view costs, as a good host sends it: brotli, with the typeface."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import brotli
import pytest
from bs4 import BeautifulSoup

from scripts.devtools.measuring_server import PACKED, compressed
from scripts.web.hashed_names import hashed_path

# Lighter than any peer with a typeface of its own, whose article has 700 words.
ARTICLE, CEILING = 46_000, 60_000
FETCHED = "link[rel=stylesheet], link[rel=preload], link[rel=icon], script[src], img[src]"
# What every page fetches, and what its script fetches for what stands on the page.
SCRIPT = "assets/js/site.js"
TYPEFACE = ("assets/fonts/source-sans-3.woff2", "assets/fonts/source-serif-4.woff2")
FETCHED_BY_SCRIPT = {"form[data-filters]": "assets/js/filters.js"}


@cache
def sent(file: Path) -> int:
    return len(compressed(file, "br"))


@cache
def at_most(file: Path) -> int:
    """What is sent of a file or a little more: packed a tenth worse, in a sixth of the time."""
    if file.suffix in PACKED:
        return file.stat().st_size
    return len(brotli.compress(file.read_bytes(), quality=9))


def first_view(site: Path, url: str, weigh: Callable[[Path], int] = sent) -> int:
    page = site / url / "index.html"
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
    # What stands in a noscript is not fetched where the script that counts here runs.
    fetched = [tag for tag in soup.select(FETCHED) if not tag.find_parent("noscript")]
    links = [tag.get("href") or tag["src"] for tag in fetched]
    script, *letters = (hashed_path(site, path) for path in (SCRIPT, *TYPEFACE))
    assert soup.select_one("head script[defer]")["src"].endswith(script)
    assert all(name in str(soup.head.style) for name in letters)
    files = {site / name for name in (script, *letters)} | {
        site / urlsplit(urljoin(f"http://x/{url}", link)).path.lstrip("/") for link in links
    }
    asked = [path for sign, path in FETCHED_BY_SCRIPT.items() if soup.select(sign)]
    files |= {site / hashed_path(site, path) for path in asked}
    return weigh(page) + sum(weigh(file) for file in files)


@pytest.fixture(scope="module")
def weights(site, pages) -> dict[str, int]:
    """Of each page; to the byte for those that may be over."""
    found = {}
    for each in pages:
        roughly = first_view(site, each["url"], at_most)
        over = roughly > ARTICLE
        found[each["url"]] = first_view(site, each["url"]) if over else roughly
    return found


def test_the_first_view_of_an_article_is_at_most_46_kilobytes(weights, pages):
    articles = {each["url"] for each in pages if each["kind"] != "list"}
    assert len(articles) > 100
    assert {url: weights[url] for url in articles if weights[url] > ARTICLE} == {}


def test_no_page_is_over_60_kilobytes(weights):
    assert {url: weight for url, weight in weights.items() if weight > CEILING} == {}
    assert max(weights.values()) > 20_000
