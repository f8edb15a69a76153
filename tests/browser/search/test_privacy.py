"""The words of a search reach nobody: neither the host of the site nor the next one."""

import functools
import http.server
import threading
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Quiet

RESULTS = "[data-search-results] a"
WORD = "utbrent"


class Logging(Quiet):
    """What a host writes down: what was asked for, and from where."""

    def send_response(self, code: int, message: str | None = None) -> None:
        self.server.log.append(f"{self.requestline} {code} {self.headers.get('Referer', '-')}")
        super().send_response(code, message)


@pytest.fixture
def host(site) -> Iterator[http.server.ThreadingHTTPServer]:
    handler = functools.partial(Logging, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.log = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


def test_no_request_carries_the_words_that_were_searched_for(page, host, open_search):
    address = f"http://127.0.0.1:{host.server_port}/"
    open_search(url=address + "metoden/#in-short")
    page.keyboard.type(WORD)
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page).to_have_url(address + f"metoden/#q={WORD}")
    # To the result, back, and once more with nothing kept of the page.
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/metoden/#" not in url)
    page.go_back()
    expect(page.locator(RESULTS).first).to_be_visible()
    page.reload()
    expect(page.locator(RESULTS).first).to_be_visible()
    # And from the page, while its address holds the words, to another host.
    elsewhere = f"http://localhost:{host.server_port}/404.html"
    page.evaluate("address => location.assign(address)", elsewhere)
    page.wait_for_url(elsewhere)
    assert len(host.log) > 20
    assert [line for line in host.log if WORD in unquote(line)] == []
    # Of the page before, no more is told than whose it is.
    told = {line.rsplit(" ", 1)[1] for line in host.log}
    assert told == {"-", address, f"http://localhost:{host.server_port}/"}


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
