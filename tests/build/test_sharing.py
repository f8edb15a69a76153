"""What leaves the site by links: a picture beside each page, and feeds of what is new."""

import io
import json
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from scripts.figures.share_image import HEIGHT, WIDTH
from scripts.pipeline.editions.ledger import Address, read_site
from tests import tiny
from tests.changed import BASE
from tests.repository import git
from tests.unit.web.test_atom import A, check

LATEST = f"{BASE}latest/"
FEEDS = {"nb": "om/nytt/news.atom", "en": "en/about/news/news.atom"}


@pytest.fixture(scope="module")
def heads(changed):
    """The heads of the pages of an edition with an address, by the file of the page."""
    found = {}
    for file in changed.site.rglob("index.html"):
        soup = BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")
        if soup.find("meta", attrs={"name": "citation_title"}):
            found[file] = soup
    assert len(found) > 200
    return found


def said(soup, name):
    return soup.find("meta", property=name)["content"]


def test_every_page_names_a_picture_of_its_own_in_the_latest_edition(changed, heads):
    seen = set()
    for file, soup in heads.items():
        address = said(soup, "og:image")
        assert address.startswith(LATEST)
        png = (changed.site / address.removeprefix(LATEST)).read_bytes()
        assert Image.open(io.BytesIO(png)).size == (WIDTH, HEIGHT)
        assert len(png) < 25_000, file
        assert (said(soup, "og:image:width"), said(soup, "og:image:height")) == ("1200", "630")
        title = soup.find("meta", attrs={"name": "citation_title"})["content"]
        assert said(soup, "og:title") == title
        is_home = soup.body["class"] == ["kind-home"]
        assert is_home or title in said(soup, "og:image:alt")
        assert said(soup, "og:url") == soup.find("link", rel="canonical")["href"]
        data = json.loads(soup.find("script", type="application/ld+json").string)
        assert data["image"] == address
        seen.add(address)
    assert len(seen) == len(heads)


def test_a_site_without_an_address_names_no_pictures_and_has_no_feed(site):
    page = BeautifulSoup((site / "om/nytt/index.html").read_text(encoding="utf-8"), "lxml")
    assert page.find("meta", property="og:image") is None
    assert page.find("link", type="application/atom+xml") is None
    assert "adressen er ikke satt" in page.find(attrs={"data-list": "feeds"}).get_text()
    assert not list(site.rglob("*.atom"))


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_feed_of_news_has_an_entry_for_each_day_with_whole_addresses(changed, heads, lang):
    path = FEEDS[lang]
    root = check((changed.site / path).read_text(encoding="utf-8"))
    assert root.find(f"{A}link[@rel='self']").get("href") == LATEST + path
    page = heads[changed.site / path.rpartition("/")[0] / "index.html"]
    days = [each["id"] for each in page.select("main h2[id^='20']")]
    links = [each.find(f"{A}link").get("href") for each in root.findall(f"{A}entry")]
    address = LATEST + path.removesuffix("news.atom")
    assert links == [f"{address}#{day}" for day in days]
    contents = [each.findtext(f"{A}content") for each in root.findall(f"{A}entry")]
    assert all(contents)
    for link in BeautifulSoup("".join(contents), "lxml").select("a[href]"):
        assert urlsplit(link["href"]).scheme in ("http", "https")
        assert "headerlink" not in (link.get("class") or [])


def test_every_page_leads_programs_to_the_feed_of_its_language(heads):
    for soup in heads.values():
        lang = "en" if soup.html["lang"] == "en" else "nb"
        link = soup.find("link", type="application/atom+xml")
        assert link["href"] == LATEST + FEEDS[lang]


def test_the_page_of_news_names_its_feed_and_that_of_editions(changed, heads):
    box = heads[changed.site / "om/nytt/index.html"].find(attrs={"data-list": "feeds"})
    assert [link["href"] for link in box.select("a")] == [
        LATEST + FEEDS["nb"],
        f"{BASE}utgaver.atom",
    ]


def test_the_matters_of_the_site_can_be_framed_and_programs_are_told_how(changed, heads):
    kinds = set()
    for file, soup in heads.items():
        kind = soup.find("meta", attrs={"name": "page-kind"})["content"]
        link = soup.find("link", type="application/json+oembed")
        if link is None:
            continue
        kinds.add(kind)
        assert link["href"].startswith(LATEST)
        told = json.loads(
            (changed.site / link["href"].removeprefix(LATEST)).read_text(encoding="utf-8")
        )
        assert (told["version"], told["type"]) == ("1.0", "rich")
        frame = BeautifulSoup(told["html"], "lxml").iframe
        assert (int(frame["width"]), int(frame["height"])) == (told["width"], told["height"])
        assert told["title"] in frame["title"]
        assert told["thumbnail_url"] == said(soup, "og:image")
        shown = changed.site / frame["src"].removeprefix(LATEST) / "index.html"
        assert shown.stat().st_size < 6000
        page = BeautifulSoup(shown.read_text(encoding="utf-8"), "lxml")
        assert page.html["lang"] == soup.html["lang"]
        assert page.h1.get_text() == told["title"]
        assert page.find("link", rel="canonical")["href"] == said(soup, "og:url")
        assert len(page.select("main > p")) >= 3
        assert page.select("main a")[-1].get_text().endswith(f": {told['title']}")
        if kind in ("phase", "tool", "municipality", "publication"):
            assert page.select_one(".known").get_text().strip()
        for home in page.select("a"):
            assert (home["target"], home["rel"]) == ("_top", ["noopener"])
            assert (shown.parent / home["href"] / "index.html").resolve() == file.resolve()
    assert {"phase", "tool", "municipality", "publication"} <= kinds


def test_what_is_made_for_others_is_of_the_page_it_is_about(changed):
    ledger = read_site(changed.site)
    assert ledger["faser/forankring/share.png"] == Address("phase-1-anchoring", "nb", "share.png")
    assert ledger["om/nytt/news.atom"] == Address("news", "nb", "news.atom")
    framed = ledger["en/embed/phase-1-anchoring/index.html"]
    assert framed == Address("phase-1-anchoring", "en", "embed")
    told = ledger["en/oembed/phase-1-anchoring.json"]
    assert told == Address("phase-1-anchoring", "en", "oembed")


def test_the_feed_of_editions_lies_beside_them_and_tells_what_came_and_went(project):
    for version in ("1.0", "1.1"):
        tiny.write(project / "pages/siter.bib", version)
        tiny.save(project, "Change")
        done = tiny.run(project, "publish", version)
        assert done.returncode == 0, done.stderr
    first = entries(project, "utgaver.atom")
    assert set(first) == {"Utgave 1.1", "Utgave 1.0"}
    done = tiny.run(project, "withdraw", "1.0")
    assert done.returncode == 0, done.stderr
    then = entries(project, "utgaver.atom")
    assert "trukket" in then["Utgave 1.0"][1]
    assert {name: id_ for name, (id_, _) in then.items()} == {
        name: id_ for name, (id_, _) in first.items()
    }
    assert set(entries(project, "editions.atom")) == {"Edition 1.0", "Edition 1.1"}


def entries(project, name):
    """The entries of a feed on the branch by title: their names, and what they say."""
    root = check(git(project, "show", f"gh-pages:{name}"))
    assert root.find(f"{A}link[@rel='self']").get("href") == tiny.ADDRESS + name
    return {
        each.findtext(f"{A}title"): (each.findtext(f"{A}id"), each.findtext(f"{A}content"))
        for each in root.findall(f"{A}entry")
    }
