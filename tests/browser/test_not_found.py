"""A missing address answers with pages that are near it, in the reader's language."""

import pytest
from playwright.sync_api import expect

NEAR = "[data-near] a"


def test_a_shortened_address_finds_its_page(page, editions):
    page.goto(editions + "latest/faser/forankringen/")
    expect(page.locator(NEAR).first).to_have_text("Forankring")
    page.locator(NEAR).first.click()
    page.wait_for_url(editions + "latest/faser/forankring/")


def test_an_english_address_is_answered_with_english_pages_first(page, editions):
    page.goto(editions + "latest/en/phases/anchor/")
    expect(page.locator(NEAR).first).to_have_attribute("lang", "en")
    expect(page.locator(NEAR).first).to_have_text("Winning support (anchoring)")


def test_an_address_that_is_near_nothing_gets_no_guesses(page, editions):
    page.goto(editions + "latest/zzzz/qqqq/")
    page.wait_for_load_state("networkidle")
    assert page.locator(NEAR).count() == 0
    expect(page.get_by_role("link", name="Gå til forsiden")).to_be_visible()


def test_markup_in_an_address_is_only_text(page, watch, editions):
    page.goto(editions + "latest/%3Cimg%20src=x%20onerror=alert(1)%3E/")
    page.wait_for_load_state("networkidle")
    assert page.locator("main img").count() == 0
    assert [error for error in watch.errors if "404" not in error] == []


@pytest.mark.parametrize(
    ("path", "label", "word", "lang"),
    [
        ("latest/zzzz/qqqq/", "Søk i kunnskapsbasen", "forankring", "nb"),
        ("latest/en/zzzz/", "Search the knowledge base", "agreement", "en"),
        ("latest/404.html", "Søk i kunnskapsbasen", "forankring", "nb"),
    ],
)
def test_readers_search_where_the_address_leads_nowhere(page, editions, path, label, word, lang):
    page.goto(editions + path)
    page.get_by_label(label).and_(page.locator("main input")).fill(word)
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open] input[type=search]")).to_have_value(word)
    expect(page.locator("[data-search-results] a").first).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", lang)


def test_without_scripts_no_field_promises_a_search_and_all_pages_are_linked(chromium, served):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "404.html")
    expect(page.get_by_role("searchbox")).to_have_count(0)
    expect(page.get_by_role("link", name="Se alle sider")).to_be_visible()
    context.close()


def test_the_english_page_leads_to_each_part_of_the_site_and_home_once(page, served):
    page.goto(served + "en/404.html")
    menu = page.get_by_role("navigation", name="Main").get_by_role("link")
    start = page.locator(".start-here a")
    assert menu.all_inner_texts() == start.all_inner_texts()
    assert "For you" in start.first.inner_text()
