"""A phase is two pages under one title: what to do, and below it what is known."""

import re

import pytest
from bs4 import BeautifulSoup

from scripts.content.page_types import KNOWLEDGE, PHASE, PHASE_PAGES

MOST_WORDS = 1400
# What phase pages had in one, before there were two; shared links and notes lead there.
OLD_ANCHORS = (
    "in-short",
    "documented",
    "known-otherwise",
    "law",
    "research",
    "later-programmes",
    "practice",
    "suggestion",
    "who-does-what",
    "elected",
    "management",
    "employees",
    "guide",
    "users",
    "workshop",
    "checklist",
    "pitfalls",
    "ready",
    "tools",
    "unknown",
    "references",
)


@pytest.fixture(scope="module")
def soups(site, pages):
    """The pages of phases by language, record and type."""
    found = {}
    for page in pages:
        if page["kind"] in PHASE_PAGES:
            path = site / page["url"] / "index.html"
            soup = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
            record = page["id"].removesuffix("-knowledge")
            found[page["lang"], record, page["kind"]] = (page, soup, path)
    return found


def of_kind(soups, kind):
    return [found for key, found in soups.items() if key[-1] == kind]


def test_every_phase_has_both_pages_in_both_languages(soups):
    phases = {key[:2] for key in soups}
    assert len(phases) == 14
    assert set(soups) == {(*phase, kind) for phase in phases for kind in PHASE_PAGES}


def test_the_page_of_what_to_do_has_at_most_1400_words_without_its_marks_and_sources(soups):
    counted = {}
    for page, soup, _ in of_kind(soups, PHASE):
        article = BeautifulSoup(str(soup.article), "lxml")
        sources = article.find(id="references")
        for part in [sources, *sources.find_next_siblings()]:
            part.decompose()
        marks = "sup, .mark, .editorial-note, .headerlink, .unseen, .beside"
        # Nobody reads of ticks before there is one.
        for part in article.select(f"{marks}, .ticks"):
            part.decompose()
        # The sum behind the grade is folded below it: a mark of what the page rests on.
        for part in article.select(".phase-pages, details.grade > :not(summary)"):
            part.decompose()
        # Notes are unfolded by whoever leads, a short meeting by who reads it instead of the long.
        for part in article.select(".leader-notes, .variants"):
            part.decompose()
        counted[page["url"]] = len(article.get_text(" ").split())
    assert {url: words for url, words in counted.items() if words > MOST_WORDS} == {}
    assert min(counted.values()) > MOST_WORDS / 2


def test_each_of_the_two_leads_to_the_other_below_the_title(soups):
    for (lang, record, kind), (page, soup, path) in soups.items():
        links = soup.select(".page-head .phase-pages a")
        lit = [link for link in links if link.get("aria-current") == "page"]
        assert len(links) == 2, page["url"]
        assert links.index(*lit) == PHASE_PAGES.index(kind)
        for link, other in zip(links, PHASE_PAGES, strict=True):
            target = (path.parent / link["href"] / "index.html").resolve()
            assert target == soups[lang, record, other][2].resolve()


def test_an_old_address_within_the_one_page_still_leads_to_what_it_led_to(soups):
    for (lang, record, _), (page, soup, path) in soups.items():
        if page["kind"] != PHASE:
            continue
        _, known, there = soups[lang, record, KNOWLEDGE]
        for anchor in OLD_ANCHORS:
            place = soup.find(id=anchor)
            assert place is not None, f"{page['url']}#{anchor}"
            if place.name == "a":
                address, _, target = place["href"].partition("#")
                assert (path.parent / address / "index.html").resolve() == there.resolve()
                assert target == anchor
                assert known.find(id=anchor).name in ("h2", "h3"), anchor
                said = known.find(id=anchor).get_text().removesuffix("#").strip()
                assert place.get_text() == said


