"""Notes and terms show their text in place: by pointer, keyboard and touch."""

import re

import pytest
from playwright.sync_api import expect

TIP = "[role=tooltip]"


def test_a_note_shows_its_reference_on_hover_and_lets_the_pointer_move_onto_it(page, served):
    page.clock.install()
    page.goto(served + "metoden/historie/")
    note = page.locator(".cite a").first
    note.hover()
    tip = page.locator(TIP)
    expect(tip).to_be_visible()
    number = note.get_attribute("href").removeprefix("#ref-")
    title = page.locator(f"#ref-{number} .class").inner_text()
    expect(tip).to_contain_text(title)
    tip.hover()
    page.clock.run_for(1000)  # longer than the grace of one who is on the way to it
    expect(tip).to_be_visible()
    page.mouse.move(0, 0)
    expect(tip).to_be_hidden()


def test_a_note_shows_its_reference_on_focus_and_escape_takes_it_away(page, served):
    page.goto(served + "metoden/historie/")
    page.locator(".breadcrumb ol a").last.focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.cite') !== null"):
            break
    expect(page.locator(TIP)).to_be_visible()
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "tip"
    page.keyboard.press("Escape")
    expect(page.locator(TIP)).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('.cite') !== null")


def test_a_note_reached_before_the_script_of_notes_shows_its_reference_when_that_comes(
    page, served
):
    held = []
    page.route("**/tooltips.*.js", lambda route: held.append(route))
    page.goto(served + "metoden/historie/")
    page.locator(".breadcrumb ol a").last.focus()
    stops = "[...document.querySelectorAll('main :is(a.term, .cite a:first-child)')]"
    # Whoever walks on quickly has left the first one by then.
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate(f"{stops}.indexOf(document.activeElement)") == 3:
            break
    expect(page.locator(TIP)).to_have_count(0)
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator(TIP)).to_be_visible()
    assert page.evaluate(f"{stops}[3].getAttribute('aria-describedby')") == "tip"


def test_a_note_that_was_left_before_the_script_of_notes_came_shows_nothing(page, served):
    held = []
    page.route("**/tooltips.*.js", lambda route: held.append(route))
    page.goto(served + "metoden/historie/")
    page.locator(".cite a").first.hover()
    page.locator("h1").hover()
    page.locator(".cite a").nth(1).hover()
    page.locator("h1").hover()
    with page.expect_event("requestfinished"):
        held[0].continue_()
    page.locator("h1").hover()
    expect(page.locator(TIP)).to_have_count(0)
    page.locator(".cite a").first.hover()
    expect(page.locator(TIP)).to_be_visible()


def test_a_note_is_a_link_where_the_script_of_notes_is_lost(page, watch, served):
    page.route("**/tooltips.*.js", lambda route: route.abort())
    page.goto(served + "metoden/historie/")
    page.locator(".cite a").first.click()
    expect(page.locator("li:target")).to_be_in_viewport()
    assert [each for each in watch.errors if "ERR_FAILED" not in each] == []


def test_following_a_note_leads_to_its_reference_and_back_again(page, served):
    page.goto(served + "metoden/historie/")
    note = page.locator(".cite a").nth(3)
    place = note.evaluate("link => link.parentElement.id")
    note.click()
    expect(page.locator("li:target")).to_be_visible()
    page.locator(f"li:target a[href='#{place}']").click()
    expect(page).to_have_url(re.compile(re.escape(f"#{place}") + "$"))


