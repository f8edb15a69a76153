"""Editions: an old one says so, and each leads to the same page in the others."""

from playwright.sync_api import expect

OLD_NO = "Dette er en eldre utgave av kunnskapsbasen."
OLD_EN = "This is an older edition of the knowledge base."


def test_an_old_edition_says_so_in_the_language_of_the_page(page, editions):
    page.goto(editions + "1.9/faser/")
    expect(page.get_by_text(OLD_NO)).to_be_visible()
    page.goto(editions + "1.9/en/phases/")
    expect(page.get_by_text(OLD_EN)).to_be_visible()


def test_the_latest_edition_says_nothing(page, editions):
    for edition in ("latest", "1.10"):
        page.goto(editions + edition + "/faser/")
        page.wait_for_load_state("networkidle")
        expect(page.get_by_text(OLD_NO)).to_be_hidden()


def test_an_old_page_leads_to_the_same_page_in_the_latest_although_its_address_changed(
    page, editions
):
    page.goto(editions + "1.9/en/method/the-past/#trials")
    link = page.get_by_role("link", name="Read this page in the latest edition")
    expect(link).to_have_attribute("href", editions + "latest/en/method/history/#trials")
    link.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page).to_have_url(editions + "latest/en/method/history/#trials")


def test_a_page_that_the_latest_edition_lacks_leads_to_its_home(page, editions):
    page.goto(editions + "1.9/kommuner/ovre-eiker/")
    link = page.get_by_role("link", name="Les denne siden i nyeste utgave")
    expect(link).to_have_attribute("href", editions + "latest/")


def test_the_selector_keeps_page_and_language(page, watch, editions):
    page.goto(editions + "latest/en/method/history/")
    page.get_by_text("Edition 1.10", exact=True).click()
    older = page.get_by_role("link", name="1.9")
    expect(older).to_have_attribute("href", editions + "1.9/en/method/the-past/")
    expect(page.get_by_role("link", name="1.10 (this one)")).to_be_visible()
    older.click()
    expect(page.locator("html")).to_have_attribute("data-edition", "1.9")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert watch.failed == []
    assert watch.errors == []


def test_the_selector_opens_by_keyboard(page, editions):
    page.goto(editions + "latest/faser/")
    summary = page.locator("[data-editions] summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.locator("[data-editions][data-ready]").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("1.10")


def test_a_selector_that_was_opened_before_its_script_came_is_filled(page, editions):
    held = []
    page.route("**/versions.json", lambda route: held.append(route))
    page.goto(editions + "latest/faser/")
    page.locator("[data-editions] summary").click()
    expect(page.locator("[data-editions]")).to_have_attribute("open", "")
    page.wait_for_timeout(100)  # The event that tells of it has gone by.
    held[0].continue_()
    expect(page.get_by_role("link", name="1.9")).to_be_visible()


def test_without_scripts_the_latest_edition_is_one_link_away(chromium, editions):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(editions + "1.9/faser/")
    page.locator("[data-editions] summary").click()
    page.get_by_role("link", name="Til nyeste utgave").click()
    expect(page).to_have_url(editions + "latest/faser/")
    context.close()


def test_each_edition_searches_its_own_pages(page, editions):
    page.goto(editions + "1.9/en/#q=history")
    result = page.locator("[data-search-results] a[href*='the-past']").first
    expect(result).to_be_visible()
    assert "/mkm/1.9/en/method/the-past/" in result.get_attribute("href")


def test_an_address_of_before_leads_on_with_its_heading_and_query(page, watch, editions):
    page.goto(editions + "latest/en/method/the-past/?q=trials#trials", wait_until="commit")
    page.wait_for_url(editions + "latest/en/method/history/?q=trials#trials")
    assert watch.errors == []


def test_an_address_of_before_leads_on_without_scripts(chromium, editions):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(editions + "latest/en/method/the-past/", wait_until="commit")
    page.wait_for_url(editions + "latest/en/method/history/")
    context.close()


def test_a_permanent_link_leads_to_the_newest_edition_in_the_language_of_the_reader(page, editions):
    page.goto(editions + "id/method-history/?from=paper#trials", wait_until="commit")
    expect(page).to_have_url(editions + "latest/metoden/historie/?from=paper#trials")
    # The language chosen on the site comes before that of the browser.
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto(editions + "id/term-arbeidsgruppe/", wait_until="commit")
    expect(page).to_have_url(editions + "latest/en/glossary/#term-arbeidsgruppe")
    # An id that an earlier edition had for a page that has another one now.
    page.goto(editions + "id/municipality-older/", wait_until="commit")
    expect(page).to_have_url(editions + "latest/en/municipalities/ovre-eiker/")


def test_a_permanent_link_leads_to_norwegian_without_scripts(chromium, editions):
    context = chromium.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(editions + "id/term-arbeidsgruppe/", wait_until="commit")
    expect(page).to_have_url(editions + "latest/ordliste/#term-arbeidsgruppe")
    context.close()
