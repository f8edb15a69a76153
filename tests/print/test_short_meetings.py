"""A short meeting has the same lines and minutes on the page, on paper, in Word and on slides."""

import re
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation

from tests.print.screen import tree_of
from tests.print.tags import squeezed

VARIANTS = ("short", "screen")
LONGEST = 75
BREAK = {"nb": "Pause", "en": "Break"}


class Meeting:
    """A short meeting as the page of its phase shows it, with the files that it offers there."""

    def __init__(self, site: Path, page: dict, variant: str) -> None:
        self.page, self.lang, self.variant = page, page["lang"], variant
        path = site / page["url"] / "index.html"
        self.tree = tree_of(path)
        self.box = self.tree.select_one(f"details[data-variant={variant}]")
        rows = self.box.select("tbody tr")
        self.rows = [[" ".join(td.get_text().split()) for td in row("td")] for row in rows]
        self.minutes = [int(row[0]) for row in self.rows]
        self.files = {
            Path(link["href"]).suffix: (path.parent / link["href"]).resolve()
            for link in self.box.select(".variant-files li:not([data-of]) a")
        }
        self.name = f"{page['url']} {variant}"


@pytest.fixture(scope="module")
def meetings(site, pages) -> list[Meeting]:
    phases = [page for page in pages if page["kind"] == "phase"]
    return [Meeting(site, page, variant) for page in phases for variant in VARIANTS]


def test_each_phase_has_a_short_meeting_and_one_on_screen_in_both_languages(meetings):
    assert len(meetings) == 7 * 2 * 2


def test_the_lines_take_as_long_as_the_page_says_and_never_more_than_75_minutes(meetings):
    for meeting in meetings:
        said = int(re.search(r"\d+", meeting.box.summary.small.get_text())[0])
        assert sum(meeting.minutes) == said == int(meeting.box["data-minutes"]), meeting.name
        assert 60 <= said <= LONGEST, meeting.name
        assert re.search("6–8", meeting.box.summary.get_text()), meeting.name


def test_on_screen_all_is_as_in_the_room_but_for_a_look_round_and_a_break(meetings):
    for room, screen in zip(meetings[::2], meetings[1::2], strict=True):
        names = [row[1] for row in screen.rows]
        assert BREAK[screen.lang] in names[2:-1], screen.name
        kept = [name for name in names[1:] if name != BREAK[screen.lang]]
        assert kept == [row[1] for row in room.rows], screen.name
        how = " ".join(" ".join(row[2:]) for row in screen.rows)
        assert not re.search(r"\b(vegg|storark|wall|large sheets?)\b", how), screen.name


def test_the_agenda_on_paper_is_that_of_the_page_for_who_leads_and_who_takes_part(meetings, pdfs):
    for meeting in meetings:
        path = meeting.files[".pdf"]
        pdf = pdfs["/".join(path.parts[-3 if meeting.lang == "en" else -2 :])]
        found = [
            (int(cells[1]), squeezed(cells[2]), squeezed(cells[3]) if len(cells) > 3 else None)
            for table in pdf.named("Table")
            if re.match(r"(Klokka|Time)(Minutter|Minutes)", squeezed(table.text))
            for cells in rows_of(table)
        ]
        leads = [row for row in found if row[2] is not None]
        takes_part = [row for row in found if row[2] is None]
        for part in (leads, takes_part):
            assert [row[0] for row in part] == meeting.minutes, meeting.name
        for (_, told, materials), row in zip(leads, meeting.rows, strict=True):
            assert told.startswith(squeezed(row[1]) + squeezed(row[2])), meeting.name
            assert materials == squeezed(row[3].strip("–")), meeting.name
        names = [squeezed(row[1]) for row in meeting.rows]
        assert [row[1] for row in takes_part] == names, meeting.name


def rows_of(table):
    rows = [row for row in table.walk() if row.name == "TR" and "TBody" in row.parents]
    return [[kid.text.strip() for kid in row.kids] for row in rows]