# Its browser has not put the layout of a reference off (see notes.css).
LAID_OUT = "li => li.checkVisibility({ contentVisibilityAuto: true })"
IN_VIEW = """element => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""
SIZES = [(320, 640), (390, 823), (1280, 720)]


@pytest.fixture
def unscripted(chromium):
    """A page whose references nobody lays out but the browser, as they come near."""
    context = chromium.new_context(java_script_enabled=False, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_references_that_are_not_laid_out_yet_are_where_a_note_leads(
    unscripted, served, width, height
):
    page = unscripted
    page.set_viewport_size({"width": width, "height": height})
    page.goto(served + "faser/forankring/kunnskap/")
    first = page.locator(".references > li").first
    assert not first.evaluate(LAID_OUT)
    note = page.locator("sup.cite").nth(12)
    note.locator("a").first.click()
    reference = page.locator("li:target")
    assert reference.evaluate(IN_VIEW)
    assert first.evaluate(LAID_OUT)
    place = reference.evaluate("li => li.getBoundingClientRect().top")
    # A page without scripts tells of no frame that it draws.
    page.wait_for_timeout(300)
    assert reference.evaluate("li => li.getBoundingClientRect().top") == place
    reference.locator(f".backs a[href='#{note.get_attribute('id')}']").click()
    assert note.evaluate(IN_VIEW)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_page_is_about_as_long_before_its_references_are_laid_out_as_after(
    unscripted, served, pages, width, height
):
    page = unscripted
    page.set_viewport_size({"width": width, "height": height})
    for each in pages[::9]:
        page.goto(served + each["url"])
        reckoned = page.evaluate("document.documentElement.scrollHeight")
        page.evaluate("document.querySelector('.references[style]')?.removeAttribute('style')")
        real = page.evaluate("document.documentElement.scrollHeight")
        assert abs(reckoned - real) <= 0.16 * real, f"{each['url']}: {reckoned} px, then {real}"


# A smooth jump takes a second or so; it has ended where two looks see the same.
RESTS_AT_THE_TOP = """li => {
  const { top } = li.getBoundingClientRect();
  const rests = top === window.before;
  window.before = top;
  return rests && top < 40;
}"""


def test_a_jump_past_the_agenda_ends_at_its_note_though_the_planner_waits_there(page, served):
    page.emulate_media(reduced_motion="no-preference")
    page.set_viewport_size({"width": 390, "height": 823})
    page.goto(served + "faser/forankring/#ref-3")
    reference = page.locator("#ref-3").element_handle()
    page.wait_for_function(RESTS_AT_THE_TOP, arg=reference, polling=100)


def test_the_script_has_references_laid_out_once_there_is_time(page, served):
    page.set_viewport_size({"width": 390, "height": 823})
    page.goto(served + "faser/forankring/")
    last = page.locator(".references > li").last
    assert last.evaluate(LAID_OUT)
    assert not last.evaluate(IN_VIEW)


def test_numbers_that_stand_together_are_one_stop_and_the_arrows_go_on_within_it(page, served):
    page.goto(served + "kommuner/steinkjer/")
    group = page.locator(".cite:has(a + a)").first
    links = group.locator("a")
    links.first.focus()
    page.keyboard.press("ArrowRight")
    expect(links.nth(1)).to_be_focused()
    expect(page.locator(TIP)).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(links.first).to_be_focused()
    page.keyboard.press("Tab")
    assert not group.evaluate("group => group.contains(document.activeElement)")


def test_numbers_that_stand_together_show_all_their_references_at_once(page, served):
    page.goto(served + "kommuner/steinkjer/")
    group = page.locator(".cite", has_text="–").first
    first, last = (int(link.inner_text()) for link in group.locator("a").all())
    group.locator("a").first.hover()
    told = page.locator(f"{TIP} > div")
    expect(told).to_have_count(last - first + 1)
    for number, each in enumerate(told.all(), first):
        shown = each.inner_text()
        assert shown.startswith(f"[{number}]")
        kind = page.locator(f"#ref-{number} .class").inner_text()
        assert kind in shown
        assert page.locator(f"#ref-{number} .read").inner_text().split(".")[0] in shown


def test_without_scripts_each_number_is_a_link_of_its_own(unscripted, served):
    page = unscripted
    page.goto(served + "kommuner/steinkjer/")
    assert page.locator(".cite a[tabindex]").count() == 0


SHEET = "#tip[role=dialog]"


@pytest.fixture
def phone(chromium):
    context = chromium.new_context(
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
        viewport={"width": 375, "height": 700},
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("selector", ["a.term", ".cite a"])
def test_the_first_touch_shows_and_the_second_follows(phone, served, selector):
    phone.goto(served + "metoden/historie/")
    before = phone.url
    link = phone.locator(selector).first
    link.tap()
    expect(phone.locator(SHEET)).to_be_visible()
    expect(phone).to_have_url(before)
    link.tap()
    phone.wait_for_url(lambda url: url != before)


def test_brackets_are_targets_of_24_pixels_under_a_finger(phone, served):
    phone.goto(served + "metoden/historie/")
    sizes = phone.locator("main .cite").evaluate_all(
        "marks => marks.flatMap((mark) => [...mark.getClientRects()])"
        ".map(({ width, height }) => Math.min(width, height))"
    )
    assert len(sizes) > 20
    assert min(sizes) >= 24


def test_a_touch_beside_the_numbers_shows_all_of_a_bracket_and_leads_from_each(phone, served):
    phone.goto(served + "metoden/historie/")
    group = phone.locator(".cite:has(a + a)").first
    group.scroll_into_view_if_needed()
    group.tap(position={"x": 2, "y": 14})
    expect(phone.locator(SHEET)).to_be_visible()
    numbers = phone.locator(f"{SHEET} [data-of] > a")
    assert numbers.count() > 1
    numbers.last.tap()
    expect(phone.locator(SHEET)).to_have_count(0)
    expect(phone.locator("li:target")).to_be_in_viewport()


def test_what_was_touched_is_never_behind_its_own_text_and_a_button_closes_that(phone, served):
    phone.goto(served + "metoden/historie/")
    for note in phone.locator("main p .cite").all()[:8]:
        # As low as it can be touched.
        note.evaluate("note => scrollBy(0, note.getBoundingClientRect().bottom - innerHeight + 62)")
        note.locator("a").first.tap()
        expect(phone.locator(SHEET)).to_be_visible()
        end = note.evaluate("note => note.getBoundingClientRect().bottom")
        assert end <= phone.locator(SHEET).bounding_box()["y"]
        close = phone.locator(SHEET).get_by_role("button", name="Lukk")
        assert min(close.bounding_box()[side] for side in ("width", "height")) >= 44
        close.tap()
        expect(phone.locator(SHEET)).to_have_count(0)


def test_a_term_leads_to_its_entry_without_scripts(chromium, served):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "en/method/history/")
    page.locator("a.term").first.click()
    expect(page.locator(".glossary > div:target")).to_be_visible()
    context.close()


def test_a_tip_stays_within_a_narrow_screen(page, served):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served + "metoden/historie/")
    for note in page.locator(".cite a").all()[:12]:
        note.focus()
        note.hover()
        box = page.locator(TIP).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320


COPIED = """element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  return getSelection().toString();
}"""


@pytest.mark.parametrize("url", ["metoden/resultater/", "en/municipalities/", "kommuner/moss/"])
def test_a_note_never_runs_into_the_text_before_it_when_it_is_copied(page, served, url):
    page.goto(served + url)
    marks = "> :is(.cite, .ours, .mark:not([hidden]))"
    texts = page.locator(f"article :is(p, li, td, dd):has({marks})").all()
    assert texts
    for text in texts:
        copied, position = text.evaluate(COPIED), 0
        for mark in text.locator(marks).all_text_contents():
            assert re.fullmatch(r"\[.+\]|(vår|our) .+", mark)
            found = re.compile(rf"(?<!\S){re.escape(mark)}").search(copied, position)
            assert found, copied
            position = found.end()
