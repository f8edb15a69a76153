"""What is ticked in a checklist is there the next time, in this browser alone."""

import pytest
from playwright.sync_api import expect

from scripts.web.hashed_names import hashed_path

SCRIPT = "assets/js/ticks.js"
BOXES = ".task-list-item input"
LINE = "[data-ticks]"
REFUSED = """Object.defineProperty(window, "localStorage", {
  get() { throw new Error("no"); }
})"""


def test_ticks_outlive_a_reload_and_are_taken_away_by_a_button(page, served):
    page.goto(served + "faser/avtale/")
    expect(page.locator(LINE)).to_be_hidden()
    page.locator(BOXES).nth(1).check()
    expect(page.locator(LINE)).to_be_visible()
    page.reload()
    expect(page.locator(BOXES).nth(1)).to_be_checked()
    expect(page.locator(f"{BOXES}:checked")).to_have_count(1)
    page.get_by_role("button", name="Fjern kryssene").click()
    expect(page.locator(f"{BOXES}:checked")).to_have_count(0)
    expect(page.locator(BOXES).first).to_be_focused()
    expect(page.locator(LINE)).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_each_page_keeps_its_own_ticks(page, served):
    page.goto(served + "faser/avtale/")
    page.locator(BOXES).first.check()
    page.goto(served + "en/phases/implementation/")
    expect(page.locator(f"{BOXES}:checked")).to_have_count(0)
    page.locator(BOXES).first.check()
    page.get_by_role("button", name="Clear the ticks").click()
    page.goto(served + "faser/avtale/")
    expect(page.locator(BOXES).first).to_be_checked()


@pytest.mark.parametrize("kept", ["no list", "[1]", "null", '{"phase-2-agreement/nb": 3}'])
def test_what_others_wrote_into_the_browser_ticks_nothing_and_breaks_nothing(
    page, watch, served, kept
):
    page.goto(served + "404.html")
    page.evaluate("kept => localStorage.setItem('mkm.ticks', kept)", kept)
    page.goto(served + "faser/avtale/")
    page.locator(BOXES).first.check()
    expect(page.locator(LINE)).to_be_visible()
    expect(page.locator(f"{BOXES}:checked")).to_have_count(1)
    assert watch.errors == []


def test_nothing_is_promised_where_the_browser_keeps_nothing(page, watch, served, site):
    page.add_init_script(REFUSED)
    page.goto(served + "faser/avtale/")
    # Once it is at work, a tick is answered at once.
    page.evaluate(f"import('/{hashed_path(site, SCRIPT)}')")
    page.locator(BOXES).first.check()
    expect(page.locator(LINE)).to_be_hidden()
    expect(page.locator(BOXES).first).to_be_checked()
    assert watch.errors == []


def test_ticks_of_points_that_only_another_edition_has_are_kept(page, served):
    page.goto(served + "404.html")
    kept = '{"phase-2-agreement/nb": ["Et punkt som bare sto der før."]}'
    page.evaluate("kept => localStorage.setItem('mkm.ticks', kept)", kept)
    page.goto(served + "faser/avtale/")
    page.locator(BOXES).first.check()
    assert "Et punkt som bare sto der" in page.evaluate("localStorage.getItem('mkm.ticks')")
