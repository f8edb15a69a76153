"""A form is read from the page's own HTML, and written as a file that is always the same."""

import zipfile
from io import BytesIO

import pytest

from scripts.bibliography.csl_items import Imprint
from scripts.common.paths import Project
from scripts.content.pages import load_site
from scripts.documents.catalogue import word_file
from scripts.documents.docx.elements import qualified
from scripts.documents.docx.table import column_widths
from scripts.documents.docx.template import TEXT_WIDTH
from scripts.documents.docx.writer import _run, field_names, form_docx
from scripts.documents.sections import (
    BOXES,
    NUMBERS,
    Listing,
    Paragraph,
    Span,
    Table,
    as_boxes,
    lead_in,
    plain,
    read_parts,
)
from scripts.documents.worksheets import Reading, tool_sheet
from scripts.language.locales import ENGLISH
from scripts.web.article import GAP, Article
from scripts.web.no_text import WORD
from scripts.web.tokens import read_tokens
from tests.unit.projects import ROOT

TOKENS = read_tokens(Project(ROOT))
LEVEL = qualified("w:vertAlign")
ADDRESS = "https://example.org/tools/map/"
HTML = f"""
<h2 id="how">How to do it<a class="headerlink" href="#how">#</a></h2>
<p class="editorial-note"><a href="../about/">This site’s own</a></p>
<ol>
<li><strong>Gather (5 minutes).</strong> Read
 the <a href="../../phases/">phase</a> aloud.{GAP}<sup class="cite">\
<a href="#ref-1">1</a></sup> Then
 talk.{GAP}<a class="mark">ours</a></li>
</ol>
<h2 id="form">Form</h2>
<p><strong>Form 1: Who?</strong> Write 1 for <em lang="nb">lite</em>.</p>
<div class="table"><table>
<thead><tr><th>Who</th><td></td></tr></thead>
<tbody><tr><td>Managers</td><td>\N{NO-BREAK SPACE}</td></tr>
<tr><td> </td><td> </td></tr></tbody>
</table></div>
<ul><li><label><input type="checkbox"> Done</label></li></ul>
<h2 id="tips">Tips</h2>
<p>Not on the sheet.</p>
"""


@pytest.fixture
def parts():
    return read_parts(Article(HTML).tree(WORD), ("how", "form"), ADDRESS)


def test_sections_are_read_without_the_marks_of_the_page(parts):
    assert [part.title for part in parts.values()] == ["How to do it", "Form"]
    (steps,) = parts["how"].blocks
    assert steps.kind == NUMBERS
    assert steps.items == (
        (
            Span("Gather (5 minutes).", bold=True),
            Span(" Read the "),
            Span("phase", href="https://example.org/phases/"),
            Span(" aloud. Then talk."),
        ),
    )


def test_a_table_keeps_its_heads_and_its_blanks(parts):
    lead, table, boxes = parts["form"].blocks
    assert isinstance(lead, Paragraph)
    assert lead_in(lead.text) == "Form 1: Who?"
    assert lead.text[2] == Span("lite", italic=True, lang="nb")
    assert [plain(head) for head in table.heads] == ["Who", ""]
    assert [[plain(cell) for cell in row] for row in table.rows] == [["Managers", ""], ["", ""]]
    assert (table.blank(0), table.blank(1)) == (False, True)
    assert (boxes.kind, plain(boxes.items[0])) == (BOXES, "Done")


def test_points_become_boxes_and_tables_stay(parts):
    changed = as_boxes(parts["how"]).blocks[0]
    assert isinstance(changed, Listing)
    assert changed.kind == BOXES
    assert as_boxes(parts["form"]).blocks[1] == parts["form"].blocks[1]


def text(*words):
    return tuple((Span(word),) if word else () for word in words)


def test_every_field_is_named_by_its_row_and_column_and_no_two_alike():
    rows = (text("Union", "", ""), text("Union", "", "x"), text("", "", ""))
    table = Table(text("Party", "Reply", ""), rows)
    assert list(field_names(table, "Row")) == [
        "Union: Reply",
        "Union",
        "Union: Reply (2)",
        "Row 3: Party",
        "Row 3: Reply",
        "Row 3",
    ]


