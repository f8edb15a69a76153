"""Filters narrow the lists that data make; without scripts all is shown."""

import re

import pytest
from playwright.sync_api import expect

from scripts.web.hashed_names import hashed_path

SCRIPT = "assets/js/filters.js"
ROWS = "table[data-list=municipalities] tbody tr"
ITEMS = "section.publications li"
OUTPUT = "form.filters output"
PHONE = {"width": 390, "height": 844}


def test_a_list_is_narrowed_by_kind_and_shown_again(page, served):
    page.goto(served + "publikasjoner/")
    everything = page.locator(ITEMS).count()
    page.locator("[name=kind][value=report]").check()
    expect(page.locator(f"{ITEMS}:visible")).to_have_count(2)
    expect(page.locator(OUTPUT)).to_have_text(f"Viser 2 av {everything}")
    page.get_by_role("button", name="Vis alle").click()
    expect(page.locator(f"{ITEMS}:visible")).to_have_count(everything)


def test_several_kinds_can_be_shown_together(page, served):
    page.goto(served + "publikasjoner/")
    kinds = ("report", "book")
    counts = [
        int(page.locator(f".choice:has([value={kind}]) small").inner_text()) for kind in kinds
    ]
    for kind in kinds:
        page.locator(f"[name=kind][value={kind}]").check()
    expect(page.locator(f"{ITEMS}:visible")).to_have_count(sum(counts))


def test_a_letter_of_who_was_who_leads_to_a_person_whatever_is_looked_for(page, served):
    page.goto(served + "metoden/hvem-er-hvem/")
    everyone = page.locator(".letters a:visible").count()
    page.locator("[name=text]").fill("Fagforbundet")
    letters = page.locator(".letters a:visible")
    expect(letters).not_to_have_count(everyone)
    assert letters.count() > 0
    for letter in letters.all():
        person = page.locator(f"[aria-labelledby=list-person] {letter.get_attribute('href')}")
        expect(person).to_be_visible()
    # A name that only the second list has is found by the same field.
    page.locator("[name=text]").fill("Sanner")
    expect(page.locator(".people .glossary > div:visible")).to_have_text(re.compile("Sanner"))
    expect(page.locator("[aria-labelledby=list-person]")).to_be_hidden()


def test_six_municipalities_are_read_without_a_filter(page, served):
    page.goto(served + "kommuner/")
    expect(page.locator(f"{ROWS}:visible")).to_have_count(6)
    expect(page.locator("form.filters")).to_have_count(0)
    for row in page.locator(ROWS).all():
        expect(row).to_contain_text(re.compile(r"\d{4}.*(kilder?|kilde), .*uavhengig", re.DOTALL))


@pytest.mark.parametrize("url", ["publikasjoner/", "en/publications/", "kilder/"])
def test_each_choice_says_how_many_it_shows(page, served, url):
    page.goto(served + url)
    choices = page.locator(".choice:has(small)")
    assert choices.count() > 1
    for choice in choices.all():
        choice.locator("input").check()
        shown, _ = re.findall(r"\d+", page.locator(OUTPUT).inner_text())
        assert shown == choice.locator("small").inner_text()
        choice.locator("input").uncheck()


@pytest.mark.parametrize("url", ["publikasjoner/", "en/publications/"])
def test_no_kind_of_publication_is_a_choice_of_one(page, served, url):
    page.goto(served + url)
    counts = page.locator(".choice:has([name=kind]:not([value=other])) small").all_inner_texts()
    assert 2 < len(counts) < 11
    assert all(int(count) > 1 for count in counts)


def test_choices_stand_in_the_address_and_outlive_a_reload(page, served):
    page.goto(served + "publikasjoner/")
    page.locator("[name=kind][value=article]").check()
    page.get_by_label("Søk i lista").fill("paradoksalt effektiv")
    expect(page.locator(OUTPUT)).to_contain_text("Viser 1 av")
    expect(page).to_have_url(served + "publikasjoner/?kind=article#contains=paradoksalt+effektiv")
    page.reload()
    expect(page.locator(OUTPUT)).to_contain_text("Viser 1 av")
    expect(page.locator("[name=kind][value=article]")).to_be_checked()
    expect(page.get_by_label("Søk i lista")).to_have_value("paradoksalt effektiv")
    page.get_by_role("button", name="Vis alle").click()
    expect(page).to_have_url(re.compile(r"/publikasjoner/#?$"))


def test_no_host_learns_what_was_typed(page, host):
    page.goto(host.address + "publikasjoner/")
    page.get_by_label("Søk i lista").fill("hemmelig")
    page.reload()
    expect(page.locator(OUTPUT)).to_contain_text("Viser 0 av")
    assert len(host.log) > 2
    assert [line for line in host.log if "hemmelig" in line] == []


@pytest.mark.parametrize("address", ["#contains=%E0%A4", "?kind=nonsense", "?view=compare&x=1"])
def test_an_address_that_somebody_spoilt_still_shows_a_list(page, served, watch, address):
    page.goto(served + "publikasjoner/" + address)
    expect(page.locator(OUTPUT)).to_contain_text("Viser")
    assert watch.errors == []


def test_a_link_to_an_entry_that_is_filtered_away_shows_it(page, served):
    page.goto(served + "ordliste/#contains=turnus")
    expect(page.locator(OUTPUT)).to_contain_text("Viser")
    page.evaluate(
        "location.hash = 'term-' + document.querySelector('[data-list] > [hidden]').id.slice(5)"
    )
    expect(page.locator(":target")).to_be_in_viewport()