def test_what_is_known_is_in_the_menu_of_its_own_phase_alone(soups):
    for page, soup, _ in soups.values():
        nested = soup.select(".section-nav ul ul a")
        assert len(nested) == 1, page["url"]
        # The phases, the page on all of them and the one on short meetings.
        assert len(soup.select(".section-nav > ul > li")) == 10
        current = soup.select(".section-nav [aria-current=page]")
        assert [link in nested for link in current] == [page["kind"] == KNOWLEDGE]


def test_who_goes_on_from_what_to_do_comes_to_the_next_phase(soups):
    for page, soup, path in of_kind(soups, PHASE):
        for link in soup.select(".pagination a"):
            assert "knowledge" not in link["href"], page["url"]
            assert "kunnskap" not in link["href"], page["url"]
            assert (path.parent / link["href"] / "index.html").resolve().is_file()


def test_whoever_looks_among_the_phases_finds_both_pages(soups):
    for page, soup, _ in soups.values():
        assert soup.article["data-pagefind-filter"] == "kind:phase", page["url"]


def test_the_strip_says_how_long_how_many_what_for_and_what_comes_of_it(soups):
    for page, soup, _ in of_kind(soups, PHASE):
        strip = soup.select_one(".facts-strip")
        assert [bool(each.get_text(strip=True)) for each in strip.select("dd")] == [True] * 4
        assert strip.find_next(id="in-short"), page["url"]
        assert soup.select_one(".errands a[href='#workshop']")


def test_what_the_phase_is_for_stands_before_how_much_is_known_of_it(soups):
    for page, soup, _ in soups.values():
        parts = soup.article.select(".text > p, details.grade")
        assert parts[0].name == "p", page["url"]
        assert parts[0].find_next("details", class_="grade"), page["url"]
        assert not soup.select(".page-head .grade"), page["url"]
    for page, soup, _ in of_kind(soups, PHASE):
        order = [each["id"] for each in soup.article.select("h2[id]")]
        assert order.index("suggestion") < order.index("ready") < order.index("in-short")
        assert order.index("in-short") < order.index("knowledge"), page["url"]


def test_how_sure_it_is_is_said_in_three_lines_and_three_pitfalls_hurt_most(soups):
    for page, soup, _ in of_kind(soups, PHASE):
        lines = soup.find(id="in-short").find_next_sibling("ul").find_all("li", recursive=False)
        pitfalls = soup.find(id="pitfalls").find_next_sibling("ul").find_all("li", recursive=False)
        assert (len(lines), len(pitfalls)) == (3, 3), page["url"]
        assert soup.find(id="pitfalls").find_next("a", href=lambda href: "#pitfalls" in href)


def test_notes_to_whoever_leads_stand_below_the_agenda_with_the_line_they_belong_to(soups):
    for page, soup, _ in of_kind(soups, PHASE):
        table = soup.find(id="workshop").find_next("table")
        names = [row("td")[1].get_text().replace("\xad", "") for row in table.tbody("tr")]
        notes = table.find_next("details", class_="leader-notes")
        assert notes.find_next(class_="variants"), page["url"]
        items = notes.select("li")
        assert 3 <= len(items) <= 5
        of_lines = [item.strong.get_text().removesuffix(":") for item in items if item.strong]
        assert of_lines, page["url"]
        assert [names.index(name) for name in of_lines] == sorted(map(names.index, of_lines))


def test_each_workshop_says_who_takes_part_and_why(soups):
    why = {
        "nb": r"\bfor (?:det|de)\b|fordi|som skal leve med",
        "en": r"since|because|who will live",
    }
    for page, soup, _ in of_kind(soups, PHASE):
        head = soup.find(id="workshop")
        before = head.find_next("table").find_all_previous(["p", "li"])
        own = set(head.find_all_next(["p", "li"]))
        above = " ".join(each.get_text(" ") for each in before if each in own)
        assert re.search(why[page["lang"]], above), page["url"]
