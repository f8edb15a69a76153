"""What a first view costs, as a good host sends it: brotli, with the typeface."""

from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from scripts.serving import compressed

# Lighter than any peer with a typeface of its own, whose article has 700 words.
ARTICLE, CEILING = 45_000, 60_000
FETCHED = "link[rel=stylesheet], link[rel=preload], link[rel=icon], script[src], img[src]"
# What the script in the head fetches, and what that one fetches for what stands on the page.
SCRIPT = "assets/js/site.js"
TYPEFACE = ("assets/fonts/source-sans-3.woff2", "assets/fonts/source-serif-4.woff2")
FETCHED_BY_SCRIPT = {"form[data-filters]": "assets/js/filters.js"}


@cache
def sent(file: Path) -> int:
    return len(compressed(file, "br"))


def first_view(site: Path, url: str) -> int:
    page = site / url / "index.html"
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
    links = [tag.get("href") or tag["src"] for tag in soup.select(FETCHED)]
    assert SCRIPT in str(soup.head)
    assert all(name in str(soup.head.style) for name in TYPEFACE)
    files = {site / name for name in (SCRIPT, *TYPEFACE)} | {
        site / urlsplit(urljoin(f"http://x/{url}", link)).path.lstrip("/") for link in links
    }
    files |= {site / path for sign, path in FETCHED_BY_SCRIPT.items() if soup.select(sign)}
    return sent(page) + sum(sent(file) for file in files)


@pytest.fixture(scope="module")
def weights(site, pages) -> dict[str, int]:
    return {each["url"]: first_view(site, each["url"]) for each in pages}


def test_the_first_view_of_an_article_is_at_most_45_kilobytes(weights, pages):
    articles = {each["url"] for each in pages if each["kind"] != "list"}
    assert len(articles) > 100
    assert {url: weights[url] for url in articles if weights[url] > ARTICLE} == {}


def test_no_page_is_over_60_kilobytes(weights):
    assert {url: weight for url, weight in weights.items() if weight > CEILING} == {}
    assert max(weights.values()) > 20_000
