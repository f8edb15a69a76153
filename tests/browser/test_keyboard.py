"""Tab alone: through whole pages, seen at every stop, and out again."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import FILTERS_SHOWN, ONE_OF_EACH_KIND

WALKS = [(kind, width) for kind in ONE_OF_EACH_KIND for width in (320, 1280)]
# Nobody reaches the end of a list of that length by Tab alone, and nothing new stands there.
MOST_STOPS = 150
# Of a phase, whose planner comes in beside them (it was 293 once).
PHASE_STOPS = 119

# Where the focus is: None at the end of the page, else what a reader needs to see there.
STOP = """() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  window.stops ??= [];
  // A field for a time has a stop for each of its parts.
  if (window.stops.at(-1) === element) return { same: true };
  if (window.stops.includes(element)) return { again: true };
  window.stops.push(element);
  const box = element.getBoundingClientRect();
  const inView = box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0
    && box.left < innerWidth && box.top < innerHeight;
  // Links that run over two lines have a hollow box: any of their lines will do.
  const covered = ![...element.getClientRects()].some((line) => {
    // The middle of what is in view: a long table reaches beyond the window.
    const middle = (from, to, most) => (Math.max(from, 1) + Math.min(to, most - 2)) / 2;
    const x = middle(line.left, line.right, innerWidth);
    const y = middle(line.top, line.bottom, innerHeight);
    const top = document.elementFromPoint(x, y);
    // Between a sign of a drawing and its name lies the ground of the drawing.
    const drawing = element.ownerSVGElement;
    const ground = drawing && drawing.contains(top) && !top.closest("a");
    return top && (element.contains(top) || top.contains(element) || ground);
  });
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return {
    html: element.outerHTML.slice(0, 120), again: false, inView, covered,
    shown: element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }),
    marked: outlined || style.boxShadow !== "none",
    clip: { x: Math.max(0, box.x - 6), y: Math.max(0, box.y - 6),
            width: box.width + 12, height: box.height + 12 },
  };
}"""
# What Tab must reach: everything that can be used and is shown.
REACHABLE = """[...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((element) => element.tabIndex >= 0 && !element.disabled
    && element.checkVisibility({ checkVisibilityCSS: true })
    && !element.closest("dialog:not([open])"))"""


def walk(page: Page) -> tuple[list[dict], bool]:
    """The stops of Tab from the top of the page, and whether the end was reached."""
    stops: list[dict] = []
    # A field that keeps the focus for ever is a trap: the walk ends, and the test fails.
    for _ in range(2 * MOST_STOPS):
        if len(stops) == MOST_STOPS:
            break
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop and stop.get("same"):
            continue
        if stop is None or stop["again"]:
            return stops, True
        if not stop["marked"]:
            stop["marked"] = looks_different(page, stop)
        stops.append(stop)
    return stops, False


def looks_different(page: Page, stop: dict) -> bool:
    """Whether the pixels around a stop tell that the focus is there (a ring inside a picture)."""
    focused = page.screenshot(clip=stop["clip"])
    page.evaluate("(window.last = document.activeElement).blur()")
    plain = page.screenshot(clip=stop["clip"])
    page.evaluate("window.last.focus()")
    return focused != plain


def of(stops: list[dict], fault) -> list[str]:
    return [stop["html"] for stop in stops if fault(stop)]


@pytest.mark.parametrize(("kind", "width"), WALKS)
def test_tab_leads_through_the_page_seen_at_every_stop_and_out_again(page, served, kind, width):
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served + ONE_OF_EACH_KIND[kind])
    page.wait_for_function(FILTERS_SHOWN)
    if page.locator("template[data-planner]").count():
        # It comes when a reader nears it; this walk is quicker than any reader.
        page.locator("#workshop").scroll_into_view_if_needed()
        expect(page.locator(".planner")).to_be_visible()
        page.evaluate("scrollTo(0, 0)")
    stops, ended = walk(page)
    assert of(stops, lambda stop: not stop["shown"]) == [], "hidden, yet focused"
    assert of(stops, lambda stop: not stop["inView"]) == [], "focused off screen"
    assert of(stops, lambda stop: stop["covered"]) == [], "focused under something else"
    assert of(stops, lambda stop: not stop["marked"]) == [], "not seen to be focused"
    missed = page.evaluate(
        f"{REACHABLE}.filter((element) => !window.stops.includes(element))"
        ".map((element) => element.outerHTML.slice(0, 120))"
    )
    if ended:
        assert missed == [], "never reached by Tab"
    else:
        assert len(stops) == MOST_STOPS


@pytest.mark.parametrize("url", ["faser/forankring/", "en/phases/anchoring/"])
def test_a_phase_has_few_stops_beside_the_planner(page, served, url):
    page.goto(served + url)
    # Tables that have nothing to scroll are told from others once they are laid out.
    page.wait_for_function(
        f"() => {REACHABLE}.filter((element) => !element.closest('.planner')).length"
        f" <= {PHASE_STOPS}"
    )


@pytest.mark.parametrize("url", ["", "en/phases/anchoring/", "kommuner/"])
def test_the_first_stop_skips_to_the_content(page, served, url):
    page.goto(served + url)
    page.keyboard.press("Tab")
    skip = page.locator("a:focus")
    expect(skip).to_have_attribute("href", "#main")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("url", ["metoden/", "en/phases/anchoring/", "kommuner/"])
def test_no_single_key_acts_as_a_shortcut(page, served, url):
    page.goto(served + url)
    before = page.evaluate("[location.href, scrollX, document.activeElement.tagName]")
    for key in "npfsbkgh.,/?1":
        page.keyboard.press(key)
    # Time for what a key might do later: nothing tells that a page will do nothing.
    page.wait_for_timeout(200)
    assert page.evaluate("[location.href, scrollX, document.activeElement.tagName]") == before
    assert page.evaluate("document.querySelector('dialog[open]')") is None


def test_focus_is_seen_in_forced_colours_too(page, served):
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.goto(served + "faser/forankring/")
    stops, _ = walk(page)
    # Shadows and backgrounds are taken away there: an outline or other pixels must tell.
    assert of(stops, lambda stop: not stop["marked"]) == []
    assert len(stops) > 20
