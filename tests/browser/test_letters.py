"""The site's own letters on the first page of a visit, and no line that moves because of them."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from tests.browser.pages import ONE_OF_EACH_KIND, drawn_in_the_typeface

PHONE, WINDOW = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
# Long and short, text and lists; the last three moved most when letters changed under them.
KINDS = ("home", "phase", "tool", "municipality", "not-found", "about", "concept", "publications")
TYPEFACE = "**/*.woff2"
# A phone on a slow line, as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 9.4e4}
# What readers do not see as a movement (a good page of the web has 0.1).
STILL = 0.01

FOLLOW_MOVES = """window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Begins a visit, with nothing kept from an earlier one, in a window of a size."""
    begun: list[BrowserContext] = []

    def begin(size: dict[str, int], **more) -> BrowserContext:
        begun.append(chromium.new_context(viewport=size, locale="nb-NO", **more))
        return begun[-1]

    yield begin
    for context in begun:
        context.close()


@pytest.mark.parametrize("size", [PHONE, WINDOW], ids=lambda size: f"{size['width']}px")
@pytest.mark.parametrize("kind", KINDS)
def test_the_first_page_of_a_visit_has_its_letters_and_stays_still_on_a_slow_line(
    visit, served, kind, size
):
    context = visit(size)
    context.add_init_script(FOLLOW_MOVES)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    page.goto(served + ONE_OF_EACH_KIND[kind], wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    for text in ("h1", "main p, main li"):
        assert drawn_in_the_typeface(page, text), text
    assert page.evaluate("moved") <= STILL


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_letters_that_are_late_keep_no_text_back_and_are_put_on_when_they_come(
    visit, served, scripts
):
    context = visit(PHONE, java_script_enabled=scripts)
    held: list[Route] = []
    context.route(TYPEFACE, lambda route: held.append(route))
    page = context.new_page()
    page.goto(served + "faser/forankring/", wait_until="domcontentloaded")
    expect(page.locator("h1")).to_be_visible()
    assert not drawn_in_the_typeface(page)
    assert not drawn_in_the_typeface(page, "main p")
    assert len(held) == 2
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    assert drawn_in_the_typeface(page)
    assert drawn_in_the_typeface(page, "main p")


def test_letters_that_never_come_keep_no_text_back(visit, served):
    context = visit(PHONE)
    context.route(TYPEFACE, lambda route: route.abort())
    page = context.new_page()
    page.goto(served + "faser/forankring/")
    expect(page.locator("h1")).to_be_visible()


def test_every_page_asks_for_both_files_at_once(site, pages):
    for each in pages:
        head, _, _ = (site / each["url"] / "index.html").read_text().partition("<style>")
        for name in ("source-sans-3", "source-serif-4"):
            link = rf'fonts/{name}\.\w+\.woff2" as="font" type="font/woff2" crossorigin'
            assert re.search(link, head), each["url"]
