"""A reader puts together an agenda of their own, shares it, prints it and takes it away."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import docx
import pptx
import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from tests.office import convert

# Home, the page, and what the page calls its door, a problem and its button.
WAYS = {
    "nb": (
        "",
        "verktoy/egen-moteplan/",
        "lage deres egen møteplan",
        "Vi er ikke enige",
        "Skriv ut",
    ),
    "en": (
        "en/",
        "en/tools/your-own-agenda/",
        "put together your own agenda",
        "We do not agree",
        "Print",
    ),
}
PLAN = "#m=4-write-alone.15,break.10,own.5.Kaffe,1-the-terms&s=09:00&p=9&g=2"


def opened(page, served, lang="nb", plan=""):
    page.goto(served + WAYS[lang][1] + plan)
    expect(page.locator(".own-agenda h2")).to_be_visible()


def lines(page):
    return page.locator(".agenda-lines strong").all_inner_texts()


def clocks(page):
    return page.locator(".agenda-lines .clock").all_inner_texts()


def tab_to(page, locator):
    """Reach something with the Tab key alone."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if locator.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"the Tab key does not reach {locator}")


@pytest.mark.parametrize("lang", WAYS)
def test_from_home_to_a_printed_agenda_it_is_at_most_six_presses_of_a_key(page, served, lang):
    home, _, door, problem, button = WAYS[lang]
    page.goto(served + home)
    page.evaluate("window.print = () => { window.printed = true; }")
    presses = 0

    def press(locator):
        nonlocal presses
        tab_to(page, locator)
        page.keyboard.press("Enter")
        presses += 1

    press(page.locator("main").get_by_role("link", name=door))
    start = page.get_by_role("button", name=problem)
    expect(start).to_be_visible()
    page.evaluate("window.print = () => { window.printed = true; }")
    press(start)
    expect(page.locator(".own-agenda h2")).to_be_focused()
    press(page.get_by_role("button", name=button, exact=True))
    assert page.evaluate("window.printed")
    assert presses <= 6

    page.emulate_media(media="print")
    sheet = page.locator(".agenda-sheet")
    expect(sheet).to_contain_text(problem)
    assert sheet.locator("tbody tr").count() == len(lines(page)) > 5
    expect(page.locator("h1")).to_be_hidden()
    expect(page.locator(".own-agenda")).to_be_hidden()


def test_lines_are_moved_and_removed_by_keys_and_the_sum_is_told(page, served):
    opened(page, served, plan=PLAN)
    assert lines(page) == ["Skriv alene", "Pause", "Kaffe", "Vilkårene"]
    assert clocks(page) == ["09.00", "09.15", "09.25", "09.30"]
    page.get_by_role("button", name="Flytt ned: Skriv alene").press("Enter")
    assert lines(page) == ["Pause", "Skriv alene", "Kaffe", "Vilkårene"]
    assert clocks(page) == ["09.00", "09.10", "09.25", "09.30"]
    expect(page.get_by_role("button", name="Flytt ned: Skriv alene")).to_be_focused()
    told = page.locator(".agenda-said")
    expect(told).to_contain_text("«Skriv alene» er nå punkt 2 av 4.")
    expect(told).to_contain_text("fra kl. 09.00 til kl. 09.55, i alt 55 minutter")
    page.get_by_role("button", name="Ta bort: Kaffe").press("Enter")
    expect(page.get_by_role("button", name="Ta bort: Vilkårene")).to_be_focused()
    expect(told).to_contain_text("i alt 50 minutter")
    page.get_by_label("Minutter: Skriv alene").fill("20")
    assert clocks(page) == ["09.00", "09.10", "09.30"]


@pytest.mark.parametrize("width", [390, 1280])
def test_who_begins_with_a_problem_sees_the_plan_at_the_top_and_in_the_list_of_headings(
    page, served, width
):
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, served)
    page.locator("[data-agenda]").nth(2).click()
    heading = page.get_by_role("heading", name="Møteplanen deres")
    heading.wait_for()
    page.wait_for_function(
        "() => Math.abs(document.querySelector('#your-agenda').getBoundingClientRect().top) < 60"
    )
    entries = page.locator(".toc a")
    assert entries.all_text_contents()[:2] == ["Begynn med problemet", "Møteplanen deres"]
    expect(entries.nth(1)).to_have_attribute("aria-current", "location")
    plan = page.url
    page.evaluate("document.querySelector('.toc a[href$=your-agenda]').click()")
    expect(page).to_have_url(plan)
    # What is done with an item stands on one line.
    tops = (
        page.locator(".agenda-line-do")
        .first.locator("button")
        .evaluate_all("all => all.map((each) => Math.round(each.getBoundingClientRect().top))")
    )
    assert len(set(tops)) == 1


def test_ninety_minutes_without_a_break_are_warned_of_and_mended(page, served):
    opened(page, served, plan="#m=4-write-alone.45,1-the-terms.40,5-round.20")
    warning = page.locator(".agenda-warnings")
    expect(warning).to_contain_text("105 minutter uten pause, fra «Skriv alene» til «Runde».")
    warning.get_by_role("button").press("Enter")
    assert lines(page) == ["Skriv alene", "Pause", "Vilkårene", "Runde"]
    expect(warning).to_be_empty()


def test_blocks_and_items_of_ones_own_are_put_where_they_are_asked_for(page, served):
    opened(page, served, plan=PLAN)
    page.get_by_label("Punkt eller verktøy").select_option("tool-two-lines")
    page.get_by_label("Kommer etter").select_option("Pause")
    page.get_by_role("button", name="Legg til punktet").click()
    assert lines(page)[1:3] == ["Pause", "Beslutningslinje og utviklingslinje"]
    page.get_by_label("Et eget punkt").fill("<b>Regnskap</b>")
    page.get_by_label("Et eget punkt").press("Enter")
    assert lines(page)[-1] == "<b>Regnskap</b>"


