"""What an editor may write or a reader may lack: the page stays readable and usable."""

import functools
import http.server
import re
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Quiet
from tests.browser.pages import CUT_OFF, SCROLLS_SIDEWAYS
from tests.changed import TITLE, Changed

WIDTHS = (320, 390, 768, 1280)


@pytest.fixture(scope="module")
def spoilt(changed: Changed) -> Iterator[str]:
    """The site with pages that nobody should write, and somebody will."""
    handler = functools.partial(Quiet, directory=str(changed.site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.mark.parametrize(
    "url",
    ["om/endless/", "en/about/endless/", "om/empty/", "om/siter/", "om/alle-sider/"],
)
def test_no_title_word_or_table_makes_the_page_scroll_sideways(page, spoilt, url):
    page.goto(spoilt + url)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert not page.evaluate(SCROLLS_SIDEWAYS), width
        assert page.evaluate(CUT_OFF) == [], width


def test_a_page_without_headings_shows_its_title_and_no_empty_list_of_headings(page, spoilt):
    page.goto(spoilt + "om/endless/")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_role("navigation", name="På denne siden")).to_have_count(0)
    expect(page.get_by_role("link", name="English", exact=True)).to_be_visible()


def test_every_cell_of_a_wide_table_is_in_sight_on_a_phone(page, spoilt):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(spoilt + "om/endless/")
    cells = page.get_by_role("table").locator("td")
    boxes = [cell.bounding_box() for cell in cells.all()]
    assert len(boxes) > 5
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 320 for box in boxes)


def test_a_wide_table_scrolls_within_itself_by_keyboard(page, spoilt):
    page.set_viewport_size({"width": 834, "height": 800})
    page.goto(spoilt + "om/endless/")
    table = page.get_by_role("table").locator("..")
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("element => element.scrollLeft > 0", arg=table.element_handle())


def test_a_picture_that_is_missing_is_named_before_anything_is_built(copy_project):
    project = copy_project()
    page = project / "docs" / "no" / "metoden" / "historie.md"
    with page.open("a", encoding="utf-8") as file:
        file.write("\n\n![Kart over kommunene](../assets/images/kart-som-mangler.png)\n")
    line = (
        page.read_text(encoding="utf-8")
        .splitlines()
        .index("![Kart over kommunene](../assets/images/kart-som-mangler.png)")
    )
    done = subprocess.run(
        [sys.executable, "-m", "scripts.cli", "check"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f"docs/no/metoden/historie.md:{line + 1}: " in done.stderr
    assert "kart-som-mangler.png" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("url", ["", "en/phases/anchoring/", "kommuner/", "metoden/historie/"])
@pytest.mark.parametrize("blocked", ["fonts", "images", "scripts", "styles"])
def test_a_page_is_readable_and_led_from_when_something_is_blocked(
    chromium: Browser, served: str, blocked: str, url: str
):
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    refuse(page, blocked)
    page.goto(served + url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    # What keeps tables and addresses within the page is style itself.
    if blocked != "styles":
        assert not page.evaluate(SCROLLS_SIDEWAYS)
    menu = page.get_by_role("navigation", name="Hovedmeny").or_(
        page.get_by_role("navigation", name="Main menu")
    )
    if blocked != "scripts":
        page.locator("[aria-controls=sections]").click()
    expect(menu.get_by_role("link").first).to_be_visible()
    menu.get_by_role("link").nth(2).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    context.close()


def refuse(page: Page, kind: str) -> None:
    """Answer nothing of a kind, as a filter, a proxy or a bad line would."""
    types = {"fonts": "font", "images": "image", "scripts": "script", "styles": "document"}

    def answer(route) -> None:
        if route.request.resource_type != types[kind]:
            route.continue_()
        elif kind == "styles":
            # They stand in the page: a reader who refuses them leaves them out.
            sent = route.fetch()
            plain, count = re.subn(r"<style>.*?</style>", "", sent.text(), flags=re.DOTALL)
            assert count == 1
            route.fulfill(response=sent, body=plain)
        else:
            route.abort()

    page.route("**/*", answer)


def test_a_reader_without_scripts_has_the_menu_the_language_and_the_notes(chromium, served):
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 320, "height": 800}
    )
    page = context.new_page()
    page.goto(served + "metoden/historie/")
    assert page.get_by_role("navigation", name="Hovedmeny").get_by_role("link").count() >= 6
    expect(page.get_by_role("link", name="English", exact=True)).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="kilde 1").first.click()
    expect(page.locator("li:target")).to_be_in_viewport()
    context.close()


