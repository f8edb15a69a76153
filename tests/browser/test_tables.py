"""Tables and forms fit their columns, on every page that has one, in both languages."""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import expect

WIDTHS = [390, 834, 1280, 1920]
NARROWEST = 320

# What of a table lies outside its box, with the words that a reader would miss.
OUTSIDE = """[...document.querySelectorAll("main table")].flatMap((table) => {
  const box = (table.closest(".table") ?? table).getBoundingClientRect();
  return [...table.querySelectorAll("th, td, caption")]
    .map((cell) => [cell.getBoundingClientRect(), cell.textContent.trim().slice(0, 40)])
    .filter(([cell]) => cell.width > 2 && (cell.right > box.right + 1 || cell.left < box.left - 1))
    .map(([, text]) => text);
})"""
# Cells where a word is cut between two letters, because it has no place for a hyphen.
CUT = """[...document.querySelectorAll("main :is(th, td)")].filter((cell) => {
  // Heads that only screen readers have lie in a box of one pixel.
  const unseen = cell.closest("thead")?.getBoundingClientRect().width <= 1;
  if (unseen || !cell.clientWidth || cell.querySelector("code, a[href^=http]")) return false;
  cell.style.overflowWrap = "normal";
  const cut = cell.scrollWidth > cell.clientWidth + 1;
  cell.style.overflowWrap = "";
  return cut;
}).map((cell) => cell.textContent.trim().slice(0, 40))"""


@dataclass
class Faults:
    """What is outside its box, and cut, by width and address."""

    outside: dict[tuple[int, str], list[str]] = field(default_factory=dict)
    cut: dict[tuple[int, str], list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def faults(chromium, served, site, pages) -> Faults:
    """Every page with a table, at each width."""
    tables = [
        each["url"]
        for each in pages
        if "<table" in (site / each["url"] / "index.html").read_text(encoding="utf-8")
    ]
    assert len(tables) > 60
    found = Faults()
    context = chromium.new_context(locale="nb-NO")
    page = context.new_page()
    for url in tables:
        page.goto(served + url, wait_until="domcontentloaded")
        for width in (NARROWEST, *WIDTHS):
            page.set_viewport_size({"width": width, "height": 900})
            if outside := page.evaluate(OUTSIDE):
                found.outside[width, url] = outside
            if cut := page.evaluate(CUT):
                found.cut[width, url] = cut
    context.close()
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_no_column_lies_outside_its_box_and_no_word_is_cut(faults, width):
    for found in (faults.outside, faults.cut):
        assert {at: what for at, what in found.items() if at[0] == width} == {}


def test_no_table_scrolls_in_its_box_on_the_narrowest_phone(faults):
    assert {at: what for at, what in faults.outside.items() if at[0] == NARROWEST} == {}


@pytest.mark.parametrize("url", ["lov-og-avtale/", "en/law-and-agreement/"])
def test_on_a_phone_each_cell_of_a_wide_table_says_what_it_is_about(page, served, url):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + url)
    cell = page.locator(".cards td[data-label]:not(.brief)").first
    head = cell.get_attribute("data-label")
    shown = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert shown == f'"{head}"'
    assert page.locator(".cards thead th").all_inner_texts()[1].replace("\u00ad", "") == head


def test_on_a_phone_a_form_is_told_in_words_with_the_way_to_its_files(page, served):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + "verktoy/partskart/")
    expect(page.locator("#form ~ .form-grid").first).to_be_hidden()
    told = page.locator(".form-preview")
    expect(told.nth(1)).to_contain_text("forventer eller frykter (S/G)")
    expect(told.nth(1).get_by_role("listitem").first).to_be_hidden()
    told.nth(1).locator("summary").click()
    expect(told.nth(1)).to_contain_text("Folkevalgte, opposisjonen")
    told.first.get_by_role("link", name="Last det ned").click()
    expect(page.locator(".downloads-box")).to_be_in_viewport()


@pytest.mark.parametrize("width", [834, 1280])
def test_where_there_is_room_the_form_itself_is_shown(page, served, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served + "verktoy/partskart/")
    expect(page.locator("#form ~ .form-grid").first).to_be_visible()
    expect(page.locator(".form-preview:visible")).to_have_count(0)


def test_a_form_is_printed_whole_and_without_its_preview(page, served):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + "verktoy/partskart/")
    page.emulate_media(media="print")
    expect(page.locator("#form ~ .form-grid").first).to_be_visible()
    expect(page.locator(".form-preview:visible")).to_have_count(0)
