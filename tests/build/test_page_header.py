"""Each kind of page shows at a glance what it is, where it stands and what belongs to it."""

import re

import pytest
from bs4 import BeautifulSoup

PARTS = ("hero", "wheel-small", "facts-wide", "related", "locator", "in-short", "letters")


@pytest.fixture(scope="module")
def soups(site, pages):
    return {
        page["url"]: BeautifulSoup(
            (site / page["url"] / "index.html").read_text(encoding="utf-8"), "lxml"
        )
        for page in pages
    }


def test_every_page_but_home_says_its_kind_above_the_title(soups, pages):
    for page in pages:
        if page["kind"] != "home":
            kicker = soups[page["url"]].select_one(".page-head .kicker")
            assert kicker.get_text(strip=True), page["url"]
            title = kicker.find_next("h1").get_text().replace("\u00ad", "").replace("\xa0", " ")
            assert title == page["title"].replace("\xa0", " ")


def test_a_hit_of_the_search_says_of_a_page_what_the_page_says_above_its_title(soups, pages):
    for page in pages:
        article = soups[page["url"]].select_one("article[data-pagefind-meta]")
        if kicker := article.select_one(".page-head .kicker > span"):
            if kicker.select_one("small"):
                # A hit tells the page of what to do from that of what is known.
                continue
            said = kicker.get_text().replace("\N{NO-BREAK SPACE}", " ")
            assert article["data-pagefind-meta"] == f"kind:{said}", page["url"]


def test_no_page_has_a_list_of_contents_with_one_entry(soups, pages):
    for page in pages:
        entries = soups[page["url"]].select(".toc a")
        assert len(entries) != 1, page["url"]


def test_every_phase_page_lights_its_own_arrow_of_the_loop(soups, pages):
    phases = [page for page in pages if page["kind"] == "phase"]
    assert len(phases) == 14
    for page in phases:
        loop = soups[page["url"]].select_one("article nav.wheel-small")
        lit = loop.select(".phase.current")
        assert [each["aria-current"] for each in lit] == ["page"], page["url"]
        assert page["title"] in lit[0]["aria-label"]
        assert len(loop.select("a.phase[href]")) == 7


def test_every_municipality_page_shows_where_it_is(soups, pages):
    for page in pages:
        if page["kind"] == "municipality":
            (drawing,) = soups[page["url"]].select("svg.locator")
            assert page["title"] in drawing["aria-label"]


def test_home_says_what_for_whom_and_opens_four_doors(soups, pages):
    for page in pages:
        if page["kind"] == "home":
            soup = soups[page["url"]]
            assert soup.select_one(".hero .tagline").get_text(strip=True)
            doors = soup.select(".doors > h2 + ul > li")
            assert len(doors) == 4
            assert all(door.a["href"] for door in doors)


def test_related_pages_are_in_the_language_of_the_page_and_never_itself(soups, pages):
    titles = {(page["lang"], page["title"]): page for page in pages}
    shown = 0
    for page in pages:
        for link in soups[page["url"]].select(".related a"):
            shown += 1
            found = titles[page["lang"], link.get_text()]
            target = found["url"]
            assert target != page["url"]
            if found["kind"] == "concept":
                # The law stands under answers and sources, and a story is no method.
                where = soups[target].select_one(".page-head .kicker").get_text(strip=True)
                assert link.find_next("small").get_text(strip=True) == where
            assert link["href"].rstrip("/").endswith(target.rstrip("/").rsplit("/", 1)[-1])
    assert shown > 100


def test_a_to_z_leads_from_each_letter_to_its_pages(soups, pages):
    for page in pages:
        if page["id"] == "all-pages":
            soup = soups[page["url"]]
            letters = [link["href"] for link in soup.select(".letters a")]
            headings = [f"#{each['id']}" for each in soup.select("h2[id^=letter-]")]
            assert letters == headings
            listed = soup.select("[data-list=pages] a")
            own = [each for each in pages if each["lang"] == page["lang"]]
            assert len(listed) == len(own)


def test_each_page_has_the_rules_for_the_parts_it_shows_and_no_others(soups):
    shown, hidden = set(), set()
    for url, soup in soups.items():
        [sheet] = soup.select("style:not(svg style)")
        css = re.sub(r":not\([^()]*\)", "", sheet.get_text())
        for part in PARTS:
            has = bool(soup.select(f".{part}"))
            rule = bool(re.search(rf"\.{part}(?![\w-])", css))
            # A word that an anchor has is not told from a class of that name.
            named = has or soup.find(id=part) is not None
            assert rule == named, (url, part)
            (shown if has else hidden).add(part)
        assert "/*" not in css
    assert shown == hidden == set(PARTS)
