"""A missing address answers with pages that are near it, in the reader's language."""

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
