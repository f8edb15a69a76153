"""Names of pages in another language are marked wherever they stand."""

from scripts.web.title_languages import foreign_titles, mark_titles
from tests.unit.projects import write_pages

PAGE = "---\ntitle: {title}\nid: {id}\nkind: publication\nrecord: {id}\n---\n"
RECORDS = [
    {"id": "book", "title": "Partssamarbeid – kommuneutvikling", "language": "nb"},
    {"id": "speech", "title": "Speech & answers", "language": "en"},
]


def titles(tmp_path, code, **pages):
    texts = {f"{code}/{id_}.md": PAGE.format(title=title, id=id_) for id_, title in pages.items()}
    return foreign_titles(write_pages(tmp_path, texts).pages, RECORDS)


def test_the_title_of_a_work_is_marked_and_its_explanation_is_not(tmp_path):
    assert titles(tmp_path, "en", book="Partssamarbeid (Partners’ cooperation)") == {
        "Partssamarbeid (Partners’ cooperation)": (
            '<span lang="nb">Partssamarbeid</span> (Partners’ cooperation)'
        )
    }


def test_a_work_in_the_language_of_the_page_or_under_a_translated_name_is_left(tmp_path):
    assert titles(tmp_path, "no", book="Partssamarbeid") == {}
    assert titles(tmp_path, "no", speech="Innlegget (Krogh)") == {}


def test_a_name_is_marked_in_menus_and_headings_but_not_in_the_head_or_in_sentences(tmp_path):
    found = titles(tmp_path, "no", speech="Speech & answers")
    html = (
        "<head><title>Speech &amp; answers</title></head><body>"
        '<a href="x"><span>Neste</span> Speech &amp; answers</a>'
        "<h1>Speech &amp; answers</h1><p>Om Speech &amp; answers</p>"
        '<cite lang="en">Speech &amp; answers</cite></body>'
    )
    marked = '<span lang="en">Speech &amp; answers</span>'
    assert mark_titles(html, found) == (
        "<head><title>Speech &amp; answers</title></head><body>"
        f'<a href="x"><span>Neste</span> {marked}</a>'
        f"<h1>{marked}</h1><p>Om Speech &amp; answers</p>"
        '<cite lang="en">Speech &amp; answers</cite></body>'
    )
