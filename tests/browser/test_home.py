"""The first thing most readers see: a title that is whole, and a wheel that can be read."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_pictures import contrast

WIDTHS = (320, 360, 390, 768, 1024, 1280, 1440, 1536, 1680, 1920, 2200, 2560)
# The words of the title that stand on more than one line.
BROKEN = """() => {
  const text = document.querySelector("h1").firstChild;
  const words = [...text.textContent.matchAll(/\\S+/g)];
  return words.filter(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size > 1;
  }).map(([word]) => word);
}"""


@pytest.mark.parametrize("letters", ["own", "of the device"])
@pytest.mark.parametrize("url", ["", "en/"])
def test_no_word_of_the_title_is_broken_at_any_width(page, served, url, letters):
    if letters != "own":
        page.route("**/*.woff2", lambda route: route.abort())
    page.goto(served + url)
    broken = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        broken[width] = page.evaluate(BROKEN)
    assert {width: words for width, words in broken.items() if words} == {}


@pytest.mark.parametrize("url", ["", "en/"])
@pytest.mark.parametrize("size", [(390, 844), (390, 664), (1280, 800)])
def test_the_first_screen_says_where_one_can_begin(page, served, url, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(served + url)
    bar = page.locator(".tools").bounding_box()
    room = bar["y"] if bar["y"] > 100 else size[1]
    errand = page.locator(".doors > h2" if size[1] < 800 else ".doors li strong").first
    below = errand.bounding_box()
    assert below["y"] + below["height"] < room
    if size[1] < 800:
        assert page.locator(".doors li").first.bounding_box()["y"] < room


@pytest.mark.parametrize("url", ["", "en/"])
def test_each_reader_has_a_way_that_a_thumb_can_hit(page, served, url):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served + url)
    ways = page.locator(".ways a")
    expect(ways).to_have_count(5)
    for way in ways.all():
        assert way.bounding_box()["height"] >= 44


@pytest.mark.parametrize("width", [1280, 1920])
@pytest.mark.parametrize("url", ["", "en/"])
def test_no_column_is_left_half_empty_on_a_wide_screen(page, served, url, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served + url)
    left, right = page.locator(".columns > div").evaluate_all(
        "all => all.map(box => box.lastElementChild.getBoundingClientRect().bottom"
        " - box.getBoundingClientRect().top)"
    )
    assert min(left, right) > 0.6 * max(left, right)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_wheel_is_read_in_the_colours_that_a_reader_forces_on_pages(chromium, served, scheme):
    context = chromium.new_context(forced_colors="active", color_scheme=scheme)
    page = context.new_page()
    page.goto(served)
    colour = "(element, name) => getComputedStyle(element)[name]"
    ground = page.locator(".hero").evaluate(colour, "backgroundColor")
    part = page.locator(".wheel .phase path").first.evaluate(colour, "fill")
    for text, behind in ((".label", ground), (".number", part), (".parties text", ground)):
        fills = page.locator(f".wheel {text}").evaluate_all(
            "all => all.map(text => getComputedStyle(text).fill)"
        )
        assert len(fills) >= 3
        assert all(contrast(fill, behind) >= 4.5 for fill in fills), (text, fills, behind)
    context.close()
