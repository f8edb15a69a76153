"""axe-core finds nothing on any page, in either language, scheme or width, nor in any state.

All rules of WCAG 2.0 to 2.2, A and AA, and axe's best practices; no rule and no part of a
page is left out.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import RULES, State, begin, bring, faults, findings, show

STATES = [State("light", 1280), State("dark", 320)]
OTHER_STATES = [State("dark", 1280), State("light", 320)]
ONE_OF_EACH_KIND = (
    "",
    "en/phases/",
    "faser/forankring/",
    "en/tools/working-group-mandate/",
    "kommuner/",
    "en/municipalities/steinkjer/",
    "publikasjoner/",
    "en/publications/nibr-2002-24/",
    "metoden/historie/",
    "tidslinje/",
    "en/about/",
    "404.html",
)


@pytest.fixture
def axed(context: BrowserContext) -> BrowserContext:
    bring(context)
    return context


@pytest.fixture
def axe_page(axed: BrowserContext) -> Page:
    return axed.new_page()


def test_axe_finds_nothing_on_any_page(axed, served, pages):
    # A page and its twin are one template and one style: each is read in full in one state.
    for state, lang in zip(STATES, ("nb", "en"), strict=True):
        urls = [each["url"] for each in pages if each["lang"] == lang]
        assert scan(axed, served, urls, {state: RULES}) == []


def test_axe_finds_nothing_on_a_page_of_each_kind_in_any_colours_and_width(axed, served):
    states = dict.fromkeys([*STATES[1:], *OTHER_STATES], RULES)
    assert scan(axed, served, ONE_OF_EACH_KIND, states) == []


def scan(
    context: BrowserContext, served: str, urls: Iterable[str], states: dict[State, list[str]]
) -> list[str]:
    """Two tabs take turns: one is being loaded while axe works in the other."""
    found: list[str] = []
    tabs = [context.new_page(), context.new_page()]
    working: dict[Page, str] = {}

    def collect(tab: Page) -> None:
        where = working.pop(tab, None)
        if where is not None:
            found.extend(f"{where}: {line}" for line in findings(tab))

    def work(tab: Page, url: str, state: State) -> None:
        collect(tab)
        show(tab, state)
        if tab.url != served + url:
            tab.goto(served + url)
        begin(tab, states[state])
        working[tab] = f"/{url} ({state})"

    for pair in pairs(urls):
        for state in states:
            for tab, url in zip(tabs, pair, strict=False):
                work(tab, url, state)
    for tab in list(working):
        collect(tab)
    return found


def pairs(urls: Iterable[str]) -> Iterator[tuple[str, ...]]:
    each = iter(urls)
    while pair := tuple(islice(each, 2)):
        yield pair


def menu_open(page: Page) -> None:
    page.get_by_role("button", name="Meny").click()
    expect(page.get_by_role("navigation", name="Hovedmeny")).to_be_visible()


def search_open(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox").fill("forankring")
    expect(page.locator("[data-search-results] a").first).to_be_visible()


def search_without_results(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox").fill("zzzqqq")
    expect(page.get_by_role("status").filter(has_text="zzzqqq")).to_be_visible()


def note_shown(page: Page) -> None:
    page.get_by_role("main").get_by_role("link", name="kilde 1").first.focus()
    expect(page.get_by_role("tooltip")).to_be_visible()


def term_shown(page: Page) -> None:
    page.locator("a.term").first.focus()
    expect(page.get_by_role("tooltip")).to_be_visible()


def filter_used(page: Page) -> None:
    page.locator("form[data-filters] select").first.select_option(index=1)
    expect(page.locator("form[data-filters]").get_by_role("status")).to_be_visible()


def filter_that_leaves_nothing(page: Page) -> None:
    page.locator("form[data-filters] input").first.fill("zzzqqq")
    expect(page.locator("form[data-filters]").get_by_role("status")).to_contain_text("0 av")


def cite_open(page: Page) -> None:
    page.get_by_role("main").get_by_text("Siter denne siden", exact=True).first.click()
    expect(page.get_by_role("link", name="BibTeX").last).to_be_visible()


@pytest.mark.parametrize("state", [*STATES, *OTHER_STATES], ids=str)
@pytest.mark.parametrize(
    ("url", "use"),
    [
        ("faser/forankring/", search_open),
        ("faser/forankring/", search_without_results),
        ("metoden/historie/", note_shown),
        ("metoden/historie/", term_shown),
        ("kommuner/", filter_used),
        ("publikasjoner/", filter_that_leaves_nothing),
        ("faser/forankring/", cite_open),
    ],
    ids=lambda each: getattr(each, "__name__", None),
)
def test_axe_finds_nothing_in_what_opens(
    axe_page: Page, served: str, url: str, use: Callable[[Page], None], state: State
):
    show(axe_page, state)
    axe_page.goto(served + url)
    use(axe_page)
    assert faults(axe_page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_menu_of_a_phone(axe_page, served, scheme):
    show(axe_page, State(scheme, 320))
    axe_page.goto(served + "faser/forankring/")
    menu_open(axe_page)
    assert faults(axe_page) == []
