"""Whatever is typed, and whatever fails, the reader is told in the page's language."""

import pytest
from playwright.sync_api import expect

RESULTS = "[data-search-results] a"
STATUS = "dialog [role=status]"
FAILED = {"nb": "Søket virker ikke akkurat nå.", "en": "Search is not working just now."}


def lists_are_offered(page, lang):
    """The lists that lead on stand in the dialog, and lead somewhere."""
    names = {
        "nb": ("Alle sider fra A til Å", "Ordliste", "Kilder"),
        "en": ("A–Z of all pages", "Glossary", "Sources"),
    }
    for name in names[lang]:
        link = page.locator("dialog").get_by_role("link", name=name, exact=True)
        expect(link).to_be_visible()
        assert page.request.get(link.evaluate("link => link.href")).ok


@pytest.mark.parametrize("query", ["", "   ", "?!…«»–", "§", '"', "\\", "%%%", "\U0001f600"])
def test_an_empty_query_or_signs_alone_show_nothing_and_break_nothing(
    page, watch, open_search, query
):
    field = open_search()
    field.fill("forankring")
    expect(page.locator(RESULTS).first).to_be_visible()
    field.fill(query)
    expect(page.locator(RESULTS)).to_have_count(0)
    expect(page.locator(STATUS)).to_have_text("")
    field.fill("avtale")
    expect(page.locator(RESULTS).first).to_be_visible()
    assert watch.errors == []


def test_a_very_long_query_is_answered(page, watch, open_search):
    field = open_search()
    field.fill("forankring " * 2000)
    expect(page.locator(RESULTS).first).to_have_text("Forankring")
    field.fill("x" * 5000)
    expect(page.locator(STATUS)).to_contain_text("Ingen treff")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert watch.errors == []


def test_a_very_long_query_in_the_address_is_answered(page, watch, served):
    page.goto(served + "#q=" + "avtale%20" * 600)
    expect(page.locator(RESULTS).first).to_be_visible()
    assert watch.errors == []


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        '"><b>kommune</b>',
        "{query} $& ${alert(1)}",
        "constructor __proto__ toString",
    ],
)
def test_a_query_is_never_read_as_html_or_script(page, watch, served, open_search, query):
    dialogs = []
    page.on("dialog", lambda shown: (dialogs.append(shown.message), shown.dismiss()))
    field = open_search()
    field.fill(query)
    expect(page.locator(STATUS)).to_contain_text("reff")
    assert page.locator("dialog :is(img, script, b)").count() == 0
    page.goto(served + "#q=" + page.evaluate("encodeURIComponent", query))
    expect(page.locator(STATUS)).to_contain_text("reff")
    assert page.locator("dialog :is(img, script, b)").count() == 0
    assert dialogs == []
    assert watch.errors == []


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_query_that_no_page_answers_leads_to_the_lists(page, open_search, lang):
    open_search(lang).fill("qwxzv zzzqqq")
    expect(page.locator("[data-search-empty]")).to_be_visible()
    expect(page.locator(STATUS)).to_contain_text("qwxzv zzzqqq")
    expect(page.locator(RESULTS)).to_have_count(0)
    lists_are_offered(page, lang)


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize(
    "missing",
    [
        "**/pagefind/**",
        "**/words.*.json",
        "**/*.pf_meta",
        "**/*.pf_index",
        "**/*.pf_fragment",
        "**/wasm.*",
        "**/pagefind-entry.json*",
        "**/js/search/dialog.*.js",
    ],
)
@pytest.mark.parametrize("how", ["missing", "cut"])
def test_a_file_that_cannot_be_had_is_told_of_in_the_language_of_the_page(
    page, served, lang, missing, how
):
    page.route(
        missing, lambda route: route.abort() if how == "cut" else route.fulfill(status=404, body="")
    )
    page.goto(served + {"nb": "", "en": "en/"}[lang])
    page.keyboard.press("Control+k")
    expect(page.locator("dialog")).to_be_visible()
    page.locator("dialog input[type=search]").fill("forankring" if lang == "nb" else "anchoring")
    expect(page.locator(STATUS)).to_have_text(FAILED[lang])
    expect(page.locator(RESULTS)).to_have_count(0)
    expect(page.locator("dialog").get_by_role("link").first).to_be_visible()


def test_a_network_cut_between_two_searches_is_told_of_and_mended_when_it_is_back(
    page, open_search
):
    field = open_search()
    field.fill("forankring")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.context.set_offline(True)
    field.fill("skjærgårdstjenesten")
    expect(page.locator(STATUS)).to_contain_text("Du er uten nett.")
    page.context.set_offline(False)
    field.fill("skjærgårdstjeneste")
    expect(page.locator(RESULTS).first).to_have_text("Holmestrand")
