"""The guide with pictures: what is done to pages for it, and what stops it before it begins."""

import shutil
from typing import get_args, get_type_hints

import pytest

from scripts.common.paths import Project
from scripts.common.problems import ProblemsFound
from scripts.common.versions import library_versions
from scripts.content.pages import load_site
from scripts.content.records import GuideStepsPictures
from scripts.devtools.guide.camera import Picture
from scripts.devtools.guide.copy import PARTS, copy_project
from scripts.devtools.guide.faults import corrected, misspelt_link
from scripts.devtools.guide.files import forms, parts
from scripts.devtools.guide.make import PAGE, guide_page, make_guide
from scripts.devtools.guide.texts import load_guide, shown_pages
from tests.unit.projects import ROOT, edit, write_page

GUIDE = load_guide(Project(ROOT))


@pytest.fixture(scope="module")
def pages():
    return shown_pages(GUIDE, load_site(ROOT))


def test_every_picture_that_is_taken_stands_in_the_guide_once():
    shown = [picture["id"] for step in GUIDE["steps"] for picture in step["pictures"]]
    assert sorted(shown) == sorted(get_args(get_type_hints(GuideStepsPictures)["id"]))


def test_no_text_is_cut_where_yaml_begins_a_comment():
    texts = [GUIDE["lead"], GUIDE["not_shown"]["text"], *(step["text"] for step in GUIDE["steps"])]
    for text in (text for each in texts for said in each.values() for text in said):
        assert text.endswith("."), text
        assert text.count("`") % 2 == 0, text


def test_a_link_loses_a_letter_and_nothing_else_changes(tmp_path):
    body = "Se [alt](../om/index.md), [bilder](b.png) og [svar](innvendinger.md).\n"
    (page,) = write_page(tmp_path, body).pages
    text = (tmp_path / page.path).read_text(encoding="utf-8")
    slip = misspelt_link(page, text)
    assert (slip.line, slip.words) == (6, "svar")
    assert slip.text == text.replace("innvendinger.md", "innvendingr.md")


def test_words_are_added_before_the_first_note_below_a_heading(tmp_path):
    body = "Før [@a].\n\n## Kort { #in-short }\n\n- Under [@b].\n"
    (page,) = write_page(tmp_path, body).pages
    text = (tmp_path / page.path).read_text(encoding="utf-8")
    assert corrected(page, text, " (nytt)") == text.replace("Under [@b]", "Under (nytt) [@b]")


@pytest.mark.parametrize(
    "spoil", [lambda p, t: misspelt_link(p, t), lambda p, t: corrected(p, t, "x")]
)
def test_a_page_that_no_picture_can_be_made_with_is_named(tmp_path, spoil):
    (page,) = write_page(tmp_path, "Tekst alene.\n").pages
    text = (tmp_path / page.path).read_text(encoding="utf-8")
    with pytest.raises(ProblemsFound, match=r"docs/no/a\.md: .* – name another page in data/guide"):
        spoil(page, text)


def test_a_file_is_shown_with_what_is_left_alone_and_where_one_writes(pages):
    text = (ROOT / pages["en"].path).read_text(encoding="utf-8")
    shown = parts(text)
    left = [row.text for use, rows in shown if use == "leave" for row in rows]
    assert left[0].startswith("id: ")
    assert any(row.startswith("url: ") for row in left)
    assert any(row.startswith("  in-short: ") for row in left)
    written = [row for use, rows in shown if use == "write" for row in rows]
    assert written[0].number == pages["en"].body_line + 1
    (heading,) = (row for row in written if row.anchor == "{ #in-short }")
    assert heading.around == ("## In short ", "")
    # Row by row, they are the file.
    rows = [row for _, part in shown for row in part]
    assert [row.text for row in rows] == text.split("\n")[: len(rows)]


def test_the_questions_of_all_forms_are_read():
    assert [form["labels"] for form in forms(ROOT)] == [["copy"], ["error"], ["source"]]


def test_the_page_holds_its_pictures_with_their_texts_norwegian_first(pages):
    ids = get_args(get_type_hints(GuideStepsPictures)["id"])
    pictures = [Picture(id_, code, b"png", "") for id_ in ids for code in ("no", "en")]
    html = guide_page(ROOT, GUIDE, pages, pictures)
    assert html.count('<img src="data:image/png;base64,cG5n" alt="') == len(pictures)
    assert html.index('<article id="nb"') < html.index('<article id="en"')
    assert "docs/no/metoden/kritikk.md" in html
    assert "{file}" not in html
    assert "{address}" not in html
    assert "src=" not in html.replace('src="data:', "")


def test_a_folder_with_other_files_is_left_as_it_was(tmp_path):
    (tmp_path / PAGE).write_text("old")
    (tmp_path / "letter.docx").write_text("mine")
    with pytest.raises(ProblemsFound, match="other files are in the way – name a folder"):
        make_guide(ROOT, tmp_path, browser=None)
    assert (tmp_path / PAGE).read_text() == "old"


def test_a_project_with_faults_gets_no_guide_before_they_are_mended(project, tmp_path):
    for name in ("data/guide.yml", "data/schema/guide.schema.json"):
        (project.root / name).write_bytes((ROOT / name).read_bytes())
    edit(project, "data/guide.yml", "page: method-criticism", "page: method-history")
    edit(project, "mkdocs.yml", "metoden/historie.md", "metoden/histori.md")
    with pytest.raises(ProblemsFound, match=r"metoden/histori\.md"):
        make_guide(project.root, tmp_path / "guide", browser=None)
    assert not (tmp_path / "guide").exists()


def test_what_is_changed_in_the_copy_changes_nothing_in_the_project(project, tmp_path):
    page = "docs/no/metoden/historie.md"
    before = (project.root / page).read_bytes()
    copy = copy_project(project.root, tmp_path / "copy")
    (copy / page).write_text("changed")
    assert (project.root / page).read_bytes() == before


def test_a_copy_knows_the_libraries_that_made_what_is_kept(tmp_path):
    for part in PARTS:
        if (ROOT / part).is_file():
            shutil.copy(ROOT / part, tmp_path)
    assert library_versions(tmp_path) == library_versions(ROOT)
