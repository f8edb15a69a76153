"""The pictures made from data in a real browser: keyboard, phones, paper and dark rooms."""

import re
from itertools import combinations

import pytest
from playwright.sync_api import expect

from tests.browser.pages import STYLED, drawn_in_the_typeface, go_to_its_letters

PAGES = ("kommuner/", "en/municipalities/", "tidslinje/", "en/timeline/")
RECTANGLES = """elements => elements.map(element => {
  const box = element.getBoundingClientRect();
  return [element.textContent, box.left, box.top, box.right, box.bottom];
})"""
# The corners of the boxes of texts, which may lean, in the order round them.
BOXES = """elements => elements.map(element => {
  const { x, y, width, height } = element.getBBox();
  const corners = [[x, y], [x + width, y], [x + width, y + height], [x, y + height]];
  const placed = corners.map(([left, top]) => {
    const point = new DOMPoint(left, top).matrixTransform(element.getScreenCTM());
    return [point.x, point.y];
  });
  return [element.textContent, placed];
})"""
# How many pixels high the letters of each visible text are set.
LETTERS = """elements => elements.filter(element => element.checkVisibility()).map(element =>
  parseFloat(getComputedStyle(element).fontSize)
    * Math.hypot(element.getScreenCTM().a, element.getScreenCTM().b))"""


def overlapping(boxes):
    return [
        (first, second)
        for (first, corners), (second, others) in combinations(boxes, 2)
        if not apart(corners, others) and not apart(others, corners)
    ]


def apart(corners, others):
    """Whether all of the others lie beyond one of the edges between the corners."""
    edges = zip(corners, corners[1:] + corners[:1], strict=True)
    return any(
        all((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) <= 0 for x, y in others)
        for (x1, y1), (x2, y2) in edges
    )


@pytest.mark.parametrize(
    ("url", "name", "target"),
    [
        ("kommuner/", "Steinkjer, forsøkskommune", "kommuner/steinkjer/"),
        ("en/municipalities/", "Moss, model municipality", "en/municipalities/moss/"),
    ],
)
def test_a_place_on_the_map_is_reached_by_keyboard_and_leads_to_its_page(
    page, served, url, name, target
):
    page.goto(served + url)
    link = page.locator("svg.map").get_by_role("link", name=name, exact=True)
    ring = "element => getComputedStyle(element.querySelector('.reach')).stroke"
    before = link.evaluate(ring)
    page.locator("svg.map a").first.focus()
    for _ in range(6):
        if link.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(link).to_be_focused()
    assert link.evaluate(ring) != before
    page.keyboard.press("Enter")
    page.wait_for_url(served + target)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_mark_of_the_timeline_leads_to_its_row(page, served, width):
    page.set_viewport_size({"width": width, "height": 800})
    # Two smooth scrolls at once, to the focus and to the row, would race.
    page.emulate_media(reduced_motion="reduce")
    page.goto(served + "tidslinje/")
    link = page.locator(".picture").get_by_role("link", name=re.compile(r"^\d+\. 2005: Metodeboka"))
    expect(link).to_have_count(1)
    link.focus()
    page.keyboard.press("Enter")
    row = page.locator("tr:target")
    expect(row).to_contain_text("skrevet av Knut Stranden")
    expect(row).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 375, 479, 480, 639, 640, 768, 1280])
def test_one_drawing_of_the_timeline_is_shown_at_each_width(page, served, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served + "tidslinje/")
    shown = [
        name
        for name in ("timeline-wide", "timeline-upright")
        if page.locator(f"svg.{name}").is_visible()
    ]
    assert shown == ["timeline-upright" if width < 640 else "timeline-wide"]


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize("width", [320, 480, 640, 1280])
def test_letters_are_at_least_eleven_pixels_and_meet_no_other_letters(page, served, url, width):
    page.set_viewport_size({"width": width, "height": 800})
    go_to_its_letters(page, served + url)
    texts = page.locator(".picture svg text:visible")
    sizes = texts.evaluate_all(LETTERS)
    assert sizes
    assert min(sizes) >= 11
    assert overlapping(texts.evaluate_all(BOXES)) == []


@pytest.mark.parametrize("url", ["om/kildekritikk/", "en/about/source-criticism/"])
def test_a_class_of_sources_is_named_with_air_before_its_line(page, served, url):
    page.goto(served + url)
    picture = page.locator("[data-list=source-years] svg.drawn-wide")
    names = picture.locator("text[x='0']").evaluate_all(RECTANGLES)
    lines = picture.locator(".time-line").evaluate_all(RECTANGLES)
    assert len(names) == len(lines) == 5
    for name, line in zip(names, lines, strict=True):
        assert name[3] + 6 < line[1], name[0]


@pytest.mark.parametrize("url", PAGES)
def test_a_picture_does_not_scroll_sideways_on_the_narrowest_phone(page, served, url):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(served + url)
    parts = page.locator(".picture, .picture > *:visible, .picture text:visible")
    for _, left, _, right, _ in parts.evaluate_all(RECTANGLES):
        assert left >= 0
        assert right <= 320


@pytest.mark.parametrize("letters", ["Source Sans 3", "Sans fallback"])
def test_names_on_the_map_take_no_more_room_than_was_kept_for_them(page, served, letters):
    page.set_viewport_size({"width": 320, "height": 800})
    go_to_its_letters(page, served + "kommuner/")
    page.evaluate(STYLED, f"svg.map text {{ font-family: '{letters}', Arial !important }}")
    # Two frames: what was to be drawn in the first is there in the second.
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert drawn_in_the_typeface(page, "svg.map text") == (letters == "Source Sans 3")
    # Letters are set on whole pixels, each of which is about two units at this width.
    too_wide = page.locator("svg.map .place").evaluate_all(
        """places => places.filter(place => {
          const text = place.querySelector("text").getBBox();
          const room = place.querySelector(".reach").getBBox();
          return text.x < room.x - 3 || text.x + text.width > room.x + room.width + 3;
        }).map(place => place.textContent)"""
    )
    assert too_wide == []


def test_signs_of_a_key_are_told_apart_without_colour(page, served):
    page.goto(served + "kommuner/")
    # The map has a sign for each kind, the picture of evidence one for each of who tells.
    for picture, signs in (("municipality-map", 2), ("evidence-map", 3)):
        looks = page.locator(f"[data-list='{picture}'] .key svg").evaluate_all(
            """signs => signs.map(sign => [...sign.querySelectorAll("path")].map(path => {
              const style = getComputedStyle(path);
              return path.getAttribute("d") + (style.fill === style.stroke ? " filled" : " open");
            }).join())"""
        )
        assert len(looks) == len(set(looks)) == signs


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("url", ["kommuner/", "tidslinje/"])
def test_signs_stand_out_from_the_ground_in_both_schemes(chromium, served, url, scheme):
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(served + url)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    strokes = page.locator(".picture .sign").evaluate_all(
        "signs => [...new Set(signs.map(sign => getComputedStyle(sign).stroke))]"
    )
    context.close()
    assert all(contrast(stroke, ground) >= 4.5 for stroke in strokes), strokes


def contrast(first, second):
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_pictures_are_whole_without_scripts_and_on_paper(chromium, served):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(served + "kommuner/")
    expect(page.locator("svg.map .land")).to_be_visible()
    expect(page.locator("svg.map a")).to_have_count(6)
    page.goto(served + "tidslinje/")
    expect(page.locator("svg.timeline-wide")).to_be_visible()
    expect(page.locator("svg.timeline-upright")).to_be_hidden()
    context.close()
