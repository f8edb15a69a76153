"""On phones a form is told in words: what it asks for, and where its files are."""

import pytest
from bs4 import BeautifulSoup

from scripts.web import accessibility
from scripts.web.article import parse, serialised
from scripts.web.form_previews import preview

FORM = """<h2 id="how">Slik</h2><table><thead><tr><th>Ikke</th><th>skjema</th></tr></thead></table>
<h2 id="form">Skjema</h2><table><thead><tr><th>Gruppe</th><th>Spørsmål</th><th>Svar</th></tr>
</thead><tbody><tr><td>Ledere</td><td>Hvem?</td><td>&nbsp;</td></tr>
<tr><td>Ansatte</td><td>Hva?</td><td>&nbsp;</td></tr></tbody></table>
<table><thead><tr><th>Navn</th><th>Frist</th></tr></thead>
<tbody><tr><td>&nbsp;</td><td>&nbsp;</td></tr><tr><td>&nbsp;</td><td></td></tr></tbody></table>
<h2 id="tips">Tips</h2>"""


def previews(words):
    root = parse(FORM)
    accessibility.fix_markup(root)
    files = '<p class="form-preview"><a href="x">Word</a></p>'
    preview(root, accessibility.FORM, files, words["no"])
    return BeautifulSoup(serialised(root), "html.parser")


def test_the_preview_names_what_is_to_be_filled_in_and_for_whom(words):
    _, first, second = previews(words).select(".form-preview")
    assert first.p.get_text() == "Dere fyller ut: svar."
    assert first.summary.get_text() == "Se feltene (2)"
    assert [each.get_text() for each in first.select("li")] == ["Ledere – Hvem?", "Ansatte – Hva?"]
    assert second.get_text() == "Dere fyller ut: navn · frist. Plass til 2 rader."


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([""], "Dere fyller ut: navn · KS-avtale · frist."),
        (["A", ""], " Plass til én rad til."),
        (["A", "", ""], " Plass til 2 rader til."),
    ],
)
def test_room_is_told_in_a_sentence_and_an_abbreviation_keeps_its_capitals(words, rows, said):
    body = "".join(f"<tr><td>{name}</td><td></td><td></td></tr>" for name in rows)
    heads = "<tr><th>Navn</th><th>KS-avtale</th><th>Frist</th></tr>"
    table = f"<table><thead>{heads}</thead><tbody>{body}</tbody></table>"
    root = parse(f'<h2 id="form">F</h2>{table}')
    accessibility.fix_markup(root)
    preview(root, "form", "<p></p>", words["no"])
    shown = BeautifulSoup(serialised(root), "html.parser").select_one(".form-preview p")
    assert shown.get_text().endswith(said)


def test_the_files_stand_below_the_heading_and_each_preview_before_its_form(words):
    page = previews(words)
    assert page.find(id="form").find_next_sibling().a.get_text() == "Word"
    for grid in page.select(".form-grid"):
        assert "form-preview" in grid.find_previous_sibling()["class"]


def test_a_table_outside_the_form_is_no_form(words):
    assert len(previews(words).select(".form-grid")) == 2


PAPERS = """<h2 id="sheet">Arket</h2><p>Til møtet.</p><table><thead><tr><th>Mål</th></tr></thead>
<tbody><tr><td>&nbsp;</td></tr></tbody></table><h2 id="scale">Skala</h2><table><thead><tr>
<th>Tall</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"""


def test_each_paper_of_a_page_has_its_own_files_and_what_is_to_be_read_stays(words):
    root = parse(PAPERS)
    accessibility.fix_markup(root)
    for anchor in ("sheet", "scale"):
        preview(root, anchor, f'<div class="paper-files">{anchor}</div>', words["no"])
    page = BeautifulSoup(serialised(root), "html.parser")
    for anchor in ("sheet", "scale"):
        assert page.find(id=anchor).find_next_sibling().get_text() == anchor
    assert len(page.select(".form-preview")) == len(page.select(".form-grid")) == 1


LABELLED = """<h2 id="form">Skjema</h2><table><thead><tr><th>Om samtalen</th><th>Skriv her</th></tr>
</thead><tbody><tr><td>Mål</td><td>&nbsp;</td></tr><tr><td>Vilkår</td><td>&nbsp;</td></tr>
</tbody></table>"""


def test_of_a_form_with_labels_the_labels_are_named_and_no_head_of_an_empty_column(words):
    root = parse(LABELLED)
    accessibility.fix_markup(root)
    preview(root, "form", '<div class="form-preview"></div>', words["no"])
    shown = BeautifulSoup(serialised(root), "html.parser").select(".form-preview")[-1]
    assert shown.p is None
    assert shown.summary.get_text() == "Se feltene (2)"
    assert [each.get_text() for each in shown.select("li")] == ["Mål", "Vilkår"]
