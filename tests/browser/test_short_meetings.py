"""A reader who has an hour chooses the short meeting, and the planner follows."""

from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser.pages import adapt

PHASE = "faser/forankring/"
ENGLISH = "en/phases/anchoring/"


def planner(page):
    page.locator("#workshop").scroll_into_view_if_needed()
    form = page.locator("form.planner")
    expect(form).to_be_visible()
    adapt(form)
    return form


def shown(page, number):
    return page.locator(f".in-plan tbody tr td:nth-child({number})").all_inner_texts()


def lines(page, variant):
    """The minutes and names of a short meeting, as they stand folded below the agenda."""
    rows = page.locator(f"details[data-variant={variant}] tbody tr").all()
    return [[cell.text_content() for cell in row.locator("td").all()][:2] for row in rows]


def test_the_chosen_meeting_stands_in_the_place_of_the_long_one_and_goes_away_again(page, served):
    page.goto(served + PHASE)
    form = planner(page)
    long = shown(page, 3)
    for variant, minutes in (("short", 60), ("screen", 70)):
        form.get_by_label("Møtet").select_option(variant)
        expect(page).to_have_url(served + PHASE + f"?form={variant}")
        assert [*map(list, zip(shown(page, 2), shown(page, 3), strict=True))] == lines(
            page, variant
        )
        expect(page.locator(".plan-total")).to_have_text(f"I alt {minutes} minutter.")
        expect(form.get_by_label("Møtet")).to_be_focused()
        expect(page.locator("form.planner")).to_have_count(1)
    form.get_by_label("Møtet").select_option("")
    expect(page).to_have_url(served + PHASE)
    assert shown(page, 3) == long
    expect(page.locator(".plan-total")).to_have_text("I alt 120 minutter.")


@pytest.mark.parametrize(("url", "name"), [(PHASE, "kort møte"), (ENGLISH, "short meeting")])
def test_the_calendar_holds_the_lines_and_the_length_of_the_chosen_meeting(page, served, url, name):
    page.goto(f"{served}{url}?form=screen&day=2026-09-15&start=09:00")
    form = planner(page)
    with page.expect_download() as caught:
        form.locator("[name=calendar]").click()
    text = Path(caught.value.path()).read_text(encoding="utf-8")
    event = Calendar.from_ical(text).walk("VEVENT")[0]
    assert name in str(event["SUMMARY"])
    wanted = lines(page, "screen")
    minutes = sum(int(minutes) for minutes, _ in wanted)
    length = event.decoded("DTEND") - event.decoded("DTSTART")
    assert length.total_seconds() / 60 == minutes == 70
    told = str(event["DESCRIPTION"])
    places = [told.index(what) for _, what in wanted]
    assert places == sorted(places)


def test_a_shared_short_meeting_opens_from_its_address_and_follows_to_the_other_language(
    page, served
):
    page.goto(served + PHASE + "?form=short&start=09:00")
    planner(page)
    expect(page.locator(".plan-total")).to_have_text(
        "Fra kl. 09.00 til kl. 10.00, i alt 60 minutter."
    )
    page.get_by_role("link", name="English").click()
    planner(page)
    expect(page).to_have_url(served + ENGLISH + "?form=short&start=09:00")
    assert shown(page, 3) == [what for _, what in lines(page, "short")]
    page.get_by_role("button", name="Reset").click()
    expect(page.locator(".plan-total")).to_have_text("120 minutes in all.")
    expect(page).to_have_url(served + ENGLISH)


def test_a_meeting_that_there_is_none_is_left_out_of_the_address(page, watch, served):
    page.goto(served + PHASE + "?form=%3Cb%3Enight&start=9")
    planner(page)
    expect(page).to_have_url(served + PHASE + "?start=09:00")
    expect(page.locator(".plan-total")).to_contain_text("120 minutter")
    assert watch.errors == []


def test_a_link_to_a_short_meeting_finds_it_open(page, served):
    page.goto(served + "faser/kort-mote/")
    page.locator("article table").get_by_role("link", name="Forankring").click()
    expect(page.locator("#short-meeting table")).to_be_visible()
    expect(page.locator("#screen-meeting table")).to_be_hidden()


def test_without_scripts_notes_and_short_meetings_unfold(chromium, served):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + PHASE)
    for box in (".leader-notes", "#short-meeting"):
        inside = page.locator(f"{box} li").first
        expect(inside).to_be_hidden()
        page.locator(f"{box} summary").click()
        expect(inside).to_be_visible()
    context.close()


def test_notes_to_whoever_leads_are_read_on_paper_and_short_meetings_where_they_are_open(
    page, served
):
    page.goto(served + PHASE)
    page.locator("#short-meeting summary").click()
    page.emulate_media(media="print")
    expect(page.locator(".leader-notes li").first).to_be_visible()
    expect(page.locator("#short-meeting table")).to_be_visible()
    expect(page.locator("#screen-meeting")).to_be_hidden()
