"""The search dialog: found, used and left by keyboard, in the reader's language."""

import re

import pytest
from playwright.sync_api import expect

from scripts.common.paths import Project
from scripts.language.messages import load_entries
from tests.unit.projects import ROOT

RESULTS = "[data-search-results] a"
STATUS = "dialog [role=status]"
# What results may call themselves under a filter: phases and tools are pages of two types each.
KINDS = {
    "Verktøy": {"Verktøy", "Ark", "Utkast"},
    "Faser": {"Fase", "Kunnskapen bak fasen"},
    # A hit says of which kind the text is.
    "Publikasjoner": {
        entry["no"]
        for key, entry in load_entries(Project(ROOT))[0].items()
        if key.startswith("kind.") or key == "page-kind.publication"
    },
}


def test_the_button_opens_the_dialog_and_focus_comes_back(page, served):
    page.goto(served)
    button = page.get_by_role("button", name="Søk", exact=True)
    button.click()
    expect(page.locator("dialog input[type=search]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_without_javascript_the_button_leads_to_all_pages(chromium, served):
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(served + "en/")
    page.get_by_role("link", name="Search", exact=True).click()
    expect(page.locator("[data-list=pages] a").first).to_be_visible()
    page.context.close()


def test_nothing_is_fetched_for_search_before_it_is_asked_for(page, watch, served):
    page.goto(served + "metoden/", wait_until="networkidle")
    assert not [url for url in watch.requests if "pagefind" in url or "/search" in url]


def test_results_are_in_the_readers_language_only(page, open_search):
    for lang in ("nb", "en"):
        open_search(lang).fill("Steinkjer")
        expect(page.locator(RESULTS).first).to_be_visible()
        addresses = page.locator(RESULTS).evaluate_all("links => links.map(link => link.pathname)")
        assert addresses
        assert all(path.startswith("/en/") == (lang == "en") for path in addresses)


def test_arrows_and_enter_lead_to_a_result(page, open_search):
    field = open_search()
    field.fill("forankring")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULTS).first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(RESULTS).first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/faser/forankring/**")


def test_enter_pressed_at_once_waits_for_the_results(page, open_search):
    open_search()
    page.keyboard.type("tiltaksplan")
    page.keyboard.press("Enter")
    expect(page.locator(RESULTS).first).to_be_focused()


def test_tab_goes_through_the_dialog_and_not_behind_it(page, open_search):
    open_search().fill("Porsgrunn")
    expect(page.locator(RESULTS).first).to_be_visible()
    for _ in range(30):
        page.keyboard.press("Tab")
        # Between the last and the first stop the browser's own bar has the focus.
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )


def test_the_number_of_results_is_announced(page, open_search):
    field = open_search("en")
    field.fill("anchoring")
    status = page.locator(STATUS)
    expect(status).to_contain_text("results")
    field.fill("zzzqqq")
    expect(status).to_contain_text("No results for ‘zzzqqq’")


def test_a_result_tells_its_kind_and_section_and_marks_what_was_asked(page, open_search):
    open_search().fill("ukeplan")
    result = page.locator("[data-search-results] li").first
    expect(result.locator("a")).to_have_text("Holmestrand")
    expect(result.locator(".search-place")).to_contain_text("Kommune")
    assert "ukeplan" in result.locator("mark").first.inner_text().lower()


def test_a_result_leads_to_the_heading_where_the_answer_stands(page, open_search):
    open_search("en").fill("formannskap")
    link = page.locator(RESULTS).filter(has_text="Glossary")
    expect(link).to_have_attribute("href", re.compile(r"/en/glossary/#term-formannskap$"))
    link.click()
    expect(page.locator("#term-formannskap")).to_be_in_viewport()
    expect(page.locator("dialog")).to_be_hidden()


def test_a_filter_shows_one_kind_of_page(page, open_search):
    open_search().fill("evaluering")
    expect(page.locator(RESULTS).first).to_be_visible()
    places = page.locator(".search-place")
    for name, kinds in KINDS.items():
        page.get_by_role("radio", name=name).check()
        expect(places.first).to_have_text(re.compile(f"^({'|'.join(kinds)})"))
        assert {text.split(" · ")[0] for text in places.all_inner_texts()} <= kinds
    page.get_by_role("radio", name="Alt").check()
    expect(page.locator(STATUS)).to_contain_text("treff")


def test_a_filter_is_chosen_with_arrows_and_its_address_can_be_shared(page, open_search):
    open_search().fill("evaluering")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.get_by_role("radio", name="Alt").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Faser")).to_be_checked()
    page.wait_for_url("**/#q=evaluering&kind=phase")
    page.reload()
    expect(page.get_by_role("radio", name="Faser")).to_be_checked()
    expect(page.locator(".search-place").first).to_contain_text("Fase")


def test_more_results_come_on_demand_and_focus_follows(page, open_search):
    open_search().fill("kommune")
    expect(page.locator(RESULTS).first).to_be_visible()
    before = page.locator(RESULTS).count()
    page.get_by_role("button", name="Vis flere treff").click()
    expect(page.locator(RESULTS).nth(before)).to_be_focused()


def test_a_misspelt_word_is_mended_and_the_results_are_shown(page, open_search):
    field = open_search()
    field.fill("konsenus")
    expect(page.locator(RESULTS).first).to_be_visible()
    instead = page.locator("[data-search-instead]")
    expect(instead).to_have_text("konsensus")
    expect(page.locator("[data-search-mended]")).to_contain_text("Mente du:")
    instead.click()
    expect(field).to_have_value("konsensus")
    expect(page.locator("[data-search-mended]")).to_be_hidden()
    expect(page.locator(RESULTS).first).to_be_visible()


@pytest.mark.parametrize("query", ["naervaer", "OEVRE EIKER", "skjærgaard"])
def test_other_ways_to_write_a_letter_are_not_called_misspelt(page, open_search, query):
    open_search().fill(query)
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("[data-search-mended]")).to_be_hidden()


