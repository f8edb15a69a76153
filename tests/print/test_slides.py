"""Slides say what the page says, have room for it, and can be read aloud in order."""

from pathlib import Path

import pdfplumber
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from tests.office import convert
from tests.print.screen import tree_of

ENDINGS = {"nb": "lysbilder", "en": "slides"}
FOLDERS = {"nb": "trykk", "en": "en/print"}
LANGUAGES = {"nb": "nb-NO", "en": "en-GB"}


class File:
    """One file of slides beside the page it was made from."""

    def __init__(self, site: Path, page: dict) -> None:
        self.page, self.lang = page, page["lang"]
        slug = "mkm" if page["id"] == "method-one-page" else page["url"].strip("/").split("/")[-1]
        self.path = site / FOLDERS[self.lang] / f"{slug}-{ENDINGS[self.lang]}.pptx"
        self.slides = list(Presentation(str(self.path)).slides)
        self.article = tree_of(site / page["url"] / "index.html").article
        for mark in self.article.select(".cite, .mark, .headerlink"):
            mark.decompose()

    @property
    def hidden(self) -> list:
        """The slides that are passed over when the file is shown."""
        return [slide for slide in self.slides if slide.element.get("show") == "0"]

    def agenda(self) -> list[list[str]]:
        """The rows of the page's agenda: minutes, what, how, material."""
        table = self.article.find(id="workshop").find_next("table")
        return [[" ".join(td.get_text().split()) for td in row("td")] for row in table("tr")][1:]


def said(slide) -> str:
    return " ".join(shape.text_frame.text for shape in slide.placeholders)


@pytest.fixture(scope="module")
def files(site, pages) -> list[File]:
    found = [p for p in pages if p["kind"] == "phase" or p["id"] == "method-one-page"]
    return [File(site, page) for page in found]


@pytest.fixture(scope="module")
def workshops(files) -> list[File]:
    return [file for file in files if file.page["kind"] == "phase"]


def test_every_phase_and_the_page_on_one_side_have_slides_in_both_languages(site, files):
    assert len(files) == 2 * (7 + 1)
    there = {path for folder in FOLDERS.values() for path in (site / folder).glob("*.pptx")}
    short = ("-mote-lysbilder.pptx", "skjermmote-lysbilder.pptx", "-meeting-slides.pptx")
    assert {path for path in there if not path.name.endswith(short)} == {f.path for f in files}


def test_the_agenda_is_that_of_the_page_with_its_minutes_as_times(workshops):
    for file in workshops:
        rows = [
            [cell.text for cell in row.cells]
            for slide in file.slides
            for shape in slide.shapes
            if shape.has_table
            for row in list(shape.table.rows)[1:]
        ]
        start, wanted = 0, []
        for minutes, what, _, _ in file.agenda():
            end = start + int(minutes)
            clock = f"{start // 60}:{start % 60:02}–{end // 60}:{end % 60:02}"
            wanted.append([clock, what])
            start = end
        assert rows == wanted, file.path.name


def test_each_item_of_the_agenda_has_a_slide_with_its_words_its_minutes_and_its_material(workshops):
    for file in workshops:
        slides = iter(file.slides)
        for minutes, what, how, material in file.agenda():
            slide = next((each for each in slides if each.shapes.title.text == what), None)
            assert slide, f"{file.path.name}: no slide {what}"
            text = " ".join(said(slide).split())
            assert how in text, what
            assert f"{minutes} minut" in text
            assert material in text


def test_whoever_leads_finds_the_notes_of_the_guide_below_the_agenda(workshops):
    for file in workshops:
        slide = next(each for each in file.slides if any(shape.has_table for shape in each.shapes))
        assert len(slide.notes_slide.notes_text_frame.text.splitlines()) >= 3, file.path.name


def test_what_is_for_whoever_leads_is_not_shown_to_those_who_take_part(workshops):
    for file in workshops:
        titles = [slide.shapes.title.text for slide in file.hidden]
        ready = " ".join(file.article.find(id="ready").get_text().split()).rstrip("#").strip()
        assert any(title.startswith(ready) for title in titles), file.path.name
        starts = (ready, {"nb": "Husk", "en": "Remember"}[file.lang])
        told = [slide for slide in file.slides if slide.shapes.title.text.startswith(starts)]
        assert len(told) == len(titles) < len(file.slides) - 5, file.path.name


def test_times_on_slides_are_told_apart_from_the_time_of_day(workshops):
    for file in workshops:
        tables = [shape.table for each in file.slides for shape in each.shapes if shape.has_table]
        said = {"nb": "Tid fra start", "en": "Time from the start"}[file.lang]
        assert {table.cell(0, 0).text for table in tables} == {said}, file.path.name


def test_slides_say_that_the_seven_phases_are_the_sites_own(workshops):
    for file in workshops:
        text = said(file.slides[-1])
        assert file.page["url"] in text
        word = {"nb": "egen inndeling", "en": "own"}[file.lang]
        assert word in text


def test_every_slide_has_a_title_and_says_its_language_and_number(files):
    for file in files:
        for slide in file.slides:
            assert slide.shapes.title.text.strip(), file.path.name
            runs = [*slide.element.iter(qn("a:r")), *slide.element.iter(qn("a:fld"))]
            assert {run.rPr.get("lang") for run in runs} == {LANGUAGES[file.lang]}
            assert [*slide.element.iter(qn("a:fld"))], "no number"
            ids = [shape.get("id") for shape in slide.element.iter(qn("p:cNvPr"))]
            assert len(ids) == len(set(ids))


def test_a_screen_reader_meets_the_title_first_and_then_the_text(files):
    for file in files:
        for slide in file.slides:
            first, second, *_ = slide.shapes
            assert first == slide.shapes.title
            assert second.has_table or second.placeholder_format.idx == 1


def test_the_introduction_is_at_most_eleven_slides_with_its_sources(files):
    for file in files:
        if file.page["kind"] == "phase":
            continue
        assert 8 < len(file.slides) <= 11, file.path.name
        listed = " ".join(map(said, file.slides))
        for reference in file.article.select("ol.references li a[href^='http']"):
            assert reference["href"] in listed, reference["href"]


def test_libreoffice_shows_every_slide_with_all_its_text_within_its_box(files, tmp_path):
    made = convert([file.path for file in files if file.lang == "nb"], "pdf", tmp_path)
    for path, file in zip(made, (file for file in files if file.lang == "nb"), strict=True):
        with pdfplumber.open(path) as pdf:
            # What is for whoever leads is passed over.
            shown = [slide for slide in file.slides if slide not in file.hidden]
            assert len(pdf.pages) == len(shown), file.path.name
            for page, slide in zip(pdf.pages, shown, strict=True):
                words = page.extract_words()
                assert min(word["x0"] for word in words) >= 45
                assert max(word["x1"] for word in words) <= 915
                # The foot stands at 500 points; what is above it must not run into it.
                above = [word for word in words if word["top"] < 498]
                assert max(word["bottom"] for word in above) <= 499, slide.shapes.title.text
                text = " ".join(word["text"] for word in words)
                assert slide.shapes.title.text.split()[0] in text
