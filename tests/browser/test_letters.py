"""Text first, in letters that stay: no line moves because the typeface comes late."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.browser.pages import ONE_OF_EACH_KIND, drawn_in_the_typeface

PHONE, WINDOW = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
# One with each way of coming to its typeface, and what stands on a page besides text.
KINDS = ("home", "phase", "tool", "municipalities", "publications", "glossary", "not-found")
SHORT, LONG = "", "faser/forankring/"
TYPEFACE = "**/*.woff2"
# Tenths of a second until both files are asked for, on a machine that is busy.
PATIENCE = 50

FOLLOW_MOVES = """window.moves = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    moves.push(...entry.sources.map(({ node }) => node?.textContent.slice(0, 60)));
  }
}).observe({ type: "layout-shift", buffered: true });"""
SHOWN = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
# When the text was shown, and when the files of the typeface were first asked for.
TIMES = """() => ({
  shown: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  asked: Math.min(...performance.getEntriesByType("resource")
    .filter(({ name }) => name.endsWith(".woff2")).map(({ startTime }) => startTime)),
})"""
ALL_CAME = """() => performance.getEntriesByType("resource")
  .filter(({ name }) => name.endsWith(".woff2")).length >= 2"""


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[[dict[str, int]], BrowserContext]]:
    """Begins a visit, with nothing kept from an earlier one, in a window of a size."""
    begun: list[BrowserContext] = []

    def begin(size: dict[str, int]) -> BrowserContext:
        begun.append(chromium.new_context(viewport=size, locale="nb-NO"))
        return begun[-1]

    yield begin
    for context in begun:
        context.close()


def times(page: Page) -> dict[str, float]:
    page.wait_for_function(SHOWN)
    page.wait_for_function(ALL_CAME)
    return page.evaluate(TIMES)


@pytest.mark.parametrize(
    ("kind", "size"),
    # On a phone more of a page is in view as text; a window has the side menus besides.
    [*((kind, PHONE) for kind in KINDS), ("phase", WINDOW), ("not-found", WINDOW)],
    ids=lambda value: f"{value['width']}px" if isinstance(value, dict) else value,
)
def test_nothing_moves_when_the_typeface_comes_late(visit, served, kind, size):
    context = visit(size)
    context.add_init_script(FOLLOW_MOVES)
    held: list[Route] = []
    context.route(TYPEFACE, lambda route: held.append(route))
    page = context.new_page()
    page.goto(served + ONE_OF_EACH_KIND[kind], wait_until="commit")
    page.wait_for_function(SHOWN)
    for _ in range(PATIENCE):
        if len(held) == 2:
            break
        page.wait_for_timeout(100)
    assert len(held) == 2
    with page.expect_event("requestfinished"):
        for route in held:
            route.continue_()
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(100)
    assert page.evaluate("moves") == []
    assert not drawn_in_the_typeface(page)


def test_a_long_page_is_shown_on_a_phone_before_its_typeface_is_asked_for(visit, served):
    page = visit(PHONE).new_page()
    page.goto(served + LONG)
    when = times(page)
    assert when["asked"] > when["shown"]
    assert not drawn_in_the_typeface(page)


@pytest.mark.parametrize(("size", "url"), [(PHONE, SHORT), (WINDOW, LONG)], ids=["phone", "window"])
def test_other_pages_ask_for_their_typeface_before_they_are_shown(visit, served, size, url):
    page = visit(size).new_page()
    page.goto(served + url)
    when = times(page)
    assert when["asked"] < when["shown"]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_next_page_of_a_visit_has_the_typeface_from_the_first_frame_on(
    chromium, served, scripts
):
    context = chromium.new_context(viewport=PHONE, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(served + LONG, wait_until="networkidle")
    assert not drawn_in_the_typeface(page)
    page.locator("main .pagination a[rel=next]").click()
    page.wait_for_url("**/faser/*/", wait_until="load")
    assert served + LONG != page.url
    assert drawn_in_the_typeface(page)
    assert drawn_in_the_typeface(page, "main p")
    context.close()
