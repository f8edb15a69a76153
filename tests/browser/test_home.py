"""The first thing most readers see: a title that is whole, and a wheel that can be read."""

import pytest

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
