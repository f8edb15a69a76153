"""Tables and forms on phones, in windows and on paper; that all fit is in test_every_page."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("url", ["lov-og-avtale/", "en/law-and-agreement/"])
def test_on_a_phone_each_cell_of_a_wide_table_says_what_it_is_about(page, served, url):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + url)
    cell = page.locator(".cards td[data-label]").first
    head = cell.get_attribute("data-label")
    shown = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert shown == f'"{head}"'
    assert page.locator(".cards thead th").all_inner_texts()[1].replace("\u00ad", "") == head


def test_on_a_phone_a_form_is_told_in_words_with_its_files(page, served):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + "verktoy/partskart/")
    expect(page.locator("#form ~ .form-grid").first).to_be_hidden()
    told = page.locator(".form-preview")
    expect(told.nth(1)).to_contain_text("Forventer eller frykter (S/G)")
    expect(told.nth(1)).to_contain_text("Folkevalgte, opposisjonen")
    files = told.first.get_by_role("link")
    assert [each.get_attribute("type").rpartition(".")[2] for each in files.all()] == [
        "application/pdf",
        "document",
    ]


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
