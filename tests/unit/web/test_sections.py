"""Sections have the classes that styles know them by, whatever their anchors are."""

import re

import pytest

from scripts.common.paths import Project
from scripts.content.page_types import PARTIES, section_classes
from scripts.web.article import parse, serialised
from scripts.web.sections import add_classes, fold_parts, lay_out_home, lay_out_ways
from tests.unit.projects import ROOT

CLASSES = section_classes(Project(ROOT))
DOORS = '<h2 id="start">Start</h2>\n<ul><li>Door</li></ul>\n'
LEFT = '<h2 id="a">A</h2>\n<p>Text.</p>\n<h2 id="b">B</h2>\n<h3 id="c">C</h3>\n'
RIGHT = '<h2 id="trust">Trust</h2>\n<ul><li>Point</li></ul>\n'
NOTES = '<h2 id="references">Sources</h2>\n<ol><li id="ref-1">Source</li></ol>\n'


def classed(html, classes):
    article = parse(html)
    add_classes(article, classes)
    return serialised(article)


def laid_out_home(html):
    article = parse(html)
    lay_out_home(article)
    return serialised(article)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h2 id="ready">R</h2>', '<h2 id="ready" class="holds-own">R</h2>'),
        (
            '<h2 class="editorial" id="ready">R</h2>',
            '<h2 class="editorial holds-own" id="ready">R</h2>',
        ),
        ('<h3 id="elected">E</h3>', '<h3 id="elected" class="of-party of-party-1">E</h3>'),
        ('<h2 id="own-heading">O</h2>', '<h2 id="own-heading">O</h2>'),
        ('<p id="ready">R</p>', '<p id="ready">R</p>'),
    ],
)
def test_a_heading_gets_the_class_of_what_it_holds(html, expected):
    assert classed(html, CLASSES["phase"]) == expected


def test_each_role_is_a_box_that_stands_open_and_all_but_the_first_are_folded_on_phones():
    article = parse(
        '<h2 id="who">W</h2>\n<h3 id="elected">E</h3>\n<ul><li>Do</li></ul>\n'
        '<h3 id="users">U</h3>\n<p>Tell.</p>\n<h2 id="next">N</h2>\n<h3 id="other">O</h3>\n'
    )
    fold_parts(article, ("elected", "users"))
    assert serialised(article) == (
        '<h2 id="who">W</h2>\n'
        '<details class="role" open=""><summary><h3 id="elected">E</h3>\n</summary>'
        "<ul><li>Do</li></ul>\n</details>"
        '<details class="role" open="" data-fold=""><summary><h3 id="users">U</h3>\n</summary>'
        '<p>Tell.</p>\n</details><h2 id="next">N</h2>\n<h3 id="other">O</h3>\n'
    )


def test_home_is_doors_then_two_columns_then_its_sources():
    assert laid_out_home(f"{DOORS}{LEFT}{RIGHT}{NOTES}") == (
        f'<div class="doors">\n{DOORS}</div>\n'
        f'<div class="columns">\n<div>\n{LEFT}</div>\n<div>\n{RIGHT}</div>\n</div>\n'
        f"{NOTES}"
    )


def test_on_home_a_second_list_is_a_row_of_ways_and_a_last_picture_crosses_both_columns():
    ways, picture = "<ul><li>Way</li></ul>\n", "<figure>Map</figure>\n"
    assert laid_out_home(f"{DOORS}<p>Who?</p>\n{ways}{LEFT}{RIGHT}{picture}{NOTES}") == (
        f'<div class="doors">\n{DOORS}<p>Who?</p>\n<ul class="ways"><li>Way</li></ul>\n</div>\n'
        f'<div class="columns">\n<div>\n{LEFT}</div>\n<div>\n{RIGHT}</div>\n</div>\n'
        f"{picture}{NOTES}"
    )


def test_home_is_laid_out_the_same_under_other_names():
    html = f"{DOORS}{LEFT}{RIGHT}{NOTES}"
    renamed = re.sub(r'id="(?!references)(\w+)"', r'id="new-\1"', html)
    assert re.sub(r'id="new-(\w+)"', r'id="\1"', laid_out_home(renamed)) == laid_out_home(html)


def test_what_stands_before_the_first_heading_stays_there():
    assert laid_out_home(f"<p>First.</p>\n{DOORS}{LEFT}{RIGHT}").startswith(
        '<p>First.</p>\n<div class="doors">'
    )


def test_a_home_page_of_two_sections_is_left_as_it_is():
    html = f"{DOORS}{RIGHT}{NOTES}"
    assert laid_out_home(html) == html


def test_styles_and_data_name_the_same_kinds_of_knowledge():
    css = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "overrides").rglob("*.css"))
    said = {
        name for classes in CLASSES.values() for names in classes.values() for name in names.split()
    }
    styled = set(re.findall(r"\.((?:holds|of-party)[\w-]*)", css))
    # The first party has the colour that is there.
    assert said - {"of-party-1"} == styled


def test_no_layout_hangs_on_an_anchor_of_the_content():
    anchors = {anchor for classes in CLASSES.values() for anchor in classes} | {
        heading
        for path in (ROOT / "docs").rglob("*.md")
        for heading in re.findall(r"\{ #([\w-]+)", path.read_text(encoding="utf-8"))
    }
    assert {"start", "trust", "ready", *PARTIES} <= anchors
    for path in (ROOT / "overrides" / "styles").glob("*.css"):
        named = set(re.findall(r"#([a-z][\w-]*)(?=[^;]*\{)", path.read_text(encoding="utf-8")))
        assert named & anchors == set(), path.name


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (["<strong><a href='a'>A</a>:</strong> Hva?"] * 3, True),
        (["<strong><a href='a'>A</a>:</strong> Hva?"] * 2, False),
        (["<strong><a href='a'>A</a></strong>", "<strong>B</strong>", "<a href='c'>C</a>"], False),
        (["Se <strong><a href='a'>A</a></strong>"] * 3, False),
        (["Bare ord"] * 3, False),
    ],
    ids=["ways", "too few", "one link", "words first", "words alone"],
)
def test_a_list_that_only_leads_on_is_cards(items, expected):
    rows = "".join(f"<li>{item}</li>" for item in items)
    article = parse(f"<ul>{rows}</ul>")
    lay_out_ways(article)
    assert ("tool-list" in article[0].classes) is expected
