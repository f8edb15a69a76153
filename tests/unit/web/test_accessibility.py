"""Tables and checklists are mended for every reader."""

import pytest
from bs4 import BeautifulSoup
from markdown import markdown

from scripts.web import accessibility
from scripts.web.article import parse, serialised
from tests.unit.projects import ROOT

TABLE = "<table><thead><tr><th>Når</th></tr></thead></table>"


def fix(html):
    """The HTML of an article as screens get it."""
    root = parse(html)
    accessibility.fix_markup(root)
    return serialised(root)


def test_a_table_can_be_scrolled_by_keyboard_and_is_named_by_its_heading():
    mended = fix(f'<h2 class="x" id="checklist">Sjekkliste</h2>\n{TABLE}')
    assert '<div class="table" tabindex="0" role="group" aria-labelledby="checklist">' in mended
    assert mended.endswith("</table></div>")


def test_a_table_before_any_heading_gets_no_empty_name():
    assert "aria-labelledby" not in fix(TABLE)
    assert 'tabindex="0"' in fix(TABLE)


def test_header_cells_say_that_they_head_a_column():
    assert '<th scope="col">Når</th>' in fix(TABLE)


def test_each_box_of_a_checklist_is_named_by_its_text_and_can_be_ticked():
    item = (
        '<li class="task-list-item"><input type="checkbox" disabled/> '
        'Har <a href="x">alle</a> svart?</li>'
    )
    assert fix(item) == (
        '<li class="task-list-item"><label><input type="checkbox"> '
        'Har <a href="x">alle</a> svart?</label></li>'
    )


def test_a_ticked_box_stays_ticked():
    item = '<li class="task-list-item"><input type="checkbox" disabled checked/> Ferdig</li>'
    assert '<input type="checkbox" checked> Ferdig' in fix(item)


def test_a_header_cell_without_a_word_heads_nothing():
    mended = fix("<table><thead><tr><th>&nbsp;</th><th>Svar</th></tr></thead></table>")
    assert '<td></td><th scope="col">Svar</th>' in mended


def test_only_the_table_of_a_workshop_is_an_agenda():
    table = (
        "<table><thead><tr><th>Minutter</th></tr></thead><tbody><tr><td>5</td></tr></tbody></table>"
    )
    assert 'class="table agenda"' in fix(f'<h2 id="workshop">Verksted</h2>{table}')
    assert "agenda" not in fix(f'<h2 id="checklist">Liste</h2>{table}')


def test_the_sign_beside_a_heading_is_no_part_of_its_name_and_no_stop_of_the_keyboard():
    heading = '<h2 id="x">Verksted<a class="headerlink" href="#x" title="Lenke">#</a></h2>'
    assert fix(heading) == (
        '<h2 id="x">Verksted<a class="headerlink" href="#x" title="Lenke" aria-hidden="true" '
        'tabindex="-1">#</a></h2>'
    )


BOX = '<input type="checkbox" disabled/>'


def labels(html):
    """The text of each label, and what stands in the list items beside labels."""
    root = parse(fix(html))
    named = [" ".join(label.text_content().split()) for label in root.xpath(".//label")]
    return named, root


def test_the_boxes_of_a_list_in_an_item_have_names_of_their_own():
    html = (
        f'<ul class="task-list"><li class="task-list-item">{BOX} Avtale'
        f'\n<ul class="task-list"><li class="task-list-item">{BOX} Signert</li></ul></li></ul>'
    )
    named, root = labels(html)
    assert named == ["Avtale", "Signert"]
    assert not root.xpath(".//label//ul | .//input[@disabled]")


def test_the_boxes_of_a_loose_list_are_named_and_can_be_ticked():
    item = f'<li class="task-list-item">\n<p>{BOX} Har <em>alle</em> svart?</p>\n<p>Mer.</p></li>'
    named, root = labels(f'<ul class="task-list">{item}{item}</ul>')
    assert named == ["Har alle svart?"] * 2
    assert not root.xpath(".//input[@disabled]")
    assert len(root.xpath(".//li/p/label/input")) == 2


