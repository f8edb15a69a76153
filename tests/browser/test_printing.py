"""Any page printed from the browser is a clean A4 page, whatever colours the reader chose."""

import re
import subprocess
from pathlib import Path

import pdfplumber
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from scripts.common.paths import Project
from scripts.language.messages import load_entries
from tests.browser.pages import go_to_its_letters

# A4 and its margins, in points.
WIDTH, HEIGHT, SIDE = 595, 842, 17 / 25.4 * 72
# Pages that hold what their kind's first page does not: a map, filters, long tables, a wheel.
SPECIAL = {"municipalities", "publications", "phases", "timeline", "glossary", "open-data"}
# Messages of the page's frame that have no business on paper.
FRAME = (
    *("skip", "menu", "search", "on-this-page", "previous", "next", "footer.all", "footer.licence"),
    *("footer.about", "cite.download", "filter.label", "filter.text", "filter.reset"),
    *("plan.start", "plan.print", "plan.copy", "plan.reset", "search.hint"),
)
SITE = {"nb": "Modellkommunemetodikken", "en": "Model Municipality Methodology"}
SCHEMES = ("light", "dark", "chosen-dark")


@pytest.fixture(scope="module")
def chosen(pages) -> list[dict]:
    """One page of each kind, and the special ones, in both languages."""
    seen, found = set(), []
    for page in pages:
        if (page["lang"], page["kind"]) not in seen or page["id"] in SPECIAL:
            seen.add((page["lang"], page["kind"]))
            found.append(page)
    return found


@pytest.fixture(scope="module")
def printed(chromium, served, chosen, tmp_path_factory) -> dict[tuple[str, str], Path]:
    """Every chosen page as a PDF by its address and the colours it is read in."""
    folder = tmp_path_factory.mktemp("printed")
    files = {}
    for scheme in SCHEMES:
        device = "light" if scheme == "light" else "dark"
        context = chromium.new_context(color_scheme=device, viewport={"width": 1280, "height": 800})
        if scheme == "chosen-dark":
            context.add_init_script("localStorage.setItem('mkm.scheme', 'dark')")
        page = context.new_page()
        for number, each in enumerate(chosen):
            go_to_its_letters(page, served + each["url"])
            path = folder / f"{scheme}-{number}.pdf"
            page.pdf(path=path, prefer_css_page_size=True)
            files[each["url"], scheme] = path
        context.close()
    return files


