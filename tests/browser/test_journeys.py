"""What readers come for, done with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

# Readers of whole lists by Tab alone get this far, and further they should not have to go.
FURTHEST = 120


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press Tab until the target has the focus, as a reader would."""
    expect(target).to_be_visible()
    for _ in range(FURTHEST):
        page.keyboard.press(key)
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{FURTHEST} presses of {key} did not reach {target}")


def follow(page: Page, target: Locator) -> None:
    tab_to(page, target)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("home", "doors", "phases", "phase", "cite"),
    [
        ("", "Hovedmeny", "Faser", "Forankring", "Siter denne siden"),
        ("en/", "Main menu", "Phases", "Winning support (anchoring)", "Cite this page"),
    ],
)
def test_a_phase_guide_is_found_from_home_and_its_files_are_reached(
    page, served, home, doors, phases, phase, cite
):
    page.goto(served + home)
    follow(page, page.get_by_role("navigation", name=doors).get_by_role("link", name=phases))
    expect(page.get_by_role("heading", level=1)).not_to_have_text(phase)
    # The wheel says "Fase 1: Forankring", lists the name alone; terms are words in sentences.
    guide = re.compile(rf"^(\w+ 1: )?{re.escape(phase)}$")
    follow(page, page.get_by_role("main").get_by_role("link", name=guide).first)
    expect(page.get_by_role("heading", level=1)).to_contain_text(phase)
    # The files stand at the end of the page, which is near when one walks backwards.
    tab_to(page, page.get_by_role("main").get_by_text(cite, exact=True).first, "Shift+Tab")
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("link", name="BibTeX"))


def test_the_language_is_switched_and_the_page_stays(page, served):
    page.goto(served + "kommuner/steinkjer/")
    follow(page, page.get_by_role("link", name="English", exact=True))
    expect(page).to_have_url(served + "en/municipalities/steinkjer/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Steinkjer")
    follow(page, page.get_by_role("link", name="Norsk", exact=True))
    expect(page).to_have_url(served + "kommuner/steinkjer/")


def test_the_list_of_publications_is_narrowed_to_one_and_that_one_opened(page, served):
    page.goto(served + "en/publications/")
    tab_to(page, page.get_by_label("Search the list"))
    page.keyboard.type("Model Municipality Methodology")
    expect(page.get_by_role("status").filter(has_text="Showing")).to_contain_text("of")
    shown = page.locator("[data-list=publications] > li:visible")
    expect(shown.first).to_contain_text("Model Municipality Methodology")
    name = "Model Municipality Methodology"
    follow(page, page.locator("[data-list]").get_by_role("link", name=name, exact=True).first)
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_a_note_is_read_left_and_followed_and_leads_back(page, served):
    # Two smooth scrolls at once, to the focus and to the place, would race.
    page.emulate_media(reduced_motion="reduce")
    page.goto(served + "en/method/history/")
    note = page.get_by_role("main").get_by_role("link", name="source 1").first
    tab_to(page, note)
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_visible()
    expect(note).to_have_accessible_description(tip.inner_text())
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(note).to_be_focused()
    page.keyboard.press("Enter")
    reference = page.locator(":target")
    expect(reference).to_be_in_viewport()
    assert note.get_attribute("href") == f"#{reference.get_attribute('id')}"
    # Tab goes on from the reference, so that its way back is the next or nearly the next stop.
    follow(page, reference.get_by_role("link", name="Back to citation 1").first)
    expect(page.locator(":target")).to_be_in_viewport()
    # The next stop is the note that was left, or what comes after it.
    page.keyboard.press("Tab")
    expect(note).to_be_focused()


@pytest.mark.parametrize("width", [320, 390])
def test_the_menu_of_a_phone_is_opened_used_and_closed(page, served, width):
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(served + "metoden/")
    menu = page.get_by_role("button", name="Meny")
    links = page.get_by_role("navigation", name="Hovedmeny")
    expect(links).to_be_hidden()
    follow(page, menu)
    expect(menu).to_have_attribute("aria-expanded", "true")
    tab_to(page, links.get_by_role("link", name="Kommuner"))
    page.keyboard.press("Escape")
    expect(links).to_be_hidden()
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Space")
    follow(page, links.get_by_role("link", name="Kommuner"))
    expect(page).to_have_url(served + "kommuner/")


def test_a_table_of_many_columns_is_cards_on_a_phone_and_none_is_scrolled(page, served):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(served + "lov-og-avtale/")
    cards = page.get_by_role("group", name="Kort fortalt")
    assert cards.locator("td").count() > 10
    assert cards.evaluate("element => element.scrollWidth <= element.clientWidth")
    page.goto(served + "tidslinje/")
    page.locator("details").evaluate_all("boxes => boxes.forEach((box) => { box.open = true; })")
    table = page.get_by_role("group", name="Andre programmer og bakgrunn, år for år")
    assert table.locator("td").count() > 5
    assert table.evaluate("element => element.scrollWidth <= element.clientWidth")
