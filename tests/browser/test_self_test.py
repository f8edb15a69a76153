"""The parties answer together, are told where to begin, and share that by its address."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

TEST = "faser/hvor-star-dere/"
ENGLISH = "en/phases/where-do-you-stand/"
# All is well as far as the agreement, on which the parties disagree; a condition is left over.
ANSWERS = (
    "#layoffs=no&refusal=no&one-matter=no&terms=partly&everyone-asked=yes&security=unsure"
    "&who-decides=yes"
)


def result(page):
    return page.locator("[data-self-test-result]")


def chosen(page):
    return page.locator(".self-test input:checked").evaluate_all(
        "found => found.map(each => each.name + '=' + each.value)"
    )


def test_answers_are_given_by_keyboard_and_lead_to_a_phase_that_the_address_keeps(
    page, served, watch
):
    page.goto(served + TEST)
    page.get_by_role("group", name="1. Er oppsigelser varslet").get_by_label("Ja").focus()
    page.keyboard.press("ArrowRight")
    for question in ("refusal", "one-matter", "terms"):
        # The notes and terms of its reason stand before its answers.
        while page.evaluate("document.activeElement.name") != question:
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        while page.evaluate("document.activeElement.value") != "no":
            page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Vis hvor dere står").press("Enter")
    heading = page.get_by_role("heading", name="Begynn med fase 1: Forankring")
    expect(heading).to_be_focused()
    expect(result(page)).to_contain_text("Forankringssamtale")
    expect(result(page)).not_to_contain_text("Partskart")
    said = result(page).inner_text()
    address = urlsplit(page.url)
    assert address.query == ""
    assert parse_qs(address.fragment) == {
        "layoffs": ["no"],
        "refusal": ["no"],
        "one-matter": ["no"],
        "terms": ["no"],
    }
    page.reload()
    expect(result(page)).to_be_visible()
    assert result(page).inner_text() == said
    assert len(chosen(page)) == 4
    assert watch.errors == []
    assert not any("layoffs" in url for url in watch.requests)


def test_a_shared_address_says_the_same_in_the_other_language(page, served):
    page.goto(served + TEST + ANSWERS)
    expect(result(page).get_by_role("heading")).to_have_text("Begynn med fase 2: Avtale")
    expect(result(page).get_by_role("link", name="Avtalemal")).to_be_visible()
    # What an earlier step let by, and what is not agreed on.
    expect(result(page).locator("[data-open] li")).to_have_count(1)
    expect(result(page).locator("[data-unsure] li")).to_have_count(1)
    page.locator("[data-language]").click()
    page.wait_for_url(f"**/{ENGLISH}{ANSWERS}")
    expect(result(page).get_by_role("heading")).to_have_text("Begin with phase 2: Agreement")


def test_a_link_to_a_heading_leads_there_and_leaves_the_answers_in_the_address(
    page, context, served
):
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.rstrip("/"))
    page.goto(served + TEST + ANSWERS)
    expect(result(page)).to_be_visible()
    page.locator("main p a[href='#questions']").click()
    page.wait_for_function("() => location.hash.startsWith('#layoffs=')")
    expect(page.locator("#questions")).to_be_in_viewport()
    expect(page).to_have_url(served + TEST + ANSWERS)
    assert page.locator("[data-language]").evaluate("each => each.hash") == ANSWERS
    result(page).locator("[name=copy]").click()
    expect(result(page).locator("output")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == served + TEST + ANSWERS
    # Where nothing is answered yet, a heading stays in the address.
    page.locator("#test-form [type=reset]").click()
    page.wait_for_function("() => !location.hash")
    page.locator("main p a[href='#questions']").click()
    expect(page).to_have_url(served + TEST + "#questions")


def test_not_now_says_what_to_do_first_and_when_to_come_back(page, served):
    page.goto(served + ENGLISH + "#layoffs=unsure")
    expect(result(page).get_by_role("heading")).to_contain_text("Not now")
    for words in ("Do first:", "Come back:"):
        expect(result(page)).to_contain_text(words)


def test_what_is_missing_is_told_and_reached_and_an_answer_that_changes_is_followed(page, served):
    page.goto(served + ENGLISH)
    page.get_by_role("button", name="Show where you stand").click()
    expect(page.locator(".self-test output")).to_have_text("Answer question 1 too.")
    expect(page.locator("[name=layoffs]").first).to_be_focused()
    expect(result(page)).to_be_hidden()
    page.goto(served + ENGLISH + "#layoffs=yes")
    expect(result(page)).to_be_visible()
    page.locator("[name=layoffs][value=no]").check()
    # Nothing leads anywhere now, until more is answered.
    expect(result(page)).to_be_hidden()


def test_the_result_is_printed_with_the_answers_and_nothing_else(page, served):
    page.goto(served + TEST + ANSWERS)
    expect(result(page)).to_be_visible()
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Skriv ut svaret").click()
    page.emulate_media(media="print")
    expect(result(page).get_by_role("heading")).to_be_visible()
    expect(page.locator("[name=security][value=unsure]")).to_be_visible()
    expect(page.get_by_text("Testen er vår egen. Den er ingen del")).to_be_visible()
    for hidden in ("#problems", "#rule", ".self-test-why", ".self-test button"):
        expect(page.locator(hidden).first).to_be_hidden()


def test_without_scripts_the_rule_says_where_answers_lead(chromium, served):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + TEST)
    expect(page.get_by_role("group", name="13. Har dere svart")).to_be_visible()
    expect(page.get_by_role("button", name="Vis hvor dere står")).to_be_hidden()
    row = page.locator("tr[data-step=agreement]")
    expect(row).to_contain_text("Spørsmål 6: ja 0, delvis 1, nei 2, uenige eller vet ikke 2")
    expect(row.get_by_role("link", name="Begynn med fase 2: Avtale")).to_be_visible()
    context.close()


def test_on_a_phone_reasons_are_folded_answers_are_on_a_line_and_their_number_is_in_sight(
    page, served
):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + TEST)
    reason = page.locator(".self-test-why").nth(3)
    expect(reason.locator("p")).to_be_hidden()
    reason.locator("summary").click()
    expect(reason.locator("p")).to_be_visible()
    labels = page.locator("fieldset[data-number='4'] label")
    middles = labels.evaluate_all(
        "all => all.map((each) => { const box = each.getBoundingClientRect();"
        " return Math.round(box.top + box.height / 2); })"
    )
    assert len(middles) == 4
    assert len(set(middles)) == 1
    labels.first.click()
    expect(page.get_by_text("1 av 13 er besvart")).to_be_in_viewport()


def test_where_there_is_room_reasons_stand_below_their_questions(page, served):
    page.goto(served + TEST)
    expect(page.locator(".self-test-why p").first).to_be_visible()
    expect(page.locator(".self-test-why summary:visible")).to_have_count(0)
