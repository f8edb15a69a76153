"""A reader with a workshop on Monday meets the steps first, and finds what lies beneath them."""

import subprocess

import pytest
from playwright.sync_api import expect

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
TOP = "element => element.getBoundingClientRect().top + scrollY"


@pytest.mark.parametrize(("size", "furthest"), [(PHONE, 1.45), (DESK, 1.1)])
def test_the_steps_of_every_phase_begin_near_the_first_screen(page, served, pages, size, furthest):
    page.set_viewport_size(size)
    begins = {}
    for each in pages:
        if each["kind"] == "phase":
            page.goto(served + each["url"])
            page.evaluate("document.fonts.ready")
            begins[each["url"]] = page.locator("#suggestion").evaluate(TOP)
    assert len(begins) == 14
    assert {url: top for url, top in begins.items() if top > furthest * size["height"]} == {}


def folded(page):
    return page.locator("details.role").evaluate_all("all => all.map((each) => !each.open)")


def test_on_a_phone_who_does_what_is_folded_but_for_the_first_and_for_who_is_asked_for(
    page, served
):
    page.set_viewport_size(PHONE)
    page.goto(served + "faser/forankring/")
    assert folded(page) == [False, True, True, True, True]
    page.goto(served + "faser/forankring/#employees")
    page.reload()
    assert folded(page) == [False, True, False, True, True]
    page.set_viewport_size(DESK)
    page.wait_for_function("() => !document.querySelector('details.role:not([open])')")


def test_on_paper_and_without_scripts_who_does_what_stands_open(chromium, served, tmp_path):
    for script in (True, False):
        context = chromium.new_context(java_script_enabled=script, viewport=PHONE)
        page = context.new_page()
        page.goto(served + "faser/forankring/")
        page.pdf(path=tmp_path / "phase.pdf")
        command = ["pdftotext", "-raw", str(tmp_path / "phase.pdf"), "-"]
        text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert text.count("Bestemmer:") == 5
        assert any(folded(page)) == script
        context.close()


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
