"""A reader with a workshop on Monday meets the steps first, and finds what lies beneath them."""

import pytest
from playwright.sync_api import expect

PHONE = {"width": 390, "height": 844}
SCREENS = 2
TOP = "element => element.getBoundingClientRect().top + scrollY"


def test_the_steps_of_every_phase_begin_within_two_screens_of_a_phone(page, served, pages):
    page.set_viewport_size(PHONE)
    begins = {}
    for each in pages:
        if each["kind"] == "phase":
            page.goto(served + each["url"])
            page.evaluate("document.fonts.ready")
            begins[each["url"]] = page.locator("#suggestion").evaluate(TOP)
    assert len(begins) == 14
    assert {url: top for url, top in begins.items() if top > SCREENS * PHONE["height"]} == {}


@pytest.mark.parametrize("anchor", ["documented", "research", "unknown"])
@pytest.mark.parametrize("script", [True, False])
def test_an_old_address_shows_the_link_to_where_its_text_has_gone(chromium, served, anchor, script):
    context = chromium.new_context(java_script_enabled=script, viewport=PHONE)
    page = context.new_page()
    page.goto(served + f"faser/forankring/#{anchor}")
    link = page.locator(f"#{anchor}")
    expect(link).to_be_in_viewport()
    link.click()
    expect(page).to_have_url(served + f"faser/forankring/kunnskap/#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    context.close()


def test_the_two_pages_of_a_phase_lead_to_each_other_by_keyboard(page, served):
    page.goto(served + "en/phases/anchoring/")
    both = page.get_by_role("navigation", name="The two pages of the phase")
    expect(both.locator("[aria-current=page]")).to_have_text("How to do it")
    both.get_by_role("link", name="The knowledge behind it").press("Enter")
    expect(page).to_have_url(served + "en/phases/anchoring/knowledge/")
    both.get_by_role("link", name="How to do it").press("Enter")
    expect(page).to_have_url(served + "en/phases/anchoring/")