def test_publications_are_narrowed_by_kind_language_and_words(page, served):
    page.goto(served + "en/publications/")
    items = page.locator("section.publications li")
    everything = items.count()
    page.locator("[name=kind][value=report]").check()
    reports = page.locator("section.publications li:visible").count()
    assert 0 < reports < everything
    page.get_by_label("Search the list").fill("evaluering")
    expect(page.locator("section.publications li:visible").first).to_contain_text("Evaluering")
    page.get_by_label("Search the list").fill("no such words")
    expect(page.locator(OUTPUT)).to_have_text(f"Showing 0 of {everything}")


def test_what_is_looked_for_behind_a_folded_line_is_shown(page, served):
    page.goto(served + "en/publications/later-programmes-and-background/")
    folded = page.locator("[data-filter-fold]")
    expect(folded.locator("li").first).to_be_hidden()
    page.get_by_label("Search the list").fill("tragedy")
    expect(folded.locator("li:visible")).to_have_count(1)


def test_on_a_phone_a_municipality_is_a_card_with_its_sentence(page, served):
    page.set_viewport_size(PHONE)
    page.goto(served + "kommuner/")
    card = page.locator(ROWS).filter(has_text="Steinkjer").first
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    for words in (
        "Forsøkskommune",
        "1999–2002",
        "6 kilder, men ingen av de uavhengige sier hva som ble gjort",
        "renovasjonsbil",
    ):
        part = card.get_by_text(words).first
        expect(part).to_be_visible()
        inside = part.bounding_box()
        assert inside["x"] + inside["width"] <= box["x"] + box["width"] + 1


@pytest.mark.parametrize("url", ["ordliste/", "en/sources/", "om/alle-sider/"])
@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 800}], ids=["390", "1280"])
def test_letters_stay_in_sight_and_lead_to_their_entries(page, served, url, size):
    page.set_viewport_size(size)
    page.goto(served + url)
    bar = page.locator(".letter-bar")
    letter = bar.get_by_role("link", name="S", exact=True)
    letter.click()
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    page.wait_for_function(
        "() => document.querySelector('.letter-bar').getBoundingClientRect().top < 1"
    )
    top = bar.bounding_box()
    assert top["y"] + top["height"] <= target.bounding_box()["y"] + 1
    assert top["height"] < size["height"] / 4


def test_letters_without_an_entry_that_is_shown_go_away(page, served):
    page.goto(served + "ordliste/")
    before = page.locator(".letters a:visible").count()
    page.get_by_label("Søk i lista").fill("utviklingsveileder")
    letters = page.locator(".letters a:visible")
    expect(letters).not_to_have_count(before)
    assert letters.count() > 0
    for letter in letters.all():
        assert page.locator(letter.get_attribute("href")).is_visible()


def test_without_scripts_everything_is_shown_and_no_dead_form(chromium, served):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "publikasjoner/")
    expect(page.locator("form.filters")).to_be_hidden()
    everything = page.locator(f"{ITEMS}:not(details *)")
    expect(page.locator(f"{ITEMS}:visible")).to_have_count(everything.count())
    page.goto(served + "kilder/")
    expect(page.locator(".filters:visible")).to_have_count(0)
    expect(page.locator(".letters")).to_be_visible()
    context.close()


def test_the_number_shown_is_announced(page, served):
    page.goto(served + "publikasjoner/")
    output = page.get_by_role("status").filter(has_text=re.compile("Viser"))
    expect(output).to_have_count(1)


MOVED = """window.moved = [];
const note = (entries) => {
  for (const each of entries) if (!each.hadRecentInput) window.moved.push(each.value);
};
const observer = new PerformanceObserver((list) => note(list.getEntries()));
observer.observe({ type: "layout-shift", buffered: true });
window.movedByNow = () => {
  note(observer.takeRecords());
  return window.moved;
};"""
# What the script changes is drawn in the next frame, and what moved is known in the one after.
DRAWN = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
})"""


@pytest.mark.parametrize("url", ["ordliste/", "en/sources/", "publikasjoner/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_the_script_of_filters_comes(page, served, site, url, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.add_init_script(MOVED)
    page.goto(served + url)
    page.evaluate(f"import('/{hashed_path(site, SCRIPT)}')")
    page.evaluate(DRAWN)
    assert sum(page.evaluate("window.movedByNow()")) <= 0.002


def test_what_is_typed_before_the_script_of_filters_comes_stays_and_narrows(page, served):
    held = []
    page.route("**/filters.*.js", lambda route: held.append(route))
    page.goto(served + "ordliste/")
    page.get_by_label("Søk i lista").fill("modellkommune")
    page.get_by_label("Søk i lista").press("Enter")
    expect(page).to_have_url(served + "ordliste/")
    before = page.locator(OUTPUT).inner_text()
    assert re.fullmatch(r"Viser (\d+) av \1", before)
    held[0].continue_()
    expect(page.locator(OUTPUT)).not_to_have_text(before)
    expect(page.get_by_label("Søk i lista")).to_have_value("modellkommune")


def test_a_form_that_nothing_answers_to_is_not_shown(page, served):
    page.route("**/filters.*.js", lambda route: route.abort())
    page.goto(served + "kilder/")
    expect(page.locator("form.filters")).to_be_hidden()
    expect(page.locator("[data-filter-choices]")).to_be_hidden()


@pytest.mark.parametrize("url", ["kilder/", "en/glossary/"])
def test_the_letters_stand_on_one_row_on_a_desk_and_are_24_pixels_wide(page, served, url):
    page.goto(served + url)
    boxes = [each.bounding_box() for each in page.locator(".letters a").all()]
    assert len({round(box["y"]) for box in boxes}) == 1
    assert min(box["width"] for box in boxes) >= 24