def pages_of(path: Path) -> list[list[str]]:
    """The lines of each sheet in the order in which they were written."""
    command = ["pdftotext", "-raw", str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [sheet.strip().split("\n") for sheet in text.split("\f") if sheet.strip()]


def article_of(site: Path, page: dict) -> BeautifulSoup:
    html = (site / page["url"] / "index.html").read_text(encoding="utf-8")
    return BeautifulSoup(html.replace("\N{SOFT HYPHEN}", ""), "lxml").article


def letters(text: str) -> str:
    """What is left of a text wherever its lines end and its words are cut."""
    return re.sub(r"[\W_]", "", text)


def body(sheets: list[list[str]]) -> str:
    """The letters of all sheets without their running heads and numbers."""
    lines = [line for sheet in sheets for line in sheet if not re.fullmatch(r"\d+ / \d+", line)]
    return letters(" ".join(lines))


def test_the_frame_of_the_page_is_not_printed(root, printed, chosen):
    entries, _ = load_entries(Project(root))
    for page in chosen:
        code = "no" if page["lang"] == "nb" else "en"
        frame = {entries[key][code] for key in FRAME}
        lines = {line for sheet in pages_of(printed[page["url"], "light"]) for line in sheet}
        assert lines & frame == set(), page["url"]
        assert not any(line.startswith(entries["cite.download"][code]) for line in lines)


def test_all_that_the_article_says_is_printed(site, printed, chosen):
    for page in chosen:
        sheets = pages_of(printed[page["url"], "light"])
        # From the second sheet on, the first line is the running head.
        text = body([sheets[0], *(sheet[1:] for sheet in sheets[1:])])
        article = article_of(site, page)
        for screen_only in article.select(
            ".headerlink, .backs, .filters, .cite, .ours, .mark, .note-switch, .note-key, "
            ".editorial-note[hidden], .form-preview, .unseen, svg, .offers, p.downloads, "
            ".downloads-box, .beside, .phase-pages, .variants, .ticks, .moved"
        ):
            screen_only.decompose()
        lost = [
            element.get_text()
            for element in article.select("h1, h2, h3, h4, th, dt, figcaption, li > strong")
            if letters(element.get_text()) not in text
        ]
        assert lost == [], page["url"]
        # Marks stand between the words of a text, so it is looked for sentence by sentence.
        words = [word for word in re.findall(r"[^\W_]+", article.get_text()) if len(word) > 3]
        assert words
        assert [word for word in words if word not in text] == [], page["url"]


def test_addresses_of_sources_are_printed_once(site, printed, chosen):
    told = 0
    for page in chosen:
        text = "".join(
            "".join(line.split())
            for sheet in pages_of(printed[page["url"], "light"])
            for line in sheet
        )
        for link in article_of(site, page).select('a[href^="http"]'):
            told += 1
            for unseen in link.select(".unseen"):
                unseen.decompose()
            assert "".join(link.get_text().split()) in text, page["url"]
            assert f"({link['href']})" not in text, page["url"]
    assert told > 100


def test_an_outside_link_in_the_text_tells_its_address_and_a_note_does_not(page, served, tmp_path):
    page.goto(served + "metoden/historie/")
    # Made of elements: no script of a page may make HTML of text.
    page.evaluate("""() => {
        const link = document.createElement("a");
        Object.assign(link, { href: "https://example.org/a/page", textContent: "siden" });
        const text = document.createElement("p");
        text.append("Se ", link, ".");
        document.querySelector("h1").after(text);
    }""")
    page.pdf(path=tmp_path / "page.pdf")
    text = "".join(line for sheet in pages_of(tmp_path / "page.pdf") for line in sheet)
    assert "Sesiden(https://example.org/a/page)." in text.replace(" ", "")
    assert "(#" not in text
    assert "(../" not in text


def test_sheets_are_a4_and_nothing_reaches_into_the_margins(printed, chosen):
    for page in chosen:
        command = ["pdftotext", "-bbox", str(printed[page["url"], "light"]), "-"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        for sheet in BeautifulSoup(done.stdout, "lxml").find_all("page"):
            size = (round(float(sheet["width"])), round(float(sheet["height"])))
            assert size == (WIDTH, HEIGHT)
            words = sheet.find_all("word")
            assert words, f"an empty sheet of {page['url']}"
            outside = [
                word.get_text()
                for word in words
                if float(word["xmin"]) < SIDE - 1 or float(word["xmax"]) > WIDTH - SIDE + 1
            ]
            assert outside == [], page["url"]


def test_no_heading_is_left_alone_at_the_foot_of_a_sheet(site, printed, chosen):
    for page in chosen:
        article = article_of(site, page)
        for link in article.select(".headerlink"):
            link.decompose()
        headings = {letters(each.get_text()) for each in article.select("h2, h3, h4, caption")}
        for sheet in pages_of(printed[page["url"], "light"]):
            lines = [line for line in sheet if not re.fullmatch(r"\d+ / \d+", line)]
            assert letters(lines[-1]) not in headings, page["url"]


def test_sheets_are_numbered_and_those_after_the_first_say_their_title(printed, chosen):
    for page in chosen:
        sheets = pages_of(printed[page["url"], "light"])
        for number, sheet in enumerate(sheets, 1):
            assert f"{number} / {len(sheets)}" in sheet, page["url"]
            if number > 1:
                title = SITE[page["lang"]] if page["kind"] == "home" else page["title"]
                assert letters(sheet[0]).startswith(letters(title)[:60]), page["url"]


def test_heads_of_a_long_table_stand_on_each_of_its_sheets(printed):
    sheets = pages_of(printed["tidslinje/", "light"])
    assert len([sheet for sheet in sheets if "Nr. Når Hva" in sheet]) >= 2


def test_dark_colours_print_exactly_as_light_ones(printed, chosen, tmp_path):
    def picture(path: Path) -> bytes:
        target = tmp_path / "sheet"
        # The first two sheets hold what the page has of colours.
        command = ["pdftoppm", "-r", "50", "-l", "2", "-png", str(path), str(target)]
        subprocess.run(command, check=True)
        made = sorted(tmp_path.glob("sheet-*.png"))
        content = b"".join(each.read_bytes() for each in made)
        for each in made:
            each.unlink()
        return content

    for page in chosen:
        light = picture(printed[page["url"], "light"])
        for scheme in SCHEMES[1:]:
            assert picture(printed[page["url"], scheme]) == light, f"{page['url']} {scheme}"


def test_letters_are_dark_and_nearly_all_of_the_sheet_is_white(printed, chosen, tmp_path):
    for page in chosen:
        path = printed.get((page["url"], "chosen-dark"))
        if path is None:
            continue
        with pdfplumber.open(path) as pdf:
            inks = {True: set(), False: set()}
            for char in pdf.pages[min(1, len(pdf.pages) - 1)].chars:
                place = (char["text"], round(char["x0"]), round(char["top"]))
                inks[brightness(char) > 0.5].add(place)
        assert inks[False]
        # The names on the map have a white rim below their dark letters, and the signs of the
        # timeline are dark shapes with light numbers.
        on_signs = {each for each in inks[True] if each[0].isdigit()}
        light = inks[True] - (on_signs if page["id"] == "timeline" else set())
        assert light <= inks[False], page["url"]
        command = ["pdftoppm", "-r", "20", "-gray", "-l", "1", str(path)]
        grey = subprocess.run(command, check=True, capture_output=True).stdout
        pixels = grey.split(b"\n", 3)[3]
        assert sum(pixel > 200 for pixel in pixels) > 0.8 * len(pixels), page["url"]


def brightness(char: dict) -> float:
    """How bright a letter is, from 0 (black) to 1."""
    colour = char["non_stroking_color"]
    values = colour if isinstance(colour, tuple) else (colour or 0,)
    return sum(values) / len(values)


def test_closed_boxes_are_read_on_paper_with_and_without_scripts(chromium, served, tmp_path):
    box = "<details><summary>Mer</summary><p>Det som sto skjult.</p></details>"
    for scripts in (True, False):
        context = chromium.new_context(java_script_enabled=scripts)
        page = context.new_page()

        def add_box(route) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, body=answer.text().replace("</h1>", f"</h1>{box}", 1))

        page.route("**/metoden/historie/", add_box)
        page.goto(served + "metoden/historie/")
        expect(page.get_by_text("Det som sto skjult.")).to_be_hidden()
        page.pdf(path=tmp_path / "page.pdf")
        lines = {line for sheet in pages_of(tmp_path / "page.pdf") for line in sheet}
        assert "Det som sto skjult." in lines
        # On the screen the box is closed again.
        expect(page.get_by_text("Det som sto skjult.")).to_be_hidden()
        context.close()


def test_a_checklist_has_a_box_to_tick_for_each_point(site, printed, chosen):
    phases = [page for page in chosen if page["kind"] == "phase"]
    assert len(phases) == 2
    for page in phases:
        points = article_of(site, page).select(".task-list-item")
        path = printed[page["url"], "light"]
        first = letters(points[0].get_text())
        at = next(
            number
            for number, sheet in enumerate(pages_of(path))
            if first in letters(" ".join(sheet))
        )
        with pdfplumber.open(path) as pdf:
            sheets = pdf.pages[at : at + 2]
            drawn = [shape for sheet in sheets for shape in [*sheet.rects, *sheet.curves]]
        side = 3.6 / 25.4 * 72
        boxes = {
            (shape["page_number"], round(shape["x0"]), round(shape["top"]))
            for shape in drawn
            if abs(shape["width"] - side) < 1.5 and abs(shape["height"] - side) < 1.5
        }
        assert len(boxes) >= len(points) > 5, page["url"]


def test_forms_have_room_to_write_by_hand(page, served, chosen):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 665, "height": 900})
    for each in chosen:
        if each["kind"] != "tool":
            continue
        page.goto(served + each["url"])
        heights = page.eval_on_selector_all(
            "#form ~ .table td", "cells => cells.map((cell) => cell.offsetHeight)"
        )
        # 10 mm in pixels of the style sheet.
        assert min(heights) >= 37, each["url"]


def test_rows_and_pictures_are_not_cut(page, served):
    page.goto(served + "kommuner/")
    page.emulate_media(media="print")
    for selector in ("article tbody tr", "figure svg", "h2", ".references li"):
        said = page.locator(selector).first.evaluate("each => getComputedStyle(each).breakInside")
        assert said == "avoid", selector
