"""Search that failed works again when what it lacked is there, on the same page."""

import pytest
from playwright.sync_api import expect

RESULTS = "[data-search-results] a"
STATUS = "dialog [role=status]"
OFFLINE = {
    "nb": "Du er uten nett. Søket virker igjen når nettet er tilbake.",
    "en": "You are offline. Search will work again when the connection is back.",
}


@pytest.mark.parametrize(
    "missing",
    [
        "**/search/dialog.*.js*",
        "**/pagefind/pagefind.js*",
        "**/pagefind-entry.json*",
        "**/words.*.json",
        "**/*.pf_meta",
        "**/wasm.*",
        "**/*.pf_index",
    ],
)
def test_what_could_not_be_fetched_twice_is_fetched_when_it_is_there(page, served, missing):
    page.route(missing, lambda route: route.abort())
    page.goto(served)
    page.keyboard.press("Control+k")
    page.locator("dialog input[type=search]").fill("forankring")
    again = page.get_by_role("button", name="Prøv igjen")
    expect(again).to_be_visible()
    with page.expect_event("requestfailed"):
        again.click()
    expect(again).to_be_visible()
    expect(page.locator(RESULTS)).to_have_count(0)
    page.unroute(missing)
    again.click()
    expect(page.locator(RESULTS).first).to_have_text("Forankring")
    expect(again).to_be_hidden()
    expect(page.locator("dialog input[type=search]")).to_be_focused()


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_whoever_is_offline_is_told_so_and_led_to_lists_and_answered_when_the_network_is_back(
    page, open_search, lang
):
    field = open_search(lang)
    word, other = {"nb": ("forankring", "partskart"), "en": ("anchoring", "stakeholder")}[lang]
    field.fill(word)
    expect(page.locator(RESULTS).first).to_be_visible()
    page.context.set_offline(True)
    field.fill(other)
    expect(page.locator(STATUS)).to_have_text(OFFLINE[lang])
    links = page.locator(".search-elsewhere a")
    assert [page.request.get(each.evaluate("a => a.href")).ok for each in links.all()] == [True] * 3
    page.context.set_offline(False)
    # Nothing is pressed: the browser says that the network is back.
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(
        page.get_by_role("button", name={"nb": "Prøv igjen", "en": "Try again"}[lang])
    ).to_be_hidden()


def test_the_dialog_closes_and_sends_nothing_where_its_script_could_not_be_had(page, served):
    page.route("**/search/dialog.*.js*", lambda route: route.abort())
    page.goto(served)
    page.locator("[data-search-open]").first.click()
    expect(page.get_by_role("button", name="Prøv igjen")).to_be_visible()
    page.get_by_role("searchbox").fill("forankring")
    page.keyboard.press("Enter")
    assert page.url == served
    page.get_by_role("button", name="Lukk").click()
    expect(page.locator("dialog")).to_be_hidden()
