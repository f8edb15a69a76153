"""Readers know where they are: on the page, in its section and on the site."""

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

PHASE = "faser/forankring/"
QUESTIONS = "sporsmal-og-svar/"
CURRENT = ".toc a[aria-current]"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def read(site, url):
    return BeautifulSoup((site / url / "index.html").read_text(encoding="utf-8"), "lxml")


def test_the_heading_that_is_read_is_marked_beside_the_text_however_one_came_there(page, served):
    page.goto(served + PHASE)
    expect(page.locator(CURRENT)).to_have_count(0)
    for anchor in ("workshop", "in-short", "checklist"):
        page.evaluate(
            """anchor => scrollTo({ top: document.getElementById(anchor)
            .getBoundingClientRect().top + scrollY - 40, behavior: "instant" })""",
            anchor,
        )
        expect(page.locator(CURRENT)).to_have_attribute("href", f"#{anchor}")
    expect(page.locator(CURRENT)).to_have_attribute("aria-current", "location")
    page.goto(served + PHASE + "#workshop")
    expect(page.locator(CURRENT)).to_have_attribute("href", "#workshop")


def test_a_heading_that_was_asked_for_is_marked_however_short_its_section_is(page, served):
    page.set_viewport_size({"width": 1280, "height": 1600})
    page.goto(served + PHASE)
    for anchor in ("in-short", "suggestion"):
        page.locator(f".toc a[href='#{anchor}']").click()
        expect(page.locator(CURRENT)).to_have_attribute("href", f"#{anchor}")
    expect(page.locator("#suggestion")).to_be_in_viewport()
    page.evaluate("scrollBy({ top: 900, behavior: 'instant' })")
    expect(page.locator(CURRENT)).not_to_have_attribute("href", "#suggestion")


def test_the_last_heading_is_marked_when_it_is_asked_for_and_the_page_ends(page, served):
    page.goto(served + "metoden/historie/")
    last = page.locator(".toc a").last
    last.click()
    expect(last).to_have_attribute("aria-current", "location")


def test_on_a_phone_every_question_is_in_the_list_of_headings(page, served):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + QUESTIONS)
    page.locator(".toc summary").click()
    questions = page.locator("article h3[id]").evaluate_all("all => all.map(({ id }) => id)")
    assert len(questions) > 20
    for anchor in questions:
        expect(page.locator(f".toc a[href='#{anchor}']")).to_be_visible()
    page.locator(".toc a[href='#other-countries']").click()
    expect(page.locator("#other-countries")).to_be_in_viewport()


def test_beside_the_text_only_the_questions_of_the_section_that_is_read_stand(page, served):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(served + QUESTIONS)
    expect(page.locator(".toc li li a").filter(visible=True)).to_have_count(0)
    page.goto(served + QUESTIONS + "#basic-agreement")
    expect(page.locator(CURRENT)).to_have_attribute("href", "#law-and-politics")
    shown = page.locator(".toc li li a").filter(visible=True)
    expect(shown.first).to_have_attribute("href", "#politicians-in-the-group")
    expect(shown.last).to_have_attribute("href", "#users")


@pytest.mark.parametrize(
    "url", ["publikasjoner/krogh-2013/", "metoden/historie/", PHASE, QUESTIONS]
)
def test_side_menus_never_scroll_inside_themselves_and_their_end_can_be_seen(page, served, url):
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(served + url)
    menus = page.locator(".section-nav, .beside")
    assert menus.count() > 0
    for menu in menus.all():
        assert menu.evaluate("menu => menu.scrollHeight <= menu.clientHeight + 1")
        assert menu.evaluate("menu => getComputedStyle(menu).overflowY") == "visible"
    page.evaluate("scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' })")
    for menu in menus.all():
        expect(menu.get_by_role("link").last).to_be_in_viewport()


def test_what_the_keyboard_stands_on_in_a_side_menu_is_in_sight_without_a_jump(page, served):
    page.set_viewport_size({"width": 1280, "height": 500})
    page.emulate_media(reduced_motion="reduce")
    page.goto(served + "metoden/historie/")
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    links = page.locator(".section-nav").get_by_role("link")
    links.last.focus()
    for _ in range(links.count() - 1):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("document.activeElement.closest('.section-nav') !== null")
        expect(page.locator("a:focus")).to_be_in_viewport(ratio=1)
    expect(links.first).to_be_focused()


@pytest.mark.parametrize("url", ["metoden/historie/", "en/publications/nibr-2002-24/"])
def test_on_a_phone_the_pages_of_the_section_are_one_touch_away(page, served, url):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + url)
    page.locator(".breadcrumb .to-section").click()
    expect(page.locator(".section-nav li").first).to_be_in_viewport()


def test_every_breadcrumb_names_the_page_and_its_section_unless_that_begins_with_it(site, pages):
    seen = 0
    for each in pages:
        tree = read(site, each["url"])
        trail = [item.get_text(strip=True) for item in tree.select(".breadcrumb li")]
        section = tree.select_one(".sections a[aria-current]")
        if each["kind"] == "home":
            assert trail == []
            continue
        trail = [name.replace(SOFT_HYPHEN, "") for name in trail]
        if section["aria-current"] != "page":
            assert section.get_text(strip=True) in trail[1:-1], each["url"]
        else:
            assert len(trail) == 2, each["url"]
        assert trail[-1] == tree.h1.get_text(strip=True).replace(SOFT_HYPHEN, ""), each["url"]
        seen += 1
    assert seen > 100