def test_a_list_without_boxes_is_left_alone():
    html = "<ul><li>En</li></ul>"
    assert fix(html) == html


@pytest.mark.parametrize("name", ["table", "table agenda"])
def test_a_table_that_can_be_scrolled_already_gets_no_second_group(name):
    html = f'<h2 id="a">A</h2><div class="{name}"><table><tbody></tbody></table></div>'
    assert fix(html) == html


def test_a_table_is_named_by_the_heading_it_stands_under_and_not_by_one_in_a_box():
    html = f'<h2 id="a">A</h2><aside><h2 id="facts-title">Fakta</h2></aside><p>x</p>{TABLE}'
    assert 'aria-labelledby="a"' in fix(html)


def test_text_after_a_table_stays_after_it():
    assert fix(f"<p>a</p>{TABLE}etter <b>b</b>").endswith("</table></div>etter <b>b</b>")


def checklist(text):
    """What readers get of a checklist: each box with its name, and the other text of its item."""
    extensions = ["attr_list", "tables", "pymdownx.tasklist"]
    soup = BeautifulSoup(fix(markdown(text, extensions=extensions)), "html.parser")
    assert not soup.select("input[disabled]")
    assert not soup.select("label label, label p, label ul, label ol, label li, label table")
    return soup, [box.parent.get_text().strip() for box in soup.select("label > input")]


TIGHT = "- [ ] Ett\n- [x] To *ord*\n"
LOOSE = "- [ ] Ett\n\n- [x] To *ord*\n"
NESTED = "- [ ] Ett\n    - [ ] Under\n    - [x] Under to\n- [x] To *ord*\n"
NESTED_LOOSE = "- [ ] Ett\n\n    - [ ] Under\n\n    - [x] Under to\n\n- [x] To *ord*\n"
WITH_MORE = "- [ ] Ett\n\n    Mer om dette.\n\n- [x] To *ord*\n"
WITH_TABLE = "- [ ] Ett\n\n    | a | b |\n    | - | - |\n    | 1 | 2 |\n\n- [x] To *ord*\n"
NUMBERED = "1. [ ] Ett\n\n    1. [ ] Under\n\n    2. [x] Under to\n\n2. [x] To *ord*\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(TIGHT, ["Ett", "To ord"], id="tight"),
        pytest.param(LOOSE, ["Ett", "To ord"], id="blank-line-between"),
        pytest.param(NESTED, ["Ett", "Under", "Under to", "To ord"], id="nested"),
        pytest.param(NESTED_LOOSE, ["Ett", "Under", "Under to", "To ord"], id="nested-loose"),
        pytest.param(WITH_MORE, ["Ett", "To ord"], id="second-paragraph"),
        pytest.param(WITH_TABLE, ["Ett", "To ord"], id="table-in-an-item"),
        pytest.param(NUMBERED, ["Ett", "Under", "Under to", "To ord"], id="numbered"),
    ],
)
def test_every_box_is_named_and_can_be_ticked_however_the_list_is_spaced(text, names):
    soup, found = checklist(text)
    assert found == names
    assert len(soup.select("input")) == len(names)
    assert [box.parent.get_text().strip() for box in soup.select("input[checked]")] == [
        name for name in names if name in ("To ord", "Under to")
    ]


def test_the_name_of_a_box_ends_with_its_paragraph():
    assert fix(markdown("- [ ] Ett\n\n- [ ] To\n", extensions=["pymdownx.tasklist"])) == (
        '<ul class="task-list">\n<li class="task-list-item">\n'
        '<p><label><input type="checkbox"> Ett</label></p>\n</li>\n'
        '<li class="task-list-item">\n'
        '<p><label><input type="checkbox"> To</label></p>\n</li>\n</ul>'
    )


