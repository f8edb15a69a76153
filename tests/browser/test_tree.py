"""What a screen reader finds on a page of each kind: landmarks, headings, names, buttons.

The outlines in tests/browser/aria/ are approved by somebody who has read them as they are
heard. Text may change without touching them; landmarks, headings and controls may not.
After a change that is meant: `make test T="--approve tests/browser/test_tree.py"`, then
read what git shows.
"""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.pages import FILTERS_SHOWN, LINKS_TOLD, ONE_OF_EACH_KIND, come_to_the_planner

APPROVED = Path(__file__).parent / "aria"
LANDMARKS = {"banner", "navigation", "main", "complementary", "contentinfo", "region", "search"}
CONTROLS = {"button", "searchbox", "textbox", "combobox", "group", "status", "dialog", "form"}
KEPT = LANDMARKS | CONTROLS | {"heading", "article", "table"}
# Where links are part of the frame; elsewhere they are part of the text.
FRAME = {"banner", "contentinfo", "top"}


def outline(page: Page) -> str:
    """The frame of a page as an outline, without its text."""
    tree = yaml.safe_load(page.locator("body").aria_snapshot())
    return "\n".join(_lines(tree, 0, "top")) + "\n"


def _lines(items: list, depth: int, place: str) -> list[str]:
    lines: list[str] = []
    for item in items:
        name, inside = next(iter(item.items())) if isinstance(item, dict) else (item, [])
        role = name.split(" ", 1)[0]
        kept = role in KEPT or (role == "link" and place in FRAME)
        if kept:
            lines.append("  " * depth + f"- {name}")
        if isinstance(inside, list):
            within = role if role in LANDMARKS | {"dialog"} else place
            lines += _lines(inside, depth + kept, within)
    return lines


def compare(page: Page, name: str, approving: bool) -> None:
    file = APPROVED / f"{name}.yml"
    now = outline(page)
    if approving:
        file.parent.mkdir(exist_ok=True)
        file.write_text(now, encoding="utf-8")
    assert file.is_file(), f"{file.name} was never approved: see the top of this file"
    assert now.splitlines() == file.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("kind", ONE_OF_EACH_KIND)
def test_the_outline_of_a_page_is_as_approved(page, served, kind, approving):
    page.goto(served + ONE_OF_EACH_KIND[kind])
    page.wait_for_function(FILTERS_SHOWN)
    page.wait_for_function(LINKS_TOLD)
    come_to_the_planner(page)
    compare(page, kind, approving)


def test_the_outline_of_a_page_on_a_phone_with_its_menu_open_is_as_approved(
    page, served, approving
):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + "faser/forankring/")
    come_to_the_planner(page)
    page.get_by_role("button", name="Meny").click()
    compare(page, "phase-on-a-phone", approving)


def test_the_outline_of_the_search_dialog_is_as_approved(page, served, approving):
    page.goto(served)
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox").fill("forankring")
    expect(page.locator("[data-search-results] a").first).to_be_visible()
    compare(page, "search", approving)


def test_headings_are_heard_without_the_sign_beside_them(page, served):
    page.goto(served + "faser/forankring/")
    heard = page.get_by_role("main").aria_snapshot().splitlines()
    headings = [line for line in heard if "- heading" in line]
    assert len(headings) > 8
    assert [line for line in headings if "#" in line] == []
