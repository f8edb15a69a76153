"""What a first view costs, as a good host sends it: brotli, with the typeface."""

from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from scripts.serving import compressed

# Lighter than any peer with a typeface of its own, whose article has 700 words. Those of more
# than 3,000, such as a phase with its agenda and sixty references, weigh what their text does.
ARTICLE, LONG_ARTICLE, CEILING = 45_000, 51_000, 60_000
LONG = 3_000
FETCHED = "link[rel=stylesheet], link[rel=preload], link[rel=icon], script[src], img[src]"
# What site.js fetches by itself for what stands on the page.
FETCHED_BY_SCRIPT = {"form[data-filters]": "assets/js/filters.js"}


@cache
def sent(file: Path) -> int:
    return len(compressed(file, "br"))


def first_view(site: Path, url: str) -> int:
    page = site / url / "index.html"
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
    links = [tag.get("href") or tag["src"] for tag in soup.select(FETCHED)]
    files = {site / urlsplit(urljoin(f"http://x/{url}", link)).path.lstrip("/") for link in links}
    files |= {site / path for sign, path in FETCHED_BY_SCRIPT.items() if soup.select(sign)}
    return sent(page) + sum(sent(file) for file in files)


@pytest.fixture(scope="module")
def weights(site, pages) -> dict[str, int]:
    return {each["url"]: first_view(site, each["url"]) for each in pages}


def words(site: Path, url: str) -> int:
    """How many words there are to read on a page, those of its references included."""
    soup = BeautifulSoup((site / url / "index.html").read_text(encoding="utf-8"), "lxml")
    return len(soup.article.get_text(" ").split())


@pytest.fixture(scope="module")
def articles(site, pages) -> dict[str, int]:
    """The words of each article."""
    return {each["url"]: words(site, each["url"]) for each in pages if each["kind"] != "list"}


def test_the_first_view_of_an_article_of_up_to_3000_words_is_at_most_45_kilobytes(
    weights, articles
):
    ordinary = {url for url, count in articles.items() if count <= LONG}
    assert len(ordinary) > 0.7 * len(articles)
    assert {url: weights[url] for url in ordinary if weights[url] > ARTICLE} == {}


def test_the_first_view_of_the_longest_articles_is_at_most_51_kilobytes(weights, articles):
    assert {url: weights[url] for url in articles if weights[url] > LONG_ARTICLE} == {}


def test_no_page_is_over_60_kilobytes(weights):
    assert {url: weight for url, weight in weights.items() if weight > CEILING} == {}
    assert max(weights.values()) > 20_000
