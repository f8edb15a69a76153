"""The search dialog: found, used and left by keyboard, in the reader's language."""

import re

from playwright.sync_api import expect

RESULTS = "[data-search-results] a"


def open_search(page, url: str):
    page.goto(url)
    page.keyboard.press("Control+k")
    field = page.locator("dialog input[type=search]")
    expect(field).to_be_focused()
    return field


def test_the_button_opens_the_dialog_and_focus_comes_back(page, served):
    page.goto(served)
    button = page.get_by_role("button", name="Søk", exact=True)
    button.click()
    expect(page.locator("dialog input[type=search]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_nothing_is_fetched_for_search_before_it_is_asked_for(page, watch, served):
    page.goto(served + "metoden/", wait_until="networkidle")
    assert not [url for url in watch.requests if "pagefind" in url or "search.js" in url]


def test_results_are_in_the_readers_language_only(page, served):
    for url, lang in (("", "nb"), ("en/", "en")):
        field = open_search(page, served + url)
        field.fill("Steinkjer")
        expect(page.locator(RESULTS).first).to_be_visible()
        addresses = page.locator(RESULTS).evaluate_all("links => links.map(link => link.pathname)")
        assert addresses
        assert all(path.startswith("/en/") == (lang == "en") for path in addresses)


def test_arrows_and_enter_lead_to_a_result(page, served):
    field = open_search(page, served)
    field.fill("forankring")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULTS).first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(RESULTS).first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.rstrip("/") != served.rstrip("/"))


def test_the_number_of_results_is_announced(page, served):
    field = open_search(page, served + "en/")
    field.fill("anchoring")
    status = page.get_by_role("status")
    expect(status).to_contain_text("result")
    field.fill("zzzqqq")
    expect(status).to_contain_text("No results for ‘zzzqqq’")
    field.fill("   ")
    expect(status).to_have_text("")


def test_a_query_is_never_read_as_html(page, watch, served):
    field = open_search(page, served)
    field.fill("<img src=x onerror=alert(1)>")
    expect(page.get_by_role("status")).to_contain_text("treff")
    assert page.locator("dialog img").count() == 0
    assert watch.errors == []


def test_excerpts_hold_no_marks_of_notes_or_headings(page, served):
    field = open_search(page, served + "en/")
    field.fill("refuse collection")
    excerpts = page.locator("[data-search-results] p")
    expect(excerpts.first).to_be_visible()
    for excerpt in excerpts.all_inner_texts():
        assert not re.search(r"\b\d+[ROPCM]\b|our assessment|#", excerpt), excerpt


def test_a_results_address_can_be_shared(page, served):
    page.goto(served + "en/?q=Steinkjer")
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("dialog input[type=search]")).to_have_value("Steinkjer")


def test_a_missing_index_is_said_in_the_language_of_the_page(page, served):
    page.route("**/pagefind/**", lambda route: route.abort())
    field = open_search(page, served)
    field.fill("kommune")
    expect(page.get_by_role("status")).to_contain_text("Søket virker ikke akkurat nå.")


def test_the_dialog_fits_a_narrow_phone(page, served):
    page.set_viewport_size({"width": 320, "height": 568})
    field = open_search(page, served)
    field.fill("utviklingsveileder")
    expect(page.locator(RESULTS).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.locator("dialog").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
