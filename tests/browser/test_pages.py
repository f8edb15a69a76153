"""Pages as readers meet them: without scripts, on a phone, in other colours, on paper."""

import pytest
from playwright.sync_api import expect

ONE_OF_EACH = (
    "",
    "faser/forankring/",
    "kommuner/",
    "en/municipalities/steinkjer/",
    "publikasjoner/",
)


def test_a_page_is_whole_without_scripts(chromium, served):
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 375, "height": 800}
    )
    page = context.new_page()
    page.goto(served + "faser/forankring/")
    expect(page.get_by_role("navigation", name="Hovedmeny").get_by_text("Kommuner")).to_be_visible()
    expect(page.get_by_role("link", name="English")).to_be_visible()
    page.get_by_role("link", name="Søk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alle sider")
    context.close()


def test_the_menu_on_a_phone_opens_and_closes_by_keyboard(page, served):
    page.set_viewport_size({"width": 375, "height": 700})
    page.goto(served + "metoden/")
    menu = page.get_by_role("button", name="Meny")
    link = page.get_by_role("navigation", name="Hovedmeny").get_by_role("link", name="Kommuner")
    expect(link).to_be_hidden()
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(menu).to_be_focused()


def test_colours_follow_the_device_until_the_reader_chooses(chromium, served):
    context = chromium.new_context(color_scheme="dark", locale="nb-NO")
    page = context.new_page()
    background = "getComputedStyle(document.body).backgroundColor"
    page.goto(served)
    dark = page.evaluate(background)
    button = page.get_by_role("button", name="Utseende:")
    expect(button).to_contain_text("som på enheten")
    button.click()
    expect(button).to_contain_text("lyst")
    light = page.evaluate(background)
    assert light != dark
    page.reload()
    assert page.evaluate(background) == light
    button.click()
    assert page.evaluate(background) == dark
    context.close()


@pytest.mark.parametrize("url", ONE_OF_EACH)
def test_printed_pages_leave_the_navigation_out(page, served, url):
    page.goto(served + url)
    page.emulate_media(media="print")
    expect(page.locator("article")).to_be_visible()
    for part in (".sections", ".tools", ".bottom", ".section-nav", ".toc", ".pagination"):
        for found in page.locator(part).all():
            expect(found).to_be_hidden()
