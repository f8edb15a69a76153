"""What holds on every page of both languages, found in one walk through them all."""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import READ_IN, bring, faults, show
from tests.browser.conftest import Watch
from tests.browser.pages import CUT_OFF, SCROLLS_SIDEWAYS, SPACED, STYLED, come_to_the_planner, host

# 320 px is a screen of 1,280 px at 400 % (WCAG 1.4.10).
WIDTHS = (320, 390, 768, 1280, 1920)
# What a browser may keep, and why, stands on the page about privacy.
KEPT = {"mkm.scheme", "mkm.language", "mkm.marks", "mkm.ticks"}
MOVING = """[...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  const seconds = [...style.transitionDuration.split(","), ...style.animationDuration.split(",")];
  return style.scrollBehavior === "smooth" || seconds.some((each) => parseFloat(each) > 0.01);
}).map((element) => element.outerHTML.slice(0, 120))"""
STORED = "[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie]"


@dataclass
class Walk:
    """What was met on the way."""

    watch: Watch
    sideways: list[tuple[str, int]] = field(default_factory=list)
    cut_off: list[tuple[str, str]] = field(default_factory=list)
    moving: list[tuple[str, str]] = field(default_factory=list)
    stored: set[str] = field(default_factory=set)
    axe: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def walk(chromium: Browser, served: str, pages: list[dict]) -> Walk:
    """Every page at every width, read by axe, and with the distances that readers may set."""
    context = chromium.new_context(locale="nb-NO", reduced_motion="reduce")
    bring(context)
    met = Walk(Watch(context))
    page = context.new_page()
    missing = [{"url": "404.html", "lang": "nb"}, {"url": "en/404.html", "lang": "en"}]
    for each in [*pages, *missing]:
        url = each["url"]
        page.goto(served + url, wait_until="load")
        come_to_the_planner(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate(SCROLLS_SIDEWAYS):
                met.sideways.append((url, width))
        met.moving += [(url, what) for what in page.evaluate(MOVING)]
        met.stored |= {key for key in page.evaluate(STORED) if key}
        # A page and its twin are one template and one style: each is read in one state.
        show(page, READ_IN[each["lang"]])
        met.axe += [f"/{url} ({READ_IN[each['lang']]}): {line}" for line in faults(page)]
        show(page, READ_IN["nb"])
        page.evaluate(STYLED, SPACED)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            met.cut_off += [(f"{url}, {width} px", what) for what in page.evaluate(CUT_OFF)]
            if page.evaluate(SCROLLS_SIDEWAYS):
                met.cut_off.append((f"{url}, {width} px", "the page scrolls sideways"))
    # All that a reader can choose.
    page.goto(served + "faser/avtale/")
    page.locator(".task-list-item input").first.check()
    expect(page.locator("[data-ticks]")).to_be_visible()
    page.goto(served + "metoden/historie/")
    page.locator("footer [data-source-marks]").click()
    expect(page.locator("article .letter").first).to_be_visible()
    page.get_by_role("button", name="Utseende").or_(
        page.get_by_role("button", name="Appearance")
    ).first.click()
    page.locator("[data-language]").first.click()
    met.stored |= {key for key in page.evaluate(STORED) if key}
    context.close()
    return met


def test_no_page_asks_another_host(walk, served):
    assert walk.watch.hosts() == {host(served)}


def test_every_page_gets_all_that_it_asks_for(walk):
    assert walk.watch.failed == []


def test_no_page_has_an_error_in_its_scripts(walk):
    assert walk.watch.errors == []


def test_nothing_is_kept_in_the_browser_but_what_the_page_on_privacy_says(walk):
    assert walk.stored == KEPT


def test_no_page_scrolls_sideways_at_any_width(walk):
    assert walk.sideways == []


def test_no_text_is_cut_off_when_readers_set_letters_and_lines_wider_apart(walk):
    assert walk.cut_off == []


def test_nothing_moves_for_readers_who_asked_for_less_motion(walk):
    assert walk.moving == []


def test_axe_finds_nothing_on_any_page(walk):
    assert walk.axe == []
