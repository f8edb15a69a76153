"""Every tool and phase has a Word file that says what its page says, and can be filled in."""

import subprocess
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.devtools.system_packages import program
from scripts.language.locales import ENGLISH, NORWEGIAN
from scripts.language.messages import load_entries, messages_for
from tests.print.screen import tree_of

SHORT = ("-kort-mote", "-skjermmote", "-short-meeting", "-screen-meeting")
LETTERS = ("-brev", "-letters")
FOLDERS = {"nb": "trykk", "en": "en/print"}
ENDINGS = {
    "nb": {"tool": "skjema", "phase": "verksted", "template": "utkast"},
    "en": {"tool": "form", "phase": "workshop", "template": "draft"},
}
LOCALES = {"nb": NORWEGIAN, "en": ENGLISH}
LANGUAGES = {"nb": "nb-NO", "en": "en-GB"}
PUBLISHERS = {"nb": "Modellkommunemetodikken", "en": "Model Municipality Methodology"}
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
HOST = "http://127.0.0.1:8000/"


class Sheet:
    """One Word file beside the page it was made from."""

    def __init__(self, site: Path, page: dict) -> None:
        self.page, self.kind, self.lang = page, page["kind"], page["lang"]
        slug = page["url"].strip("/").rpartition("/")[2]
        self.name = f"{slug}-{ENDINGS[self.lang][self.kind]}"
        self.path = site / FOLDERS[self.lang] / f"{self.name}.docx"
        self.word = Document(str(self.path))
        self.article = tree_of(site / page["url"] / "index.html").article
        for mark in self.article.select(
            ".cite, .ours, .mark, .headerlink, .editorial-note, .form-preview"
        ):
            mark.decompose()

    def section(self, anchor: str) -> list:
        """What stands below a heading of the page."""
        heading = self.article.find(id=anchor)
        found = []
        for element in heading.find_next_siblings():
            if element.name == "h2":
                break
            found.append(element)
        return found

    def of_page(self, anchor: str, selector: str) -> list:
        """The elements of a section that a selector finds; short meetings have their own files."""
        return [
            found
            for element in self.section(anchor)
            if "variants" not in element.get("class", [])
            for found in ([element] if element.name == selector else element.select(selector))
        ]

    def styled(self, style: str) -> list[str]:
        return [each.text for each in self.word.paragraphs if each.style.name == style]

    def text(self) -> str:
        """All text in the order of the file, of controls too."""
        return " ".join(
            "".join(
                node.text if node.tag == qn("w:t") else " "
                for node in paragraph.iter(qn("w:t"), qn("w:tab"))
            )
            for paragraph in self.word.element.body.iter(qn("w:p"))
        )


def squeezed(text: str) -> str:
    return " ".join(text.split())


def grid(table) -> list[list[str]]:
    """The texts of a table, be it of the page or of Word."""
    if isinstance(table, Table):
        return [[squeezed(cell.text) for cell in row.cells] for row in table.rows]
    return [[squeezed(cell.get_text()) for cell in row(["th", "td"])] for row in table("tr")]


@pytest.fixture(scope="module")
def sheets(site, pages) -> list[Sheet]:
    return [Sheet(site, page) for page in pages if page["kind"] in ("tool", "phase", "template")]


@pytest.fixture(scope="module")
def tools(sheets) -> list[Sheet]:
    return [sheet for sheet in sheets if sheet.kind == "tool"]


@pytest.fixture(scope="module")
def drafts(sheets) -> list[Sheet]:
    return [sheet for sheet in sheets if sheet.kind == "template"]


@pytest.fixture(scope="module")
def workshops(sheets) -> list[Sheet]:
    return [sheet for sheet in sheets if sheet.kind == "phase"]


