"""A reader plans a workshop on the page of its phase, and shares the plan by its address."""

import gzip
import json
import re
import subprocess
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser.pages import adapt

PHASE = "faser/forankring/"
ENGLISH = "en/phases/anchoring/"
SCRIPT = re.compile(r"/planner\.\w+\.js$")
PLAN = "?start=09:00&tools=stakeholder-map&pause=15&after=2"


def planner(page):
    # It is fetched when its agenda comes near.
    page.locator("#workshop").scroll_into_view_if_needed()
    form = page.locator("form.planner")
    expect(form).to_be_visible()
    adapt(form)
    return form


def column(page, number):
    return page.locator(f".in-plan tbody tr td:nth-child({number})").all_inner_texts()


def clocks(page):
    return page.locator(".in-plan td.clock:visible").all_inner_texts()


def total(page):
    return page.locator(".plan-total")


def agenda(site, url):
    """The minutes and what is done in them, as the page itself has them."""
    soup = BeautifulSoup((site / url / "index.html").read_text(encoding="utf-8"), "lxml")
    rows = soup.find(id="workshop").find_next("table").tbody("tr")
    return [(int(row("td")[0].get_text()), row("td")[1].get_text()) for row in rows]


def test_a_start_time_gives_every_row_its_clock_time_in_the_form_of_the_language(
    page, served, site
):
    for url, mark in ((PHASE, "."), (ENGLISH, ":")):
        page.goto(served + url)
        planner(page)
        assert clocks(page) == []
        page.locator("[name=start]").fill("09:00")
        expected, minute = [], 9 * 60
        for minutes, _ in agenda(site, url):
            expected.append(f"{minute // 60:02}{mark}{minute % 60:02}")
            minute += minutes
        assert clocks(page) == expected
        assert expected[0] == f"09{mark}00"
    expect(total(page)).to_have_text("From 09:00 to 11:00, 120 minutes in all.")


@pytest.mark.parametrize("query", ["", "?start=09:00", "?start=09:00&people=12", "?form=short"])
def test_what_a_plan_is_adapted_with_is_folded_unless_the_address_has_some_of_it(
    page, served, query
):
    page.goto(served + PHASE + query)
    page.locator("#workshop").scroll_into_view_if_needed()
    expect(page.get_by_label("Dere begynner kl.")).to_be_visible()
    used = query not in ("", "?start=09:00")
    expect(page.get_by_label("Hvor mange dere blir")).to_be_visible(visible=used)


def test_ticked_tools_come_last_with_their_minutes_and_can_be_taken_away(page, served, site):
    page.goto(served + PHASE)
    planner(page)
    own = [what for _, what in agenda(site, PHASE)]
    page.get_by_label("Partskart (45 min)").check()
    page.get_by_label("Forankringssamtale (30 min)").check()
    assert column(page, 3) == [*own, "Partskart", "Forankringssamtale"]
    assert column(page, 2)[-2:] == ["45", "30"]
    assert "storark" in column(page, 5)[-2]
    expect(total(page)).to_have_text("I alt 195 minutter.")
    page.get_by_label("Partskart (45 min)").uncheck()
    assert column(page, 3) == [*own, "Forankringssamtale"]
    expect(total(page)).to_have_text("I alt 150 minutter.")


def test_a_break_stands_where_times_without_one_are_most_alike_until_it_is_moved(
    page, served, site
):
    page.goto(served + PHASE)
    planner(page)
    own = [what for _, what in agenda(site, PHASE)]
    place = page.get_by_label("Pausen kommer etter")
    expect(place).to_be_hidden()
    page.get_by_label("Ekstra pause, minutter").fill("15")
    expect(place).to_be_visible()
    assert column(page, 3) == [*own[:2], "Pause", *own[2:]]
    place.select_option(own[5])
    assert column(page, 3) == [*own[:6], "Pause", *own[6:]]
    expect(total(page)).to_have_text("I alt 135 minutter.")
    page.get_by_label("Ekstra pause, minutter").fill("")
    assert column(page, 3) == own


