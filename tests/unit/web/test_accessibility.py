"""Tables and checklists are mended for every reader."""

from scripts.web.accessibility import mend

TABLE = "<table><thead><tr><th>Når</th></tr></thead></table>"


def test_a_table_can_be_scrolled_by_keyboard_and_is_named_by_its_heading():
    mended = mend(f'<h2 class="x" id="checklist">Sjekkliste</h2>\n{TABLE}')
    assert '<div class="table" tabindex="0" role="group" aria-labelledby="checklist">' in mended
    assert mended.endswith("</table></div>")


def test_a_table_before_any_heading_gets_no_empty_name():
    assert "aria-labelledby" not in mend(TABLE)
    assert 'tabindex="0"' in mend(TABLE)


def test_header_cells_say_that_they_head_a_column():
    assert '<th scope="col">Når</th>' in mend(TABLE)


def test_each_box_of_a_checklist_is_named_by_its_text_and_can_be_ticked():
    item = (
        '<li class="task-list-item"><input type="checkbox" disabled/> '
        'Har <a href="x">alle</a> svart?</li>'
    )
    assert mend(item) == (
        '<li class="task-list-item"><label><input type="checkbox"> '
        'Har <a href="x">alle</a> svart?</label></li>'
    )


def test_a_ticked_box_stays_ticked():
    item = '<li class="task-list-item"><input type="checkbox" disabled checked/> Ferdig</li>'
    assert '<input type="checkbox" checked> Ferdig' in mend(item)


def test_a_header_cell_without_a_word_heads_nothing():
    mended = mend("<table><thead><tr><th>&nbsp;</th><th>Svar</th></tr></thead></table>")
    assert '<td></td><th scope="col">Svar</th>' in mended


def test_only_the_table_of_a_workshop_is_an_agenda():
    table = (
        "<table><thead><tr><th>Minutter</th></tr></thead><tbody><tr><td>5</td></tr></tbody></table>"
    )
    assert 'class="table agenda"' in mend(f'<h2 id="workshop">Verksted</h2>{table}')
    assert "agenda" not in mend(f'<h2 id="checklist">Liste</h2>{table}')


def test_the_sign_beside_a_heading_is_no_part_of_its_name_and_no_stop_of_the_keyboard():
    heading = '<h2 id="x">Verksted<a class="headerlink" href="#x" title="Lenke">#</a></h2>'
    assert mend(heading) == (
        '<h2 id="x">Verksted<a class="headerlink" aria-hidden="true" tabindex="-1" href="#x" '
        'title="Lenke">#</a></h2>'
    )
