"""Whoever plans a workshop gets the letters and the shopping list that follow from the plan."""

import re
import subprocess

import pytest
from playwright.sync_api import expect

from tests.browser.pages import adapt

PHASES = {
    "nb": (
        "faser/forankring/",
        ("Handleliste", "Invitasjonen", "Kopier brevet", "Brevet er kopiert."),
        ("12 × Den halve siden (A4)", "24 × Den halve siden (A4)"),
        ("tirsdag 15. september 2026 kl. 09.00–11.00", "12 personer", "[rom og adresse]"),
        ("i alt 60 minutter", "på skjerm", "[lenke til møtet]"),
    ),
    "en": (
        "en/phases/anchoring/",
        ("Shopping list", "The invitation", "Copy the letter", "Letter copied."),
        ("12 × The half page (A4)", "24 × The half page (A4)"),
        ("Tuesday 15 September 2026, 09:00–11:00", "12 people", "[room and address]"),
        ("60 minutes in all", "on screen", "[link to the meeting]"),
    ),
}


def opened(page, url):
    page.goto(url)
    page.locator("#workshop").scroll_into_view_if_needed()
    form = page.locator("form.planner")
    expect(form).to_be_visible()
    adapt(form)
    return page.locator(".handouts")


@pytest.mark.parametrize("lang", PHASES)
def test_the_list_and_the_copied_letter_follow_the_day_the_people_and_the_meeting(
    page, context, served, watch, lang
):
    url, (list_, invitation, copy, copied), counts, told, on_screen = PHASES[lang]
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.rstrip("/"))
    box = opened(page, served + url)
    form = page.locator("form.planner")
    form.locator("[name=day]").fill("2026-09-15")
    form.locator("[name=start]").fill("09:00")
    form.locator("[name=people]").fill("12")
    expect(page).to_have_url(re.compile(re.escape("?day=2026-09-15&start=09:00&people=12")))
    # They are closed until asked for.
    expect(box.locator("details[open]")).to_have_count(0)
    box.get_by_text(list_, exact=True).click()
    expect(box.get_by_text(counts[0])).to_be_visible()
    form.locator("[name=people]").fill("24")
    expect(box.get_by_text(counts[1])).to_be_visible()
    form.locator("[name=people]").fill("12")

    box.get_by_text(invitation, exact=True).click()
    button = box.get_by_role("button", name=copy).first
    button.click()
    expect(box.get_by_role("status").filter(has_text=copied)).to_be_visible()
    letter = page.evaluate("navigator.clipboard.readText()")
    for said in told:
        assert said in letter
    shown = box.locator("details", has=page.get_by_text(invitation, exact=True))
    assert shown.locator("mark").count() == letter.count("[") > 4

    form.locator("[name=form]").select_option("screen")
    expect(shown).to_contain_text(on_screen[1])
    expect(shown).to_contain_text(on_screen[2])
    expect(box.locator("a[href$='.docx']:visible")).to_have_count(1)
    expect(box.get_by_text("×")).to_have_count(0)
    form.locator("[name=form]").select_option("short")
    expect(shown).to_contain_text(on_screen[0])
    # However often the meeting is changed, its letter stands there once.
    for meeting in ("", "screen", ""):
        form.locator("[name=form]").select_option(meeting)
        expect(box.locator("a[href$='.docx']:visible")).to_have_count(1)
    assert watch.errors == []


def test_an_added_tool_puts_its_form_on_the_list_once(page, served):
    box = opened(page, served + "faser/forankring/")
    box.get_by_text("Handleliste", exact=True).click()
    page.get_by_label("Forankringssamtale (30 min)").check()
    expect(box.get_by_role("link", name="Forankringssamtale")).to_have_count(1)
    page.get_by_label("Partskart (45 min)").check()
    expect(box.get_by_role("link", name="Partskart")).to_have_count(1)


def test_the_printed_plan_ends_with_the_list_and_has_no_letter(page, served, tmp_path):
    page.add_init_script("print = () => {}")
    box = opened(page, served + "faser/forankring/?people=8")
    expect(box.locator("details")).to_have_count(3)
    page.get_by_role("button", name="Skriv ut planen").click()
    page.pdf(path=tmp_path / "plan.pdf", format="A4")
    command = ["pdftotext", "-raw", str(tmp_path / "plan.pdf"), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "Handleliste for 8 personer" in text
    assert "80 lapper" in text
    for word in ("Kopier", "Emne:", "Invitasjon og takk", "Har dere bare"):
        assert word not in text


def test_without_scripts_the_letters_are_there_in_word(chromium, served):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "faser/forankring/")
    expect(page.locator(".handouts a[href$='.docx']")).to_have_count(1)
    # Those of the short meetings lie with the meetings.
    expect(page.locator("details.variant [data-of] a[href$='.docx']")).to_have_count(2)
    expect(page.locator(".handouts details")).to_have_count(0)
    context.close()