def test_a_further_break_never_comes_beside_one_of_the_agenda(page, site, served, pages):
    for each in pages:
        if each["kind"] != "phase":
            continue
        page.goto(served + each["url"] + "?pause=10")
        planner(page)
        words = site / "assets/js/plans" / f"{each['lang']}.json"
        rest = json.loads(words.read_text(encoding="utf-8"))["break"]
        places = page.locator("[name=after] option")
        assert rest not in places.all_inner_texts()
        for place in places.evaluate_all("options => options.map(option => option.value)"):
            page.locator("[name=after]").select_option(place)
            shown = column(page, 3)
            assert shown.count(rest) == 2, each["url"]
            assert (rest, rest) not in pairwise(shown), each["url"]


def test_the_plan_lies_in_the_address_and_opens_from_it(page, context, served):
    page.goto(served + PHASE + "#workshop")
    planner(page)
    page.locator("[name=start]").fill("09:00")
    page.get_by_label("Partskart (45 min)").check()
    page.get_by_label("Ekstra pause, minutter").fill("15")
    expect(page).to_have_url(served + PHASE + PLAN + "#workshop")
    other = context.new_page()
    other.goto(page.url)
    planner(other)
    assert column(other, 3) == column(page, 3)
    assert clocks(other) == clocks(page)
    expect(total(other)).to_have_text("Fra kl. 09.00 til kl. 12.00, i alt 180 minutter.")
    other.get_by_role("button", name="Nullstill").click()
    expect(total(other)).to_have_text("I alt 120 minutter.")
    expect(other).to_have_url(served + PHASE + "#workshop")


def test_the_plan_follows_to_the_other_language(page, served):
    page.goto(served + PHASE + PLAN)
    planner(page)
    page.get_by_role("link", name="English").click()
    planner(page)
    expect(page).to_have_url(served + ENGLISH + PLAN)
    expect(total(page)).to_have_text("From 09:00 to 12:00, 180 minutes in all.")


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("?start=9", "?start=09:00"),
        ("?start=0930", "?start=09:30"),
        ("?start=25:00&tools=nothing", ""),
        ("?start=09:75", ""),
        ("?start=%3Cimg%20src=x%20onerror=alert(1)%3E", ""),
        ("?pause=-5", ""),
        ("?pause=many&after=3", ""),
        ("?pause=99999&after=3", "?pause=120&after=3"),
        ("?pause=10&after=99", "?pause=10&after=2"),
        ("?pause=10&after=0", "?pause=10&after=2"),
        # Beside the break that the agenda has already.
        ("?pause=10&after=4", "?pause=10&after=2"),
        ("?pause=10&after=5", "?pause=10&after=2"),
        (
            "?tools=stakeholder-map,,stakeholder-map,agreement-template",
            "?tools=stakeholder-map",
        ),
        ("?start=", ""),
        ("?other=1&start=9", "?other=1&start=09:00"),
    ],
)
def test_what_an_address_says_wrongly_is_put_right_or_left_out(page, watch, served, query, kept):
    page.goto(served + PHASE + query)
    planner(page)
    expect(page).to_have_url(served + PHASE + kept)
    expect(total(page)).to_contain_text("minutter.")
    assert watch.errors == []


def test_a_page_opened_without_a_plan_keeps_its_address(page, served):
    page.goto(served + PHASE + "#ready")
    planner(page)
    expect(page).to_have_url(served + PHASE + "#ready")


def test_a_plan_past_midnight_says_that_it_ends_the_next_day(page, served):
    page.goto(served + PHASE + "?start=23:30")
    planner(page)
    shown = clocks(page)
    assert shown[0] == "23.30"
    later = [clock for clock in shown if clock.startswith("00.")]
    assert later
    assert all(clock.startswith(("23.", "00.", "01.")) for clock in shown)
    expect(total(page)).to_have_text("Fra kl. 23.30 til kl. 01.30 neste dag, i alt 120 minutter.")