SCRIPT = "**/js/site.*.js"
# What the main menu leads to: one link for each section of mkdocs.yml.
SECTIONS = 9
TURNS = {
    "lost": lambda route: route.abort(),
    "missing": lambda route: route.fulfill(status=404, body=""),
    "cut short": lambda route: route.fulfill(body="const root = {", content_type="text/javascript"),
    "failing": lambda route: route.fulfill(body="nothing.here();", content_type="text/javascript"),
    "never answered": lambda route: None,
}


@pytest.mark.parametrize("how", TURNS)
def test_a_script_that_does_not_run_promises_nothing(page, served, how):
    page.set_viewport_size({"width": 390, "height": 800})
    page.route(SCRIPT, TURNS[how])
    page.goto(served + "metoden/historie/#references", wait_until="commit")
    expect(page.get_by_role("navigation", name="Hovedmeny").get_by_role("link")).to_have_count(
        SECTIONS
    )
    expect(page.get_by_role("link", name="Søk", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Meny")).to_be_hidden()
    expect(page.get_by_role("button", name="Søk")).to_be_hidden()
    # Nor anything else that it would have to answer: source marks, references to copy.
    expect(page.locator("button:visible")).to_have_count(0)


def test_a_script_that_comes_very_late_still_gives_what_it_promises(page, served):
    page.set_viewport_size({"width": 390, "height": 800})
    held = []
    page.route(SCRIPT, lambda route: held.append(route))
    page.goto(served + "metoden/historie/", wait_until="commit")
    links = page.get_by_role("navigation", name="Hovedmeny").get_by_role("link")
    expect(links).to_have_count(SECTIONS)
    held[0].continue_()
    expect(links).to_have_count(0)
    page.get_by_role("button", name="Meny").click()
    expect(links).to_have_count(SECTIONS)


def test_a_browser_that_cannot_read_the_script_shows_the_menu_from_the_first_frame_on(page, served):
    """One from before 2020: to it, the newest signs of the script are faults in its language."""

    def age(route) -> None:
        sent = route.fetch()
        route.fulfill(response=sent, body=re.sub(r"(\?\?|\|\|)=", "@=", sent.text()))

    page.add_init_script(
        """window.promised = [];
        new MutationObserver(() => promised.push(document.documentElement.className))
          .observe(document.documentElement, { attributes: true });"""
    )
    page.set_viewport_size({"width": 390, "height": 800})
    page.route(SCRIPT, age)
    page.route(re.compile("/metoden/$"), age)
    page.goto(served + "metoden/")
    expect(page.get_by_role("navigation", name="Hovedmeny").get_by_role("link")).to_have_count(
        SECTIONS
    )
    assert page.evaluate("promised") == []
    assert page.evaluate("document.documentElement.classList.length") == 0


def test_a_browser_without_dialogs_is_led_to_the_list_of_all_pages(page, watch, served):
    page.add_init_script("delete HTMLDialogElement.prototype.showModal")
    page.goto(served + "metoden/#q=avtale")
    expect(page.locator("#search")).to_be_hidden()
    page.get_by_role("button", name="Søk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alle sider")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("heading", level=1)).to_have_text("Alle sider")
    assert watch.errors == []