def test_the_agenda_lies_in_the_address_and_is_the_same_in_the_other_language(
    page, context, served, watch
):
    opened(page, served, plan=PLAN)
    page.get_by_label("Hva gjelder det?").fill("Kveldene")
    other = context.new_page()
    other.goto(page.url)
    expect(other.locator(".agenda-lines > li")).to_have_count(4)
    assert lines(other) == lines(page)
    expect(other.get_by_label("Hva gjelder det?")).to_have_value("Kveldene")
    other.locator("[data-language]").click()
    expect(other.locator(".agenda-lines > li")).to_have_count(4)
    assert lines(other) == ["Write alone", "Break", "Kaffe", "The terms"]
    # A link to a heading does not lose it.
    page.goto(page.url.partition("#")[0] + "#share")
    expect(page.locator(".agenda-lines > li")).to_have_count(4)
    page.wait_for_function("() => location.hash.startsWith('#m=')")
    assert not any("Kveldene" in url for url in watch.requests)
    assert watch.errors == []
    assert watch.failed == []


def test_a_page_opened_at_a_heading_stays_there_until_there_is_an_agenda(page, served):
    opened(page, served, plan="#share")
    expect(page).to_have_url(served + WAYS["nb"][1] + "#share")
    assert page.locator("[data-language]").evaluate("each => each.hash") == "#share"
    page.get_by_role("button", name="Legg til pause").click()
    expect(page).to_have_url(re.compile(re.escape("#m=break.10") + "$"))
    page.get_by_role("button", name="Ta bort: Pause").click()
    expect(page).to_have_url(served + WAYS["nb"][1])


def test_an_old_address_says_what_is_gone_and_keeps_the_rest(page, served):
    opened(page, served, "en", "#m=1-welcome,3-an-old-line.20,1-the-terms")
    expect(page.locator(".agenda-gone")).to_contain_text("an old line")
    assert lines(page) == ["Welcome", "The terms"]


def test_an_agenda_of_sixty_items_takes_no_other_and_says_so(page, served):
    opened(page, served, plan="#m=" + ",".join(["1-the-terms.5"] * 59))
    page.get_by_role("button", name="Legg til pause").click()
    address = page.url
    own = page.get_by_label("Et eget punkt")
    own.fill("Kaffe")
    own.press("Enter")
    told = page.locator(".agenda-said")
    expect(told).to_contain_text("«Kaffe» er ikke lagt til: En møteplan har plass til 60 punkter.")
    expect(own).to_have_value("Kaffe")
    assert (len(lines(page)), page.url) == (60, address)
    page.get_by_role("button", name="Ta bort: Pause").click()
    own.press("Enter")
    assert lines(page)[-1] == "Kaffe"
    expect(own).to_have_value("")


def test_a_link_that_holds_more_than_an_agenda_says_what_is_left_out(page, served):
    opened(page, served, "en", "#m=" + "1-welcome.5," * 60 + "break.10,own.5.Cake")
    gone = page.locator(".agenda-gone")
    expect(gone).to_contain_text("An agenda has room for 60 items.")
    expect(gone).to_contain_text("«Break», «Cake»")
    assert len(lines(page)) == 60


@pytest.mark.parametrize("lang", WAYS)
def test_word_slides_and_calendar_hold_what_the_page_shows(page, served, lang, tmp_path):
    opened(page, served, lang, PLAN + "&d=2026-09-15&t=A%20%26%20%3Cb%3E")
    shown, times = lines(page), clocks(page)
    files = {}
    for name, ending in (("word", "docx"), ("slides", "pptx"), ("calendar", "ics")):
        with page.expect_download() as caught:
            page.locator(f".agenda-do [name={name}]").click()
        files[name] = tmp_path / f"agenda.{ending}"
        caught.value.save_as(files[name])
    document = docx.Document(str(files["word"]))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows][1:]
    assert [(row[0], row[2]) for row in rows] == list(zip(times, shown, strict=True))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    notes = page.locator(".agenda-sheet .agenda-notes li").all_text_contents()
    assert notes
    assert all(note in text for note in notes)
    assert document.core_properties.title == "A & <b>"
    assert "{" not in text

    slides = list(pptx.Presentation(str(files["slides"])).slides)
    titles = [slide.shapes.title.text for slide in slides]
    assert titles[2:-1] == shown
    spoken = "\n".join(
        slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide
    )
    assert all(note.partition(": ")[2] in spoken for note in notes)

    text = Path(files["calendar"]).read_text(encoding="utf-8")
    meeting, papers = Calendar.from_ical(text).walk("VEVENT")
    assert meeting.decoded("DTSTART") == datetime(2026, 9, 15, 9)
    assert meeting.decoded("DTEND") - meeting.decoded("DTSTART") == timedelta(minutes=55)
    assert str(meeting["SUMMARY"]) == "A & <b>"
    assert papers.decoded("DTSTART").isoformat() == "2026-09-08"
    if lang == "nb":
        for name in ("word", "slides"):
            (converted,) = convert([files[name]], "pdf", tmp_path)
            assert converted.read_bytes().startswith(b"%PDF")


def test_without_scripts_the_page_leads_to_the_agendas_of_the_phases(chromium, served):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + WAYS["nb"][1])
    expect(page.locator(".agenda-starts").get_by_role("link").first).to_be_visible()
    expect(page.locator(".agenda-starts").get_by_role("button")).to_have_count(0)
    expect(page.locator("main").get_by_role("link", name="de sju fasene")).to_be_visible()
    context.close()