def test_the_agenda_in_word_is_that_of_the_page(meetings):
    for meeting in meetings:
        table = Document(str(meeting.files[".docx"])).tables[0]
        rows = [[" ".join(cell.text.split()) for cell in row.cells] for row in table.rows]
        assert rows[1:] == meeting.rows, meeting.name


def test_the_agenda_on_slides_is_that_of_the_page_with_its_minutes_as_times(meetings):
    for meeting in meetings:
        slides = Presentation(str(meeting.files[".pptx"])).slides
        shown = [
            [cell.text for cell in row.cells]
            for slide in slides
            for shape in slide.shapes
            if shape.has_table
            for row in list(shape.table.rows)[1:]
        ]
        at, wanted = 0, []
        for minutes, row in zip(meeting.minutes, meeting.rows, strict=True):
            end = at + minutes
            wanted.append([f"{at // 60}:{at % 60:02}–{end // 60}:{end % 60:02}", row[1]])
            at = end
        assert shown == wanted, meeting.name


def test_paper_and_word_for_a_screen_say_how_such_a_meeting_is_held(meetings, pdfs, site, pages):
    urls = {page["lang"]: page["url"] for page in pages if page["id"] == "short-meetings"}
    for meeting in meetings[1::2]:
        tree = tree_of(site / urls[meeting.lang] / "index.html")
        rules = tree.find(id="on-screen").find_next("ul").select("li > strong")
        path = meeting.files[".pdf"]
        paper = pdfs["/".join(path.parts[-3 if meeting.lang == "en" else -2 :])].text
        document = Document(str(meeting.files[".docx"]))
        word = squeezed("".join(paragraph.text for paragraph in document.paragraphs))
        assert len(rules) >= 6
        for rule in rules:
            assert squeezed(rule.get_text()) in paper, meeting.name
            assert squeezed(rule.get_text()) in word, meeting.name


def test_papers_and_forms_that_the_lines_name_are_printed_with_the_pack(meetings, pdfs):
    for url, variant, title in (
        ("faser/avtale/", "short", "Plan for nullpunkt og evaluering"),
        ("en/phases/agreement/", "screen", "Plan for baseline and evaluation"),
        ("faser/forankring/", "short", "Svarkort"),
    ):
        wanted = (url, variant)
        meeting = next(m for m in meetings if (m.page["url"], m.variant) == wanted)
        path = meeting.files[".pdf"]
        pdf = pdfs["/".join(path.parts[-3 if meeting.lang == "en" else -2 :])]
        assert any(text.endswith(squeezed(title)) for _, text in pdf.headings), meeting.name


def test_notes_for_the_whole_meeting_stand_with_the_rules_for_a_screen(meetings, pdfs):
    wanted = ("faser/kartlegging-og-arbeidsgrupper/", "screen")
    meeting = next(m for m in meetings if (m.page["url"], m.variant) == wanted)
    text = pdfs["/".join(meeting.files[".pdf"].parts[-2:])].text
    assert squeezed("Ikke be brukerne om å dele noe de ikke har valgt selv") in text
    assert squeezed("Ett bord og ett storark til hver gruppe") not in text


def test_notes_of_a_line_stand_in_its_row_on_paper_and_below_its_slide(meetings, pdfs):
    meeting = next(each for each in meetings if each.page["url"] == "faser/forankring/")
    note = "Tell så kortene høyt."
    path = meeting.files[".pdf"]
    tables = pdfs["/".join(path.parts[-2:])].named("Table")
    rows = (cells for table in tables for cells in rows_of(table))
    # Where a line ends on paper there is no space.
    row = next(cells for cells in rows if squeezed(note) in squeezed(" ".join(cells)))
    assert "Runde" in row[2]
    slides = Presentation(str(meeting.files[".pptx"])).slides
    slide = next(each for each in slides if each.shapes.title.text == "Runde")
    assert note in slide.notes_slide.notes_text_frame.text