def test_every_phase_can_be_planned_with_all_its_tools(page, served, pages):
    for each in pages:
        if each["kind"] != "phase":
            continue
        page.goto(served + each["url"] + "?start=08:00&pause=120")
        planner(page)
        boxes = page.locator(".planner [type=checkbox]")
        assert boxes.count() > 0
        for box in boxes.all():
            box.check()
        minutes = sum(map(int, column(page, 2)))
        expect(total(page)).to_contain_text(f"{minutes} minut")
        assert len(clocks(page)) == len(column(page, 2))


def test_the_whole_planner_is_used_by_keyboard(page, context, served):
    page.goto(served + PHASE)
    planner(page)
    page.evaluate("print = () => { document.title = 'printed'; }")
    page.locator("[name=start]").focus()
    # The field has parts for hours, minutes and, in some countries, the half of the day.
    page.keyboard.type("0830A")
    page.get_by_label("Ekstra pause, minutter").focus()
    page.keyboard.type("10")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Pausen kommer etter")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("Partskart (45 min)")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Skriv ut planen")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.title() == "printed"
    expect(total(page)).to_have_text("Fra kl. 08.30 til kl. 11.25, i alt 175 minutter.")
    expect(page).to_have_url(
        re.compile(re.escape("?start=08:30&tools=stakeholder-map&pause=10&after=3") + "$")
    )


