"""Forms for handwriting: as high as the sheet allows, on as few sheets as it takes."""

import re

import pytest

from scripts.documents.pdf.form_heights import FormBlock, row_height, row_heights, sheets_for
from scripts.documents.pdf.form_rows import form
from scripts.web.article import parse


def block(rows, paragraphs=0):
    return FormBlock(paragraphs, (9.0,) * rows)


def table(*rows):
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    head = "".join(f"<th>{number}</th>" for number in range(len(rows[0])))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def test_few_rows_share_the_sheet_and_many_get_what_a_pen_needs():
    assert row_height([block(3)]) == 34
    assert 13 <= row_height([block(14)]) < 20
    assert row_height([block(100)]) == 13


@pytest.mark.parametrize("rows", range(1, 40))
def test_the_height_found_is_the_greatest_for_its_sheets(rows):
    height = row_height([block(rows), block(2)])
    sheets, alone = sheets_for([block(rows), block(2)], height)
    higher, alone_then = sheets_for([block(rows), block(2)], height + 0.5)
    assert height == 34 or higher > sheets or (alone_then and not alone)


def test_a_table_that_fits_on_a_sheet_is_not_cut_in_two():
    whole = [block(10), block(8)]
    assert sheets_for(whole, 14)[0] == 2
    elements = form(parse(table(*[("a", "")] * 8)))
    assert elements[0].get("class") == "form whole"


def test_labels_become_headers_of_their_rows_and_blanks_stay_cells():
    (element,) = form(parse(table(("Mål", "&nbsp;"), ("Frist", "&nbsp;"))))
    heads = element.xpath("./tbody/tr/th[@scope='row']")
    assert [head.text for head in heads] == ["Mål", "Frist"]
    blanks = element.xpath("./tbody/tr/td[@class='blank']")
    assert len(blanks) == 2
    assert not any(cell.text for cell in blanks)


def row_of(element):
    """The millimetres that a form gives to the text of each row."""
    return float(re.search(r"--row: ([\d.]+)mm", element.get("style"))[1])


def test_a_long_label_gets_the_lines_it_needs():
    """Labels of eight lines take the room that the rows for writing would have shared."""
    label = "ord " * 50
    (short,) = form(parse(table(*[("Mål", "")] * 6)))
    (some,) = form(parse(table(*[(label, "")] * 3, *[("Mål", "")] * 3)))
    (many,) = form(parse(table(*[(label, "")] * 6)))
    assert row_of(short) == 34 - 4
    assert 13 - 4 <= row_of(some) < row_of(short) - 5
    assert [each.get("class") for each in (short, some, many)] == [
        "form whole",
        "form whole",
        "form",
    ]


def test_the_form_of_the_page_itself_is_left_as_it_was():
    root = parse(table(("Mål", "&nbsp;")))
    form(root)
    assert not root.xpath(".//th[@scope='row']")


def test_labels_that_are_sentences_have_the_most_of_the_width():
    sentence = table(("Er alle spurt om hva de trenger?", "0", "1", "2", "2"))
    (element,) = form(parse(sentence.replace("<table>", '<table class="wide-label">')))
    widths = re.findall(r"width: ([\d.]+)%", " ".join(element.xpath("./thead/tr/*/@style")))
    assert [float(width) for width in widths] == [56, 11, 11, 11, 11]


def test_columns_for_a_number_or_a_cross_leave_the_width_to_the_sentences():
    (element,) = form(
        parse(
            "<table><thead><tr><th>Idé</th><th>Poeng</th><th>Hva skjer</th></tr></thead>"
            "<tbody><tr><td>&nbsp;</td><td>&nbsp;</td><td>&nbsp;</td></tr></tbody></table>"
        ),
        frozenset({"Poeng"}),
    )
    widths = re.findall(r"width: ([\d.]+)%", " ".join(element.xpath("./thead/tr/*/@style")))
    assert [float(width) for width in widths] == [42.5, 15, 42.5]


def test_no_row_is_alone_on_a_sheet_where_lower_rows_keep_it_with_others():
    blocks = [block(9), block(7)]
    assert not sheets_for(blocks, row_height(blocks))[1]


def test_a_sheet_with_room_left_gives_it_to_its_rows():
    blocks = [block(5), block(6), block(3), block(1)]
    heights = row_heights(blocks)
    assert sheets_for(blocks, row_height(blocks))[0] == 2
    assert heights[0] == 34 > heights[1] == row_height(blocks)