def test_printing_has_its_own_place_in_the_menu_and_its_old_address(site):
    for home, name, address in [
        ("", "Trykk og verksted", "om/trykk-og-verksted/"),
        ("en", "Print and workshop", "about/print/"),
    ]:
        links = read(site, home).select(".sections a")
        (link,) = [each for each in links if each.get_text(strip=True) == name]
        assert link["href"] == address
        assert (site / home / address / "index.html").is_file()


def test_soft_hyphens_reach_neither_titles_ids_addresses_nor_what_is_searched(site, pages):
    held = 0
    for each in pages:
        tree = read(site, each["url"])
        held += SOFT_HYPHEN in tree.body.get_text()
        assert SOFT_HYPHEN not in str(tree.head.title), each["url"]
        for element in tree.find_all(True):
            assert SOFT_HYPHEN not in str(element.attrs), each["url"]
    assert held > 50
    for name in ("words.nb.json", "words.en.json"):
        assert SOFT_HYPHEN not in (site / "pagefind" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("url", ["metoden/historie/", "en/publications/nibr-2002-24/"])
def test_a_reference_is_named_as_apa_and_copied_whole(context, page, served, url):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served + url)
    page.locator(".cite-page summary").click()
    box = page.locator("[data-cited]").last
    expect(box).to_contain_text("APA:")
    button = box.locator("[data-copy=reference]")
    button.click()
    expect(button).to_have_text("Copied" if url.startswith("en/") else "Kopiert")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == " ".join(box.locator("[data-reference]").inner_text().split())


def test_a_reference_that_may_not_be_copied_is_marked_for_the_reader(page, served):
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        "document.execCommand = () => false;"
    )
    page.goto(served + "metoden/historie/")
    page.locator(".cite-page summary").click()
    button = page.locator(".cite-page [data-copy=reference]")
    button.click()
    expect(button).to_have_text("Marker teksten og kopier den selv")
    marked = page.evaluate("getSelection().toString()")
    assert marked == page.locator(".cite-page [data-reference]").inner_text()


@pytest.mark.parametrize("url", ["faser/forankring/", "en/municipalities/moss/"])
@pytest.mark.parametrize("width", [768, 834, 900, 960, 1280])
def test_the_main_menu_is_one_row_wherever_it_does_not_fold(page, served, url, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served + url)
    tops = {round(each.bounding_box()["y"]) for each in page.locator(".sections a").all()}
    assert len(tops) == 1


@pytest.mark.parametrize(
    ("url", "figure"), [(PHASE, ".wheel-small"), ("en/municipalities/moss/", ".locator")]
)
@pytest.mark.parametrize("width", [640, 834, 1100])
def test_on_tablets_the_loop_or_the_map_stands_beside_the_title(page, served, url, figure, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served + url)
    title, drawn, toc = (
        page.locator(each).bounding_box() for each in ("h1", figure, ".toc summary")
    )
    assert title["x"] + title["width"] <= drawn["x"]
    assert drawn["y"] < title["y"] + title["height"] + 40
    assert drawn["y"] + drawn["height"] <= toc["y"] + 4


def test_a_letter_that_stands_ready_is_copied_as_it_stands(page, context, served):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served + "for-deg/folkevalgte/")
    page.get_by_role("button", name="Kopier teksten").click()
    expect(page.get_by_role("button", name="Kopiert")).to_be_visible()
    text = page.locator("[data-ready-text]").inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == text
    assert text.startswith("Kommunestyret ber")


def test_paragraphs_of_a_letter_stay_apart_and_what_is_hidden_is_not_copied(page, context, served):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served + "for-deg/folkevalgte/")
    # Built node by node: the site's own policy (trusted types) refuses markup given as text.
    page.locator("[data-ready-text]").evaluate(
        """each => {
            const paragraphs = [["En  linje", " (merke)", "."], ["En til."]].map(parts => {
                const paragraph = document.createElement("p");
                paragraph.append(...parts);
                return paragraph;
            });
            const hidden = document.createElement("span");
            hidden.hidden = true;
            hidden.append(paragraphs[0].childNodes[1]);
            paragraphs[0].insertBefore(hidden, paragraphs[0].lastChild);
            each.replaceChildren(...paragraphs);
        }"""
    )
    page.get_by_role("button", name="Kopier teksten").click()
    expect(page.get_by_role("button", name="Kopiert")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "En linje.\n\nEn til."


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_quiet_words_and_edges_are_as_dark_as_any_for_who_asks_for_contrast(
    chromium, served, scheme
):
    context = chromium.new_context(contrast="more", color_scheme=scheme)
    page = context.new_page()
    page.goto(served + PHASE)
    said = "each => getComputedStyle(each).color"
    text = page.locator(".text > p").first.evaluate(said)
    assert page.locator(".breadcrumb").evaluate(said) == text
    edge = "each => getComputedStyle(each).borderTopColor"
    assert page.locator("[data-search-open]").first.evaluate(edge) == text
    context.close()


@pytest.mark.parametrize("outside", [False, True])
def test_a_heading_is_reached_though_the_page_grows_above_it_on_the_way(page, served, outside):
    # So high that the workshop is near from the checklist too: who only passes it, on a machine
    # that is quick or busy, gets no planner.
    page.set_viewport_size({"width": 1280, "height": 1600})
    page.goto(served + PHASE + ("#checklist" if outside else ""))
    if not outside:
        page.locator(".toc a[href='#checklist']").click()
    # The planner comes when the workshop is near, and takes its room above the heading.
    expect(page.locator("form.planner")).to_be_attached()
    page.wait_for_function(
        "() => Math.abs(document.querySelector('#checklist').getBoundingClientRect().top) < 60"
    )
    expect(page.locator(CURRENT)).to_have_attribute("href", "#checklist")