def test_total_and_copying_are_announced_politely(page, context, served):
    page.goto(served + PHASE)
    form = planner(page)
    outputs = page.locator("output:visible").all()
    for output in outputs:
        # The role of an output is status, which is polite by itself.
        assert output.evaluate("each => each.tagName") == "OUTPUT"
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.rstrip("/"))
    page.locator("[name=start]").fill("10:15")
    page.get_by_role("button", name="Kopier lenken til planen").click()
    expect(form.get_by_role("status")).to_have_text("Lenken er kopiert.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_where_a_page_may_not_copy_it_says_how_to(page, served):
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(served + PHASE)
    form = planner(page)
    page.get_by_role("button", name="Kopier lenken til planen").click()
    expect(form.get_by_role("status")).to_contain_text("adressefeltet")


def test_every_field_has_a_label(page, served):
    page.goto(served + ENGLISH + PLAN)
    form = planner(page)
    for name in ("Start", "Extra break, minutes", "Break after"):
        expect(form.get_by_label(name)).to_be_visible()
    expect(form.get_by_role("group", name="Add tools at the end")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Time")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_print_this_plan_prints_the_title_and_the_plan_alone(chromium, served, tmp_path, scheme):
    context = chromium.new_context(locale="nb-NO", color_scheme=scheme)
    page = context.new_page()
    # A real print dialog waits for its reader; this one is open until the test is done.
    page.add_init_script("print = () => {}")
    page.goto(served + PHASE + PLAN)
    planner(page)
    page.get_by_role("button", name="Skriv ut planen").click()
    page.pdf(path=tmp_path / "plan.pdf", format="A4")
    command = ["pdftotext", "-raw", str(tmp_path / "plan.pdf"), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for word in ("Forankring", "Verksted", "09.00", "Pause", "Partskart", "Velkommen", "12.00"):
        assert word in text
    for word in ("Kort fortalt", "Sjekkliste", "Med åtte deltakere", "Siter", "Skriv ut", "Kilder"):
        assert word not in text
    assert page.locator("html").get_attribute("data-print") is None
    context.close()


def test_without_scripts_the_agenda_has_minutes_and_no_control_shows(chromium, served, site):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + PHASE + PLAN)
    expect(page.locator("form.planner")).to_have_count(0)
    rows = page.locator("#workshop ~ .table").first.locator("tbody tr")
    firsts = [row.locator("td").first.inner_text() for row in rows.all()]
    assert firsts == [str(minutes) for minutes, _ in agenda(site, PHASE)]
    expect(page.get_by_role("button", name="Skriv ut planen")).to_have_count(0)
    context.close()


def test_without_its_styles_no_planner_comes_and_the_agenda_is_as_it_was(page, served, site):
    page.route("**/planner.*.css", lambda route: route.abort())
    with page.expect_event("requestfailed", lambda each: each.url.endswith(".css")):
        page.goto(f"{served}{PHASE}{PLAN}")
    page.wait_for_load_state("networkidle")
    assert page.locator("form.planner, .plan-total, .in-plan, td.clock").count() == 0
    rows = page.locator("#workshop ~ .table tbody").first.locator("tr")
    assert rows.count() == len(agenda(site, PHASE))


def test_the_planner_fits_the_smallest_phone(page, served):
    page.set_viewport_size({"width": 320, "height": 640})
    for url in (PHASE, ENGLISH):
        page.goto(served + url + PLAN)
        form = planner(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        for field in form.locator("input:visible, select:visible, button:visible").all():
            box = field.bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 320


def test_only_phases_carry_the_planner_and_it_weighs_little(site, pages):
    for each in pages:
        html = (site / each["url"] / "index.html").read_text(encoding="utf-8")
        begin, found, rest = html.partition("<template data-planner")
        assert bool(found) == (each["kind"] == "phase"), each["url"]
        if found:
            without = begin + rest.partition("</template>")[2]
            extra = len(gzip.compress(html.encode())) - len(gzip.compress(without.encode()))
            assert extra < 100


def test_the_script_is_fetched_where_it_is_used_and_nowhere_else(page, watch, served):
    page.goto(served + "verktoy/", wait_until="networkidle")
    page.goto(served + "metoden/", wait_until="networkidle")
    asked = [urlsplit(url).path for url in watch.requests]
    assert not any(SCRIPT.search(path) for path in asked)
    page.goto(served + PHASE)
    planner(page)
    assert any(SCRIPT.search(url) for url in watch.requests)


def test_the_planner_costs_nothing_until_its_agenda_comes_near(page, watch, served):
    page.goto(served + PHASE, wait_until="networkidle")
    assert not [url for url in watch.requests if SCRIPT.search(url)]
    planner(page)
    assert len([url for url in watch.requests if SCRIPT.search(url)]) == 1


def test_a_shared_plan_is_there_without_scrolling(page, served):
    page.goto(served + PHASE + PLAN)
    expect(page.locator(".plan-total")).to_contain_text("09.00")


def test_the_plan_goes_into_the_calendar_with_its_deadlines(page, served, site):
    for url, words in (
        (PHASE, ["verksted", "send ut papirene", "frist for svar (forslag)"]),
        (ENGLISH, ["workshop", "send out the papers", "answers due (suggestion)"]),
    ):
        page.goto(f"{served}{url}?start=09:00")
        form = planner(page)
        button = form.locator("[name=calendar]")
        expect(button).to_be_hidden()
        form.locator("[name=day]").fill("2026-09-15")
        expect(page).to_have_url(re.compile(re.escape("day=2026-09-15")))
        with page.expect_download() as caught:
            button.click()
        text = Path(caught.value.path()).read_text(encoding="utf-8")
        events = Calendar.from_ical(text).walk("VEVENT")
        title = page.locator("h1").inner_text()
        assert [str(event["SUMMARY"]) for event in events] == [f"{title}: {w}" for w in words]
        length = sum(minutes for minutes, _ in agenda(site, url))
        begins = datetime(2026, 9, 15, 9)
        workshop, send, answers = events
        assert workshop.decoded("DTSTART") == begins
        assert workshop.decoded("DTEND") == begins + timedelta(minutes=length)
        assert send.decoded("DTSTART") == date(2026, 9, 8)
        assert answers.decoded("DTSTART") == date(2026, 10, 6)
        for _, what in agenda(site, url):
            assert what in str(workshop["DESCRIPTION"])
        assert page.url in str(workshop["DESCRIPTION"])
        assert str(workshop["URL"]) == page.url


def test_a_day_that_there_is_none_is_left_out_of_the_plan(page, served):
    page.goto(f"{served}{PHASE}?day=2026-02-30&start=09:00")
    form = planner(page)
    expect(form.locator("[name=day]")).to_have_value("")
    expect(form.locator("[name=calendar]")).to_be_hidden()
    expect(page).not_to_have_url(re.compile(re.escape("day=")))