def test_excerpts_hold_no_marks_of_notes_nor_added_words(page, open_search):
    field = open_search("en")
    for query in ("refuse collection", "garbage truck", "tillitsvalgt", "toolbox"):
        field.fill(query)
        page.wait_for_url(lambda url, words=query: words.split()[0] in url)
        expect(page.locator(RESULTS).first).to_be_visible()
        expect(page.locator(STATUS)).to_contain_text("result")
        for excerpt in page.locator("[data-search-results] p").all_inner_texts():
            assert not re.search(r"\b\d+[ROPCM]\b|our view|#|⟦|⟧|zq\d", excerpt), excerpt


def test_no_result_holds_a_sign_that_only_divides_words(page, open_search):
    # Norwegian pages bear soft hyphens where they are narrow.
    field = open_search()
    for query in ("utviklingsveileder", "konkurranseutsetting", "evalueringsmøte"):
        field.fill(query)
        page.locator(f"[data-answered={query}] a").first.wait_for()
        assert "\u00ad" not in page.locator("[data-search-results]").text_content()


@pytest.mark.parametrize(
    ("lang", "query", "name", "kind"),
    [
        ("nb", "kunnskapen bak avtale", "Faser", "Kunnskapen bak fasen"),
        ("en", "knowledge agreement", "Phases", "Knowledge behind the phase"),
        ("nb", "saksframlegg", "Verktøy", "Utkast"),
        ("en", "paper for the municipal council", "Tools", "Draft"),
    ],
)
def test_second_types_of_page_are_named_and_found_under_their_filter(
    page, open_search, lang, query, name, kind
):
    open_search(lang).fill(query)
    page.get_by_role("radio", name=name).check()
    result = page.locator(".search-place").filter(has_text=re.compile(f"^{kind}( · |$)"))
    expect(result.first).to_be_visible()


def test_a_results_address_can_be_shared_and_gone_back_to(page, served):
    page.goto(served + "en/#q=Steinkjer")
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("dialog input[type=search]")).to_have_value("Steinkjer")
    page.locator(RESULTS).first.click()
    page.wait_for_url("**/en/municipalities/steinkjer/**")
    page.go_back()
    expect(page.locator(RESULTS).first).to_be_visible()


def test_what_was_asked_is_stored_nowhere(page, served, open_search):
    open_search().fill("Steinkjer")
    expect(page.locator(RESULTS).first).to_be_visible()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page).to_have_url(served)


def test_leaving_before_the_answer_comes_leaves_nothing_in_the_address(page, served, open_search):
    open_search().fill("Steinkjer")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    # The answer to what was typed comes all the same, and is there when search is opened again.
    expect(page.locator(RESULTS).first).to_be_attached()
    expect(page).to_have_url(served)


@pytest.mark.parametrize("size", [(320, 568), (320, 256), (390, 844)])
def test_the_dialog_fits_a_narrow_screen_and_a_page_at_400_percent(page, open_search, size):
    # 1280 by 1024 at 400 per cent is 320 by 256.
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_search().fill("utviklingsveileder")
    result = page.locator(RESULTS).first
    expect(result).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    dialog = page.locator("dialog")
    assert dialog.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    box = dialog.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]
    assert box["height"] <= size[1]
    result.focus()
    expect(result).to_be_in_viewport()


def test_what_can_be_pressed_is_large_enough(page, open_search):
    open_search("en").fill("concensus")
    expect(page.locator("[data-search-mended]")).to_be_visible()
    for target in page.locator("dialog :is(button, input, a):visible").all():
        box = target.bounding_box()
        assert box["height"] >= 24, target.evaluate("element => element.outerHTML")
        assert box["width"] >= 24, target.evaluate("element => element.outerHTML")


def test_the_dialog_the_field_and_the_filters_have_names(page, open_search):
    open_search("en")
    expect(page.get_by_role("dialog", name="Search the knowledge base")).to_be_visible()
    expect(page.get_by_role("search", name="Search the knowledge base")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Search the knowledge base")).to_be_visible()
    expect(page.get_by_role("group", name="Show")).to_be_visible()
    expect(page.get_by_role("list", name="Results")).to_be_attached()
