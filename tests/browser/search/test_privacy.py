"""The words of a search reach nobody: neither the host of the site nor the next one."""

from urllib.parse import unquote

from playwright.sync_api import expect

RESULTS = "[data-search-results] a"
WORD = "utbrent"


def test_no_request_carries_the_words_that_were_searched_for(page, host, open_search):
    open_search(url=host.address + "metoden/#in-short")
    page.keyboard.type(WORD)
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page).to_have_url(host.address + f"metoden/#q={WORD}")
    # To the result, back, and once more with nothing kept of the page.
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/metoden/#" not in url)
    page.go_back()
    expect(page.locator(RESULTS).first).to_be_visible()
    page.reload()
    expect(page.locator(RESULTS).first).to_be_visible()
    # And from the page, while its address holds the words, to another host.
    elsewhere = f"http://localhost:{host.port}/404.html"
    page.evaluate("address => location.assign(address)", elsewhere)
    page.wait_for_url(elsewhere)
    assert len(host.log) > 20
    assert [line for line in host.log if WORD in unquote(line)] == []
    # Of the page before, no more is told than whose it is.
    told = {line.rsplit(" ", 1)[1] for line in host.log}
    assert told == {"-", host.address, f"http://localhost:{host.port}/"}


def test_the_place_on_the_page_comes_back_when_search_is_left(page, served, open_search):
    open_search(url=served + "metoden/#in-short")
    page.keyboard.type(WORD)
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page).to_have_url(served + f"metoden/#q={WORD}")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page).to_have_url(served + "metoden/#in-short")


def test_a_query_put_into_the_address_of_an_open_page_is_answered(page, served):
    page.goto(served + "metoden/")
    page.evaluate(f"location.hash = 'q={WORD}'")
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("dialog input[type=search]")).to_have_value(WORD)