@pytest.fixture(scope="module")
def printed(sheets, tmp_path_factory) -> dict[str, Path]:
    """Every file as LibreOffice prints it."""
    soffice = program("soffice")
    assert soffice, "LibreOffice was not found – run `make test`, which installs it"
    folder = tmp_path_factory.mktemp("printed")
    command = [
        soffice,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        *("--convert-to", "pdf", "--outdir", str(folder)),
        *(str(sheet.path) for sheet in sheets),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {sheet.name: folder / f"{sheet.name}.pdf" for sheet in sheets}


def test_every_tool_and_phase_has_its_file_in_both_languages_and_no_other_does(site, sheets):
    assert len(sheets) >= 2 * (12 + 7)
    for folder in FOLDERS.values():
        # Those of the papers, which a page has several of, are held to it below.
        there = set((site / folder).glob("*.docx")) - set((site / folder).glob("*-a4.docx"))
        there -= {path for path in there if path.stem.endswith((*SHORT, *LETTERS))}
        assert there == {sheet.path for sheet in sheets if sheet.path.parent == site / folder}


def test_a_draft_has_every_heading_point_and_table_of_its_page(drafts):
    assert len(drafts) == 4
    for sheet in drafts:
        heads = [each.get_text() for each in sheet.of_page("paper", "h3")]
        assert len(heads) >= 6
        assert sheet.styled("Heading 2") == heads, sheet.name
        points = [squeezed(each.get_text()) for each in sheet.of_page("paper", "ol > li")]
        assert [squeezed(each) for each in sheet.styled("List Number")] == points, sheet.name
        tables = [grid(table) for table in sheet.of_page("paper", "table")]
        assert [grid(table) for table in sheet.word.tables] == tables, sheet.name


def test_headings_of_a_form_are_those_of_the_page(tools):
    for sheet in tools:
        assert sheet.styled("Title") == [sheet.article.h1.get_text()]
        wanted = [sheet.article.find(id=anchor).get_text() for anchor in ("how", "form")]
        assert sheet.styled("Heading 1") == wanted, sheet.name


def test_tables_of_a_form_are_those_of_the_page_cell_by_cell(tools):
    for sheet in tools:
        wanted = [grid(table) for table in sheet.of_page("form", "table")]
        assert wanted
        assert [grid(table) for table in sheet.word.tables] == wanted, sheet.name


def test_steps_and_instructions_are_on_the_form_word_for_word(tools):
    for sheet in tools:
        said = squeezed(sheet.text())
        steps = sheet.of_page("how", "li")
        assert steps
        for element in [*steps, *sheet.of_page("form", "p")]:
            assert squeezed(element.get_text()) in said, sheet.name


def test_heads_repeat_rows_stay_whole_and_every_table_says_what_it_is(sheets):
    for sheet in sheets:
        for table in sheet.word.tables:
            first, *others = table.rows
            assert first._tr.trPr.find(qn("w:tblHeader")) is not None
            assert [row for row in others if row._tr.trPr.find(qn("w:tblHeader")) is not None] == []
            for row in table.rows:
                assert row._tr.trPr.find(qn("w:cantSplit")) is not None
            about = table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
            for head in filter(None, grid(table)[0]):
                assert head in about, sheet.name
            assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_every_blank_is_a_field_with_a_name_of_its_own_in_its_table(tools):
    for sheet in tools:
        for table in sheet.word.tables:
            names = []
            for row in table.rows:
                for cell, head in zip(row.cells, grid(table)[0], strict=True):
                    fields = list(cell._tc.iter(qn("w:sdt")))
                    is_head = row._tr.trPr.find(qn("w:tblHeader")) is not None
                    assert len(fields) == (0 if cell.text or is_head else 1), sheet.name
                    for field in fields:
                        name = field.find(f".//{qn('w:alias')}").get(qn("w:val"))
                        assert len(name) <= 64
                        assert head[:8] in name or name.endswith("…")
                        names.append(name)
            assert len(set(names)) == len(names), sheet.name


def test_a_blank_that_asks_for_a_date_has_a_calendar_in_the_language_of_the_file(sheets):
    offered = {"nb": set(), "en": set()}
    for sheet in sheets:
        for date in sheet.word.element.body.iter(qn("w:date")):
            properties = date.getparent()
            assert date.find(qn("w:lid")).get(qn("w:val")) == LANGUAGES[sheet.lang], sheet.name
            assert properties.find(qn("w:text")) is None
            offered[sheet.lang].add(properties.find(qn("w:alias")).get(qn("w:val")))
    assert {"Dato: Skriv her", "Rad 1: Dato"} <= offered["nb"]
    assert {"Row 1: Review date", "Follow-up date: Question 1"} <= offered["en"]
    assert not any("," in name for name in offered["nb"] | offered["en"])


def test_fields_are_numbered_once_in_a_file(sheets):
    for sheet in sheets:
        numbers = [
            each.get(qn("w:val"))
            for each in sheet.word.element.body.iterfind(f".//{qn('w:sdtPr')}/{qn('w:id')}")
        ]
        assert numbers
        assert len(set(numbers)) == len(numbers), sheet.name


def tables_of(site, page: dict, anchor: str) -> list:
    """The tables below a heading of a page."""
    tables = []
    for element in tree_of(site / page["url"] / "index.html").find(id=anchor).find_next_siblings():
        if element.name == "h2":
            break
        tables += element.select("table")
    return tables


@pytest.fixture(scope="module")
def papers(root) -> list[dict]:
    found = load_datasets(Project(root)).records["papers"]
    return [paper for paper in found if "form" in paper["prints"]]


def test_a_workshop_holds_agenda_checklist_questions_and_the_forms_of_its_tools_and_papers(
    workshops, tools, papers, pages, site
):
    by_id = {(page["id"], page["lang"]): page for page in pages}
    by_url = {sheet.page["url"]: sheet for sheet in tools}
    for sheet in workshops:
        prefix = "en/tools/" if sheet.lang == "en" else "verktoy/"
        links = [a["href"] for a in sheet.article.select("[data-list=tools] .entry a")]
        own = [by_url[f"{prefix}{link.strip('/').rpartition('/')[2]}/"] for link in links]
        assert own
        wanted = [grid(table) for table in sheet.of_page("workshop", "table")]
        wanted += [grid(table) for tool in own for table in tool.of_page("form", "table")]
        wanted += [
            grid(table)
            for paper in papers
            if sheet.page["id"] in paper["phases"]
            for table in tables_of(site, by_id[paper["page"], sheet.lang], paper["id"])
        ]
        assert [grid(table) for table in sheet.word.tables] == wanted, sheet.name
        boxes = [
            each.getparent().find(qn("w:alias")).get(qn("w:val"))
            for each in sheet.word.element.body.iter(f"{W14}checkbox")
        ]
        points = [*sheet.of_page("checklist", "li"), *sheet.of_page("ready", "li")]
        assert len(boxes) == len(points)
        for name, point in zip(boxes, points, strict=True):
            shown = squeezed(name.removesuffix("…"))
            assert squeezed(point.get_text()).startswith(shown), sheet.name


def test_a_file_says_its_language_title_publisher_and_the_address_of_its_page(sheets):
    for sheet in sheets:
        about = sheet.word.core_properties
        assert about.language == LANGUAGES[sheet.lang]
        assert about.title == sheet.styled("Title")[0]
        assert about.author == PUBLISHERS[sheet.lang]
        said = {each.get(qn("w:val")) for each in sheet.word.styles.element.iter(qn("w:lang"))}
        assert said == {LANGUAGES[sheet.lang]}
        section = sheet.word.sections[0]
        foot = " ".join(each.text for each in section.footer.paragraphs)
        assert HOST + sheet.page["url"] in foot
        assert PUBLISHERS[sheet.lang] in foot
        fields = [
            each.get(qn("w:instr")) for each in section.footer._element.iter(qn("w:fldSimple"))
        ]
        assert fields == ["PAGE", "NUMPAGES"]
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_libreoffice_prints_every_word_in_the_order_of_the_file(sheets, printed):
    for sheet in sheets:
        command = ["pdftotext", "-raw", str(printed[sheet.name]), "-"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        words = iter(done.stdout.split())
        lost = [word for word in sheet.text().split() if word not in words]
        assert lost == [], sheet.name


def test_nothing_printed_reaches_beyond_the_margins(sheets, printed):
    for sheet in sheets:
        with pdfplumber.open(printed[sheet.name]) as pdf:
            for page in pdf.pages:
                assert (round(page.width), round(page.height)) == (595, 842)
                words = page.extract_words()
                assert words, f"an empty page in {sheet.name}"
                assert min(word["x0"] for word in words) >= 50
                assert max(word["x1"] for word in words) <= 595 - 50
                assert max(word["bottom"] for word in words) <= 842 - 18


def test_questions_for_the_next_phase_share_a_page_with_the_checklist(workshops, printed):
    """After a long agenda they stood alone on a sheet."""
    for sheet in workshops:
        titles = [sheet.article.find(id=anchor).get_text() for anchor in ("checklist", "ready")]
        with pdfplumber.open(printed[sheet.name]) as pdf:
            texts = [page.extract_text() for page in pdf.pages]
        pages = [[at for at, text in enumerate(texts) if title in text] for title in titles]
        assert pages[0] == pages[1], sheet.name
        points = [*sheet.of_page("checklist", "li"), *sheet.of_page("ready", "li")]
        said = squeezed(texts[pages[0][0]])
        assert all(squeezed(point.get_text())[:40] in said for point in points), sheet.name


def test_every_file_says_whose_the_seven_phases_are(sheets, root):
    for sheet in sheets:
        words = messages_for(load_entries(Project(root))[0], LOCALES[sheet.lang])
        assert words("print.own-phases") in sheet.text(), sheet.name


def test_nothing_is_printed_on_a_sheet_of_its_own_after_the_last_table(tools, printed):
    for sheet in tools:
        with pdfplumber.open(printed[sheet.name]) as pdf:
            for page in pdf.pages:
                body = [
                    each for each in page.extract_words() if each["bottom"] < 842 - 18 / 25.4 * 72
                ]
                assert len(body) > 5, f"an empty page in {sheet.name}"


def test_a_form_fits_two_sheets_of_paper(tools, printed):
    for sheet in tools:
        with pdfplumber.open(printed[sheet.name]) as pdf:
            assert len(pdf.pages) <= 2, sheet.name


def test_a_paper_in_word_has_the_fields_of_its_section_and_says_what_it_is_for(site, pages, papers):
    assert len(papers) >= 4
    seen = set()
    for page in pages:
        code = "no" if page["lang"] == "nb" else "en"
        tree = tree_of(site / page["url"] / "index.html")
        for paper in (each for each in papers if each["page"] == page["id"]):
            path = site / FOLDERS[page["lang"]] / f"{paper['file'][code]}-a4.docx"
            seen.add(path)
            word = Document(str(path))
            tables = tables_of(site, page, paper["id"])
            assert [grid(table) for table in word.tables] == [grid(table) for table in tables], path
            blanks = sum(not cell for table in tables for row in grid(table)[1:] for cell in row)
            assert len(list(word.element.body.iter(qn("w:sdt")))) == blanks, path
            assert word.paragraphs[0].text == paper["title"][code]
            purpose = tree.find(id=paper["id"]).find_next_sibling("p")
            assert squeezed(word.paragraphs[1].text) == squeezed(purpose.get_text())
    for folder in FOLDERS.values():
        assert set((site / folder).glob("*-a4.docx")) == {
            path for path in seen if path.parent == site / folder
        }