def test_columns_fill_the_page_and_leave_the_room_to_what_is_written():
    labels = Table(text("Question", "Answer"), (text("A question of some length", ""),) * 2)
    narrow, wide = column_widths(labels)
    assert narrow + wide == TEXT_WIDTH.twips
    assert wide > 1.4 * narrow
    ideas = column_widths(Table(text("Idea", "Points"), (text("", ""),)))
    assert ideas[0] > ideas[1]


@pytest.mark.parametrize("columns", [2, 6, 8, 12, 30])
def test_the_columns_of_a_table_are_together_as_wide_as_the_text_however_long_their_heads(columns):
    heads = ["Arbeidsmiljøutvalgssekretariatet", "Hovedverneombudsordningen", "Tre"] * columns
    widths = column_widths(Table(text(*heads[:columns]), (text(*["Ja"] * columns),)))
    assert sum(widths) == TEXT_WIDTH.twips
    assert min(widths) > 200
    # A head of three letters gives way to none that does not fit anyway.
    assert columns < 3 or widths[2] >= min(widths)


def test_files_lie_where_a_reader_of_the_language_expects_them():
    site = load_site(ROOT)
    paths = {
        word_file(page).path
        for page in site.pages
        if page.id in ("tool-stakeholder-map", "phase-1-anchoring")
    }
    assert paths == {
        "trykk/partskart-skjema.docx",
        "trykk/forankring-verksted.docx",
        "en/print/stakeholder-map-form.docx",
        "en/print/anchoring-workshop.docx",
    }


def test_a_list_that_begins_at_three_does_so_in_word(parts, words):
    html = HTML.replace("<ol>", '<ol start="3">')
    sections = read_parts(Article(html).tree(WORD), ("how", "form"), ADDRESS)
    assert sections["how"].blocks[0].start == 3
    page = next(
        page for page in load_site(ROOT).pages if page.locale is ENGLISH and page.kind == "tool"
    )
    permanent = "https://example.org/id/"
    imprint = Imprint("Model", "https://example.org/1.0/", "Edition 1.0", permanent=permanent)
    tool = {"summary": {"en": "Text."}, "people": [3, 6], "minutes": 30}
    tool["materials"] = {"en": "Paper."}
    sheet = tool_sheet(Reading(page, sections, imprint), tool, words["en"])
    made = form_docx(sheet, words["en"], TOKENS)
    with zipfile.ZipFile(BytesIO(made)) as file:
        numbering = file.read("word/numbering.xml").decode()
        foot = file.read("word/footer1.xml").decode()
    assert '<w:startOverride w:val="3"/>' in numbering
    # Its foot says which edition it is from, and leads to the newest.
    assert f"{permanent}{page.id}/" in foot
    assert "Edition 1.0." in foot


def test_equal_forms_are_equal_bytes_without_the_time_of_the_build(parts, words):
    page = load_site(ROOT).by_id(ENGLISH)["tool-stakeholder-map"]
    reading = Reading(page, parts, Imprint("The site", "https://example.org/", None))
    tool = {
        "summary": {"en": "A map."},
        "minutes": 45,
        "people": [3, 6],
        "materials": {"en": "Pens."},
    }
    sheet = tool_sheet(reading, tool, words["en"])
    assert sheet.facts == "45 minutes · 3–6 people · Materials: Pens"
    written = form_docx(sheet, words["en"], TOKENS)
    assert form_docx(sheet, words["en"], TOKENS) == written
    with zipfile.ZipFile(BytesIO(written)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_words_of_two_lines_are_two_and_raised_letters_are_raised():
    html = '<h2 id="form">A</h2><p>En<br>to, 10 m<sup>2</sup> og CO<sub>2</sub> <kbd>Tab</kbd></p>'
    part = read_parts(Article(html).tree(WORD), ("form",), ADDRESS)["form"]
    text = part.blocks[0].text
    assert plain(text) == "En to, 10 m2 og CO2 Tab"
    assert [(span.text, span.level) for span in text if span.level] == [
        ("2", "superscript"),
        ("2", "subscript"),
    ]
    levels = [node.get(qualified("w:val")) for span in text for node in _run(span).iter(LEVEL)]
    assert levels == ["superscript", "subscript"]
