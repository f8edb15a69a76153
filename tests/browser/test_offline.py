"""The site in a folder: unpacked, opened by a double-click, and used without a network."""

import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from tests.browser.engines.conftest import firefox  # noqa: F401 – a fixture


@pytest.fixture(scope="module")
def folders(plain: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The unpacked zips of an edition, by language; the path has a blank, as people's have."""
    found = {}
    for lang, name in (("nb", "uten-nett.zip"), ("en", "en/offline.zip")):
        found[lang] = tmp_path_factory.mktemp("a stick") / lang
        shutil.unpack_archive(plain / name, found[lang])
    return found


def local(folder: Path, path: str = "index.html") -> str:
    return folder.as_uri() + "/" + path


def test_every_link_of_every_page_leads_to_a_file_or_to_what_is_published(folders):
    for folder in folders.values():
        pages = list(folder.rglob("*.html"))
        assert len(pages) > 70
        for file in pages:
            soup = BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")
            for tag in soup.select("a[href], link[rel=stylesheet], link[rel=icon], script[src]"):
                parts = urlsplit(tag.get("href") or tag["src"])
                if parts.scheme:
                    assert parts.scheme in ("http", "https", "mailto"), tag
                elif parts.path:
                    target = file.parent / unquote(parts.path)
                    assert target.is_file(), f"{file}: {tag}"


def test_a_zip_is_offered_with_its_size_and_not_within_itself(plain, folders):
    for lang, page, name in (
        ("nb", "om/trykk-og-verksted", "uten-nett.zip"),
        ("en", "en/about/print", "offline.zip"),
    ):
        text = (plain / page / "index.html").read_text(encoding="utf-8")
        assert re.search(rf'href="[./]*{name}"[^>]*>[^<]+</a> <small>\(zip, 1[.,]\d MB\)', text)
        inside = (folders[lang] / page / "index.html").read_text(encoding="utf-8")
        assert name not in inside


def test_pages_are_read_searched_and_used_from_the_folder(context, watch, folders):
    context.set_offline(True)
    page: Page = context.new_page()
    page.goto(local(folders["nb"]))
    page.locator("main a[href*='faser/avtale']").first.click()
    page.wait_for_url("**/faser/avtale/index.html")
    assert page.evaluate("document.fonts.check('1em \"Source Sans 3\"')")
    assert "Source Sans 3" in page.evaluate("getComputedStyle(document.body).fontFamily")
    page.locator("[data-search-open]").first.click()
    page.get_by_role("searchbox").fill("partskart")
    first = page.locator("[data-search-results] a").first
    expect(first).to_have_text("Partskart")
    first.click()
    page.wait_for_url("**/verktoy/partskart/index.html**")
    page.locator(".cite a").first.hover()
    expect(page.locator("#tip")).to_be_visible()
    page.locator("main a.term").first.hover()
    expect(page.locator("#tip")).to_be_visible()
    page.goto(local(folders["nb"], "publikasjoner/index.html"))
    expect(page.locator("form[data-filters]")).to_be_visible()
    page.goto(local(folders["nb"], "faser/avtale/index.html"))
    page.locator("#workshop").scroll_into_view_if_needed()
    expect(page.locator("form.planner")).to_be_visible()
    assert watch.errors == []
    assert [each for each in watch.requests if not each.startswith(("file:", "data:"))] == []


def test_words_misspelt_and_inflected_are_found_in_english_too(context, watch, folders):
    context.set_offline(True)
    page = context.new_page()
    page.goto(local(folders["en"]), wait_until="commit")
    page.wait_for_url("**/en/index.html")
    page.locator("[data-search-open]").first.click()
    page.get_by_role("searchbox").fill("agrement")
    expect(page.locator("[data-search-results] a").first).to_be_visible()
    assert "/en/" in page.locator("[data-search-results] a").first.get_attribute("href")
    page.get_by_role("searchbox").fill("xyzzyx")
    expect(page.locator("[data-search-empty]")).to_be_visible()
    assert watch.errors == []


def found_for(page: Page, query: str) -> tuple[str, list[str]]:
    """What is said of a query, and the words that the first excerpt marks."""
    page.get_by_role("searchbox").fill(query)
    results = page.locator("[data-search-results]")
    expect(results).to_have_attribute("data-answered", query)
    marks = results.locator("li").first.locator("mark")
    return page.locator("[data-search-status]").inner_text(), marks.all_inner_texts()


@pytest.mark.parametrize(
    ("lang", "index", "queries", "marked"),
    [
        ("nb", "index.html", ('"tre parter"', '"tre-parter"', "«tre partene»"), ["tre", "parter"]),
        ("nb", "index.html", ('"øvre eiker"', '"Øvre-Eiker"'), ["Øvre", "Eiker"]),
        ("en", "en/index.html", ('"three parties"', "“three-parties”"), ["three", "parties"]),
    ],
)
def test_a_phrase_is_found_in_the_folder_with_a_space_and_with_a_hyphen(
    context, watch, folders, lang, index, queries, marked
):
    context.set_offline(True)
    page = context.new_page()
    page.goto(local(folders[lang], index))
    page.locator("[data-search-open]").first.click()
    answers = [found_for(page, query) for query in queries]
    assert len({said for said, _ in answers}) == 1
    assert re.match(r"\d+ (treff|results)$", answers[0][0])
    # In whatever form the text has them.
    for word, mark in zip(marked, answers[0][1], strict=False):
        assert mark.lower().startswith(word.lower()[:4])
    assert watch.errors == []


def test_words_beside_a_phrase_are_asked_for_or_told(context, folders):
    page = context.new_page()
    page.goto(local(folders["nb"]))
    page.locator("[data-search-open]").first.click()
    alone, _ = found_for(page, '"tre parter"')
    beside, _ = found_for(page, '"tre parter" Moss')
    assert 0 < int(beside.split()[0]) < int(alone.split()[0])
    assert found_for(page, '"tre parter" xylofon')[0] == (f"{alone}. Ikke med i treffene: xylofon")


def test_firefox_reads_and_searches_the_folder(firefox, folders):  # noqa: F811 – the fixture
    before = len(firefox.errors)
    firefox.go(local(folders["nb"], "faser/avtale/index.html"))
    firefox.wait("'ready' in document.documentElement.dataset")
    firefox.wait("[...document.fonts].some((face) => face.status === 'loaded')")
    firefox.run("document.querySelector('[data-search-open]').click()")
    firefox.wait_shown("#search[open]")
    firefox.run(
        "(input => { input.value = 'partskart'; input.dispatchEvent(new Event('input')); })"
        "(document.getElementById('search-input'))"
    )
    found = firefox.wait("document.querySelector('[data-search-results] a')?.href")
    assert found.endswith("verktoy/partskart/index.html") or "partskart/index.html#" in found
    assert firefox.errors[before:] == []
