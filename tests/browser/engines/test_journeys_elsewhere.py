"""What readers come for, in the two engines that are not Chromium's: Firefox and WebKit."""

import re
import subprocess
from io import BytesIO

import pdfplumber
import pytest

from tests.browser.test_home import BROKEN, WIDTHS

PHONE = (390, 844)
PHASE = "faser/forankring/"
MENU, LINKS = ".menu-button", "#sections"
FIELD, RESULT = "dialog input[type=search]", "[data-search-results] a"
NOTE, TIP = "main .cite a", "[role=tooltip]"
SCHEME = "[data-scheme-button]"
LETTERS = """['1em "Source Sans 3"', '600 1em "Source Serif 4"']
  .every((face) => document.fonts.check(face))"""


def test_the_home_page_is_whole_in_its_letters_and_its_wheel_leads_to_a_phase(window, served):
    for url in ("", "en/"):
        window.open(served + url)
        assert window.run(LETTERS)
        broken = {}
        for width in WIDTHS:
            window.resize(width, 800)
            broken[width] = window.run(f"({BROKEN})()")
        assert {width: words for width, words in broken.items() if words} == {}
    window.resize(1280, 800)
    window.click(".wheel a.phase")
    window.wait_text("h1", "Winning support (anchoring)")


@pytest.mark.parametrize("anchor", ["checklist", "ref-3", "workshop"])
def test_a_phase_opened_at_an_anchor_has_its_script_and_shows_that_place(window, served, anchor):
    window.open(f"{served}{PHASE}#{anchor}")
    window.wait_in_view(f"#{anchor}")
    before = window.text(SCHEME)
    window.click(SCHEME)
    assert window.text(SCHEME) != before


@pytest.mark.parametrize("outside", [True, False])
def test_a_heading_is_reached_though_the_page_grows_above_it_on_the_way(window, served, outside):
    # So high that the workshop is near from the checklist too, and the planner always comes.
    window.resize(1280, 1600)
    window.open(f"{served}{PHASE}{'#checklist' if outside else ''}")
    if not outside:
        window.click(".toc a[href='#checklist']")
    window.wait_shown("form.planner")
    window.wait("Math.abs(document.querySelector('#checklist').getBoundingClientRect().top) < 60")


def test_the_menu_of_a_phone_is_opened_closed_and_used_on_a_page_opened_at_an_anchor(
    window, served
):
    window.resize(*PHONE)
    window.open(f"{served}{PHASE}#checklist")
    assert not window.shown(LINKS)
    window.click(MENU)
    window.wait_shown(LINKS)
    window.press("Escape")
    window.wait_hidden(LINKS)
    window.wait_focus(MENU)
    window.press("Enter")
    window.click(f"{LINKS} a[href*=kommuner]")
    window.wait_text("h1", "Kommunene")


def test_search_finds_is_walked_with_arrows_and_is_there_again_on_the_way_back(window, host):
    window.open(host.address + "metoden/#in-short")
    window.press("Control", "k")
    window.wait_focus(FIELD)
    window.type("tiltaksplan")
    window.wait_shown("[data-answered=tiltaksplan] a")
    window.press("ArrowDown")
    window.wait_focus(RESULT)
    window.press("Enter")
    window.wait_text("h1", "Tiltaksplan")
    assert "tiltaksplan/" in window.address
    window.back()
    window.wait_shown(RESULT)
    window.wait(f"document.querySelector('{FIELD}').value === 'tiltaksplan'")
    window.press("Escape")
    window.wait_hidden("dialog")
    assert window.address == host.address + "metoden/#in-short"
    assert len(host.log) > 10
    # The page of the answer bears the word; no request says that it was searched for.
    said = [line.replace("/verktoy/tiltaksplan/", "") for line in host.log]
    assert [line for line in said if "tiltaksplan" in line] == []


def test_a_list_is_narrowed_and_shown_whole_again(window, served):
    window.open(served + "publikasjoner/")
    output = "form[data-filters] output"
    rows = "section.publications li:not([hidden])"
    everyone = window.run(f"document.querySelectorAll('{rows}').length")
    window.click("#filter-text")
    window.type("steinkjer")
    window.wait(f"document.querySelectorAll('{rows}').length < {everyone}")
    assert f" {everyone} " not in window.text(output)
    window.click("form[data-filters] [type=reset]")
    window.wait(f"document.querySelectorAll('{rows}').length === {everyone}")


