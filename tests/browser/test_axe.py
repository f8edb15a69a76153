"""axe-core finds nothing on pages of any kind, scheme and width, nor in what opens on them.

That it finds nothing on any page at all is seen on the walk of test_every_page.py.
All rules of WCAG 2.0 to 2.2, A and AA, and axe's best practices; no rule and no part of a
page is left out.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import READ_IN, State, bring, faults, show

STATES = [State(scheme, width) for scheme in ("light", "dark") for width in (1280, 320)]
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


@pytest.mark.parametrize("url", ONE_OF_EACH_KIND)
def test_axe_finds_nothing_on_a_page_of_each_kind_in_any_colours_and_width(axe_page, served, url):
    axe_page.goto(served + url)
    read = READ_IN["en" if url.startswith("en/") else "nb"]
    for state in STATES:
        if state == read:
            continue  # the walk reads every page in this one
        show(axe_page, state)
        assert faults(axe_page) == [], state


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
    page.locator("form[data-filters] [type=checkbox]").first.check()
    expect(page.locator("form[data-filters]").get_by_role("status")).to_be_visible()


def filter_that_leaves_nothing(page: Page) -> None:
    page.locator("#filter-text").fill("zzzqqq")
    expect(page.locator("form[data-filters]").get_by_role("status")).to_contain_text("0 av")


def cite_open(page: Page) -> None:
    page.get_by_role("main").get_by_text("Siter denne siden", exact=True).first.click()
    expect(page.get_by_role("link", name="BibTeX").last).to_be_visible()


@pytest.mark.parametrize("state", STATES, ids=str)
@pytest.mark.parametrize(
    ("url", "use"),
    [
        ("faser/forankring/", search_open),
        ("faser/forankring/", search_without_results),
        ("metoden/historie/", note_shown),
        ("metoden/historie/", term_shown),
        ("publikasjoner/", filter_used),
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
