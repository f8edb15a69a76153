"""The language switch keeps page, place and edition."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize(
    ("norwegian", "english"),
    [
        ("", "en/"),
        ("faser/forankring/", "en/phases/anchoring/"),
        ("publikasjoner/nibr-2002-24/", "en/publications/nibr-2002-24/"),
    ],
)
def test_the_switch_leads_to_the_same_page_and_back(page, served, norwegian, english):
    page.goto(served + norwegian)
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(served + english)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Norsk", exact=True).click()
    expect(page).to_have_url(served + norwegian)
    expect(page.locator("html")).to_have_attribute("lang", "nb")


def test_the_switch_keeps_the_place_on_the_page(page, served):
    page.goto(served + "metoden/byggesteinene/#agreements")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(served + "en/method/building-blocks/#agreements")


def test_the_switch_keeps_a_place_that_was_chosen_on_the_page(page, served):
    page.goto(served + "faser/forankring/")
    page.locator(".toc").get_by_role("link", name="Verksted").click()
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(served + "en/phases/anchoring/#workshop")


def test_the_switch_stays_within_the_edition(page, watch, editions):
    page.goto(editions + "1.9/faser/forankring/#tools")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(editions + "1.9/en/phases/anchoring/#tools")
    page.goto(editions + "1.9/en/")
    page.get_by_role("link", name="Norsk", exact=True).click()
    expect(page).to_have_url(editions + "1.9/")
    assert watch.failed == []
    assert watch.errors == []


def test_the_switch_on_an_english_404_page_leads_to_the_norwegian_home(page, editions):
    page.goto(editions + "latest/en/404.html")
    page.get_by_role("link", name="Norsk", exact=True).click()
    expect(page).to_have_url(editions + "latest/")


def test_the_front_door_follows_the_browser(chromium, editions):
    for locale, target in (
        ("nb-NO", "latest/"),
        ("nn-NO", "latest/"),
        ("en-GB", "latest/en/"),
        ("fr-FR", "latest/en/"),
    ):
        context = chromium.new_context(locale=locale)
        page = context.new_page()
        page.goto(editions)
        expect(page).to_have_url(editions + target)
        context.close()


def test_the_front_door_remembers_the_language_that_was_chosen(page, editions):
    page.goto(editions + "latest/faser/")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto(editions)
    expect(page).to_have_url(editions + "latest/en/")


def test_the_front_door_works_without_scripts(chromium, editions):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(editions)
    expect(page).to_have_url(editions + "latest/")
    context.close()


def test_a_missing_address_is_answered_in_both_languages(page, editions):
    page.goto(editions + "1.9/faser/finnes-ikke/")
    headings = page.get_by_role("heading")
    near = "Kanskje leter du etter en av disse"
    expect(headings).to_have_text(["Siden finnes ikke", near, "Page not found"])
    page.get_by_role("link", name="Gå til forsiden").click()
    expect(page).to_have_url(editions + "latest/")


def test_a_missing_english_address_is_answered_in_english_first(page, editions):
    page.goto(editions + "latest/en/no/such/page")
    expect(page.get_by_role("heading").first).to_have_text("Page not found")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Go to the home page").click()
    expect(page).to_have_url(editions + "latest/en/")


def test_one_language_is_one_host(page, watch, editions):
    page.goto(editions + "latest/en/method/history/")
    page.wait_for_load_state("networkidle")
    assert watch.hosts() == {urlsplit(editions).netloc}
    assert not [url for url in watch.requests if re.search(r"sitemap\.xml", url)]


@pytest.mark.parametrize("lang", ["de", "en-x-mtfrom-nb", "nn", ""])
@pytest.mark.parametrize(("home", "opens"), [("", "Søk"), ("en/", "Search")])
def test_a_page_that_a_program_translates_does_what_it_does_in_its_own_language(
    page, watch, served, lang, home, opens
):
    """Browsers and services in between put their language on the page as it comes."""
    page.add_init_script(
        "new MutationObserver(() => { const root = document.documentElement;"
        f"if (root && root.lang !== '{lang}') root.lang = '{lang}'; }})"
        ".observe(document, { childList: true, subtree: true });"
    )
    page.goto(served + home)
    page.locator("[data-search-open]").first.click()
    expect(page.locator("dialog form button").first).to_have_text(
        {"Søk": "Lukk"}.get(opens, "Close")
    )
    assert watch.errors == []