def test_an_item_with_attributes_of_its_own_is_named_too():
    _, found = checklist("- [ ] Ett\n{ .viktig #forst }\n\n- [ ] To\n")
    assert found == ["Ett", "To"]


def test_a_list_in_a_list_is_not_part_of_the_name_of_its_box():
    item = (
        '<li class="task-list-item"><input type="checkbox"/> Ett<ol><li>først</li></ol></li>'
        '<li class="task-list-item"><input type="checkbox"/> To<ul><li>så</li></ul></li>'
    )
    assert fix(item) == (
        '<li class="task-list-item"><label><input type="checkbox"> Ett</label>'
        "<ol><li>først</li></ol></li>"
        '<li class="task-list-item"><label><input type="checkbox"> To</label>'
        "<ul><li>så</li></ul></li>"
    )


def test_a_box_can_be_ticked_also_where_nothing_mends_it():
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = configuration.partition("- pymdownx.tasklist:\n")[2].partition("\n  - ")[0]
    assert "clickable_checkbox: true" in listed


WIDE = (
    "<table><thead><tr><th>Regel</th><th>Hvor <b>den</b> står</th><th></th></tr></thead>"
    "<tbody><tr><td>A</td><td>B</td><td>C</td></tr></tbody></table>"
)


def test_a_table_of_three_columns_becomes_cards_whose_cells_say_what_they_are_about():
    page = BeautifulSoup(fix(f'<h2 id="rules">Regler</h2>{WIDE}'), "html.parser")
    assert page.div["class"] == ["table", "cards"]
    cells = page.select("tbody td")
    assert [each.get("data-label") for each in cells] == [None, "Hvor den står", None]


@pytest.mark.parametrize("anchor", ["workshop", "form"])
def test_agendas_and_forms_have_their_own_shape_on_phones(anchor):
    page = BeautifulSoup(fix(f'<h2 id="{anchor}">A</h2>{WIDE}'), "html.parser")
    assert page.select(".cards, [data-label]") == []


def test_a_table_of_two_columns_stays_a_table():
    two = "<table><thead><tr><th>A</th><th>B</th></tr></thead></table>"
    assert "cards" not in fix(two)


FORM = """
| Svar | Sett kryss | Vilkår |
| --- | --- | --- |
| Ja | &nbsp; | &nbsp; |
| Ja, hvis | {cross} | {terms} |
"""


def filled_in(cross, terms):
    """The rows of a form as screens get it."""
    html = fix(markdown(FORM.format(cross=cross, terms=terms), extensions=["tables"]))
    return BeautifulSoup(html, "html.parser").select("tbody tr")


def test_on_a_card_what_is_brief_stands_beside_its_head_and_a_blank_takes_no_room():
    chosen_not, chosen = filled_in("×", "Sykepleier avgjør hvem som kan ta hva")
    assert chosen_not["class"] == ["bare"]
    assert [cell.get("class") for cell in chosen_not("td")] == [None, ["brief", "blank"], ["blank"]]
    assert "class" not in chosen.attrs
    assert [cell.get("class") for cell in chosen("td")] == [None, ["brief"], None]


def test_a_form_that_nobody_filled_in_keeps_its_blanks():
    rows = filled_in("&nbsp;", "&nbsp;")
    assert [row.get("class") for row in rows] == [None, None]
    assert all("class" not in cell.attrs for row in rows for cell in row("td"))


def test_a_picture_in_a_cell_and_a_column_to_write_in_are_no_blanks_on_a_card():
    html = fix(
        markdown(
            "| Nr. | Tiltak | Ansvarlig | Tegn |\n| --- | --- | --- | --- |\n"
            "| 1 | Vaktbytte | | ![Et kryss](a.png) |\n| 2 | Turnus | | |\n",
            extensions=["tables"],
        )
    )
    first, second = BeautifulSoup(html, "html.parser").select("tbody tr")
    assert not [cell for cell in first("td") if "blank" in cell.get("class", [])]
    assert [cell.get("class") for cell in second("td")][2] is None
