"""A picture on a row of its own, and names with spaces: each slip is told once."""

import shutil

import pytest

from scripts.checks.docs_files import check_docs_files
from tests.unit.projects import ROOT, edit, good_project, problems_of

PAGE = "docs/no/metoden/historie.md"
IMAGES = "docs/assets/images"


@pytest.fixture
def shown(tmp_path):
    """What is told when a picture stands on a row of its own, in both languages."""
    project = good_project(tmp_path / "project")
    (project.root / IMAGES).mkdir(parents=True, exist_ok=True)
    png = ROOT / "docs/assets/images/readme.png"
    shutil.copy(png, project.root / IMAGES / "mote.png")

    def told(row, file=""):
        if file:
            shutil.copy(png, project.root / IMAGES / file)
        for code in ("no", "en"):
            path = PAGE.replace("/no/", f"/{code}/")
            text = (project.root / path).read_text(encoding="utf-8")
            at = text.index("{ #beginning")
            heading = text[text.rindex("\n", 0, at) + 1 : text.index("\n", at) + 1]
            edit(project, path, heading, f"{heading}\n{row}\n")
        return [each for each in problems_of(project) if not each.startswith("docs/en/")]

    return told


@pytest.mark.parametrize("mark", ["[@editorial]", "[@ministry]"])
@pytest.mark.parametrize("folder", ["../assets/images", "../../assets/images"])
def test_a_picture_with_text_and_source_is_left_in_peace(shown, folder, mark):
    assert shown(f"![Folk rundt et bord]({folder}/mote.png) {mark}") == []


def test_a_picture_without_a_source_is_told_as_a_picture(shown):
    (said,) = shown("![Folk rundt et bord](../assets/images/mote.png)")
    assert 'the picture "Folk rundt et bord" names no source – write [@id] of its source' in said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("![](../assets/images/mote.png)", "has no text"),
        ("![image1](../assets/images/mote.png)", "has the name of a file for a text"),
        ("![IMG_2034](../assets/images/mote.png) [@editorial]", "has the name of a file"),
        ("![mote.png](../assets/images/mote.png) [@editorial]", "has the name of a file"),
        ("![Folk](../assets/images/borte.png)", "leads to no file"),
        ("![Folk](https://example.org/a.png)", "lies on another site"),
    ],
)
def test_a_picture_with_another_fault_is_told_of_that(shown, row, said):
    told = shown(row)
    assert sum(said in each for each in told) == 1
    assert not any("cites nothing" in each for each in told)


@pytest.mark.parametrize("file", ["", "Møte i Moss.png"])
@pytest.mark.parametrize("mark", ["", " [@editorial]"])
def test_a_name_with_spaces_is_told_once_with_the_name_to_give(shown, file, mark):
    (said,) = shown(f"![Møte](../assets/images/Møte i Moss.png){mark}", file)
    assert "holds a space" in said
    assert "give the file the name mote-i-moss.png" in said
    assert said.endswith("and write ../assets/images/mote-i-moss.png")


@pytest.mark.parametrize("size", ["100x20", "100x", "50%"])
def test_the_size_of_a_picture_is_no_part_of_its_name(shown, size):
    (said,) = shown(f"![Møte](../assets/images/sign.svg ={size}) [@editorial]")
    assert said.endswith("write ../assets/images/sign.svg: a picture is as wide as there is room")


@pytest.mark.parametrize("text", ["[ja](se der)", "[ja](eller nei / kanskje)"])
def test_a_text_with_spaces_in_brackets_is_no_address(shown, text):
    assert not any("holds a space" in each for each in shown(f"{text} [@editorial]"))


@pytest.mark.parametrize("letters", ["<text>Vær</text>", '<g><text\nx="1">→</text></g>'])
def test_a_drawing_with_letters_is_told_before_anything_is_printed(project, letters):
    """A picture loads no typeface of the site: the press would stop on what it finds instead."""
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg">\n{letters}</svg>\n'
    (project.root / "docs/assets/images/map.svg").write_text(drawing, encoding="utf-8")
    (told,) = check_docs_files(project)
    assert str(told).startswith("docs/assets/images/map.svg:2: the drawing holds letters")
