"""Quiet marks: what the text shows, and what it shows to those who switch source marks on."""

import re

import pytest
from playwright.sync_api import expect

from scripts.web.hashed_names import hashed_path

URL = "kommuner/steinkjer/"
SCRIPT = "assets/js/source-marks.js"
SWITCH = "[data-source-marks]"
LETTERS = re.compile(r"\d[FOPKARCM][●◐○]")
SHOWN = "element => element.checkVisibility()"
# What Tab stops at, for notes, terms and marks.
STOPS = """() => [...document.querySelectorAll(
    "article :is(.cite a, .backs a, .term, .mark, .ours, .editorial-note a)"
)].filter((each) => each.tabIndex >= 0 && each.checkVisibility()).length"""


def notes(page):
    return " ".join(page.locator("article .cite").all_text_contents())


def switch_on(page):
    """The button answers at once; the marks stand there when their script has come."""
    page.locator(f"article {SWITCH}").click()
    expect(page.locator("html")).to_have_attribute("data-marked", "")


def test_a_text_shows_numbers_alone_until_source_marks_are_switched_on(page, served):
    page.goto(served + URL)
    assert not LETTERS.search(notes(page))
    own = page.locator("article :is(.mark, .editorial-note)", has_text=re.compile("vår|Vår"))
    assert own.count() > 2
    assert not any(each.evaluate(SHOWN) for each in own.all())
    switch_on(page)
    expect(page.locator(f"article {SWITCH}")).to_have_attribute("aria-pressed", "true")
    for group in page.locator("article .cite").all():
        assert len(LETTERS.findall(group.text_content())) == group.locator("a").count() > 0
    assert all(each.evaluate(SHOWN) for each in own.all())
    first = page.locator("article .cite a").first
    assert re.fullmatch(
        r"kilde 1[A-Z], .+, (Lest|Bare|Kjent) .+", first.get_attribute("aria-label")
    )


def test_a_range_is_written_out_with_source_marks_on_and_shortened_again(page, served):
    page.goto(served + URL)
    before = notes(page)
    group = page.locator("article .cite", has_text="–").first
    first, last = (int(link.inner_text()) for link in group.locator("a").all())
    switch_on(page)
    expect(page.locator(".facts .letter").first).to_be_visible()
    assert page.locator(".cite", has_text="–").count() == 0
    assert page.locator(f".cite a[href='#ref-{last - 1}']").count() > 0
    page.locator(f"article {SWITCH}").click()
    expect(page.locator(".letter")).to_have_count(0)
    assert notes(page) == before
    assert first < last


def test_the_switch_works_by_keyboard_and_is_remembered_on_other_pages(page, served):
    page.goto(served + URL)
    page.locator(f"footer {SWITCH}").focus()
    page.keyboard.press("Space")
    expect(page.locator(f"article {SWITCH}")).to_have_attribute("aria-pressed", "true")
    page.goto(served + "en/municipalities/moss/")
    expect(page.locator("article .letter").first).to_be_visible()
    expect(page.locator(f"footer {SWITCH}")).to_have_attribute("aria-pressed", "true")
    page.locator(f"footer {SWITCH}").click()
    page.reload()
    expect(page.locator("article .letter")).to_have_count(0)


def test_a_choice_holds_though_its_script_is_slow_or_the_reader_leaves(page, served, site):
    held = []
    page.route("**/source-marks.*.js", lambda route: held.append(route))
    page.goto(served + URL)
    switch = page.locator(f"article {SWITCH}")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    page.unroute("**/source-marks.*.js")
    page.reload()
    expect(page.locator("article .letter").first).to_be_visible()
    held.clear()
    page.route("**/source-marks.*.js", lambda route: held.append(route))
    page.reload()
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    for route in held:
        route.continue_()
    page.unroute("**/source-marks.*.js")
    page.wait_for_function(f"import('/{hashed_path(site, SCRIPT)}')")
    expect(page.locator("article .letter")).to_have_count(0)
    page.reload()
    expect(page.locator(f"footer {SWITCH}")).to_have_attribute("aria-pressed", "false")


def test_where_nothing_may_be_stored_the_switch_works_on_the_page(chromium, served):
    context = chromium.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
    )
    page = context.new_page()
    page.goto(served + URL)
    switch_on(page)
    expect(page.locator("article .letter").first).to_be_visible()
    context.close()


def test_without_scripts_no_switch_is_offered(chromium, served):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + URL)
    assert page.locator(SWITCH).count() == 2
    for switch in page.locator(SWITCH).all():
        expect(switch).to_be_hidden()
    context.close()


@pytest.mark.parametrize("on", [False, True])
def test_paper_shows_the_letters_when_the_screen_does(page, served, on):
    page.goto(served + URL)
    if on:
        page.locator(f"article {SWITCH}").click()
        expect(page.locator("article .letter").first).to_be_visible()
    page.emulate_media(media="print")
    letter = page.locator("article .letter")
    assert (letter.count() > 0) is on
    assert all(each.evaluate(SHOWN) for each in letter.all())
    assert page.locator(".editorial-note").first.evaluate(SHOWN) is on
    expect(page.locator(f"article {SWITCH}")).to_be_hidden()
    expect(page.locator("article .note-key").first).to_be_visible()


@pytest.mark.parametrize(
    ("url", "most"),
    [("faser/forankring/", 100), ("en/phases/anchoring/", 100), ("kommuner/steinkjer/", 60)],
)
def test_marks_and_terms_take_few_stops_of_the_tab_key(page, served, url, most):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(served + url)
    assert page.evaluate(STOPS) <= most