def test_a_plan_that_somebody_shared_is_there(window, served):
    window.open(f"{served}{PHASE}?start=09:00&pause=10#workshop")
    window.wait_text(".plan-total", "Fra kl. 09.00 til kl. 11.10")
    window.wait_in_view("#workshop")
    window.click("form.planner [name=tools]")
    window.wait_text(".plan-total", "til kl. 11.55")
    assert "tools=stakeholder-map" in window.address


def test_a_note_is_shown_left_and_followed_and_leads_back(window, served):
    window.open(served + "metoden/historie/")
    window.hover(NOTE)
    window.wait_shown(TIP)
    window.press("Escape")
    window.wait_hidden(TIP)
    window.click(NOTE)
    window.wait_in_view("li:target")
    window.click("li:target .backs a")
    window.wait_in_view(NOTE)


def test_a_note_is_shown_to_whoever_walks_by_keyboard(window, served):
    window.open(served + "metoden/historie/")
    window.run("document.querySelector('.breadcrumb li:nth-last-child(2) a').focus()")
    for _ in range(20):
        window.press("Tab")
        if window.run("Boolean(document.activeElement.closest('.cite'))"):
            break
    window.wait_shown(TIP)
    assert window.run("document.activeElement.getAttribute('aria-describedby')") == "tip"


def test_the_language_switch_keeps_the_place(window, served):
    window.open(f"{served}{PHASE}#checklist")
    window.click("[data-language]")
    window.wait_text("h1", "Winning support (anchoring)")
    assert window.address == served + "en/phases/anchoring/#checklist"
    window.wait_in_view("#checklist")
    window.wait("'ready' in document.documentElement.dataset")


def test_colours_are_chosen_and_kept(window, served):
    window.open(served + "metoden/")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = window.run(ground)
    window.click(SCHEME)
    window.click(SCHEME)
    window.wait_text(SCHEME, "mørkt")
    dark = window.run(ground)
    assert dark != light
    window.open(served + "faser/")
    assert window.run(ground) == dark
    window.click(SCHEME)
    window.wait_text(SCHEME, "som på enheten")
    assert window.run(ground) == light


def test_terms_of_the_glossary_are_seen_to_be_links_and_show_what_they_mean(window, served):
    window.open(served + "metoden/historie/")
    term = "main a.term"
    assert window.style(term, "textDecorationLine") == "underline"
    assert window.style(term, "textDecorationStyle") == "dotted"
    assert window.style(term, "textDecorationColor") == "rgb(133, 122, 104)"
    window.hover(term)
    window.wait_shown(TIP)
    window.click(term)
    window.wait("location.pathname.endsWith('/ordliste/')")
    window.wait_in_view(":target")
    window.wait("'ready' in document.documentElement.dataset")


def test_what_stands_beside_the_text_is_beside_it(window, served):
    window.open(served + PHASE)
    left = "(selector => document.querySelector(selector).getBoundingClientRect())"
    text, beside = window.run(f"['.text', '.beside'].map({left}).map((box) => [box.x, box.right])")
    assert beside[0] > text[1]


def test_firefox_prints_the_page_without_its_frame(firefox, served, tmp_path):
    firefox.resize(1280, 800)
    firefox.open(served + "metoden/historie/")
    file = tmp_path / "page.pdf"
    file.write_bytes(firefox.print())
    command = ["pdftotext", "-raw", str(file), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    # Bold letters of this typeface are drawn without saying which they are.
    assert "Historien" in text
    assert re.search(r"Modellkommunemetodikken\. \(\d{4}", text)
    for word in ("Meny", "Hopp til innholdet", "På denne siden", "Utseende:"):
        assert word not in text


def test_firefox_prints_no_heading_at_the_foot_of_a_sheet(firefox, served):
    # Its second heading stood there.
    firefox.open(served + "kommuner/steinkjer/")
    headings = firefox.run(
        "[...document.querySelectorAll('h2, h3, h4')].map((h) => h.firstChild.textContent.trim())"
    )
    with pdfplumber.open(BytesIO(firefox.print())) as printed:
        feet = [page.extract_text_lines()[-1]["text"] for page in printed.pages]
    assert len(feet) > 2
    assert [foot for foot in feet if foot in headings] == []


def test_firefox_has_no_fault_to_tell_of_on_these_journeys(firefox):
    assert firefox.errors == []
