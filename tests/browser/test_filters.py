"""Filters narrow the lists that data make; without scripts all is shown."""

import re

from playwright.sync_api import expect

ROWS = "table[data-list=municipalities] tbody tr"


def test_municipalities_are_narrowed_by_status_and_shown_again(page, served):
    page.goto(served + "kommuner/")
    everyone = page.locator(ROWS).count()
    page.get_by_label("Status").select_option("trial")
    expect(page.locator(f"{ROWS}:visible")).to_have_count(3)
    expect(page.locator("form.filters output")).to_have_text(f"Viser 3 av {everyone}")
    expect(
        page.get_by_text("Andre kommuner med trepartssamarbeid, som ikke var modellkommuner")
    ).to_be_hidden()
    page.get_by_role("button", name="Vis alle").click()
    expect(page.locator(f"{ROWS}:visible")).to_have_count(everyone)


def test_publications_are_narrowed_by_kind_language_and_words(page, served):
    page.goto(served + "en/publications/")
    items = page.locator("section.publications li")
    everything = items.count()
    page.get_by_label("Type").select_option("report")
    reports = page.locator("section.publications li:visible").count()
    assert 0 < reports < everything
    page.get_by_label("Contains").fill("evaluering")
    expect(page.locator("section.publications li:visible").first).to_contain_text("Evaluering")
    page.get_by_label("Contains").fill("no such words")
    expect(page.locator("form.filters output")).to_have_text(f"Showing 0 of {everything}")


def test_without_scripts_everything_is_shown_and_no_dead_form(chromium, served):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "kommuner/")
    expect(page.locator("form.filters")).to_be_hidden()
    expect(page.locator(f"{ROWS}:visible")).to_have_count(page.locator(ROWS).count())
    context.close()


def test_the_number_shown_is_announced(page, served):
    page.goto(served + "kommuner/")
    output = page.get_by_role("status").filter(has_text=re.compile("Viser"))
    expect(output).to_have_count(1)
