"""The classes of evidence are listed once, and all else asks there."""

import json
import re

import pytest

from scripts.common.paths import Project
from scripts.content.evidence_classes import BY_STANDING, EVIDENCE_CLASSES, is_independent_class
from tests.unit.projects import ROOT

CODES = list(EVIDENCE_CLASSES)


@pytest.mark.parametrize(
    ("schema", "way"),
    [
        ("sources", ("items", "properties", "class", "enum")),
        ("page", ("properties", "classes", "items", "enum")),
    ],
)
def test_an_editor_may_write_these_classes_in_this_order(schema, way):
    node = json.loads(Project(ROOT).schema(schema).read_text(encoding="utf-8"))
    for key in way:
        node = node[key]
    assert node == CODES


def test_no_other_code_or_template_lists_them():
    """`campaign` is a word of no other list; records.py is generated from the schema."""
    files = [*(ROOT / "scripts").rglob("*.py"), *(ROOT / "overrides").rglob("*.html")]
    assert [
        path.relative_to(ROOT).as_posix()
        for path in sorted(files)
        if re.search(r"""["']campaign["']""", path.read_text(encoding="utf-8"))
    ] == ["scripts/content/evidence_classes.py", "scripts/content/records.py"]


def test_a_style_is_for_a_class_that_there_is():
    styles = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "overrides/styles").glob("*.css")
    )
    styled = set(re.findall(r"\.class-([a-z]+)", styles))
    assert styled
    assert styled <= {*CODES, "key"}


def test_classes_tied_to_the_method_stand_before_the_independent_ones():
    assert [each.code for each in BY_STANDING] == [
        *("party", "campaign"),
        *("research", "official", "press"),
    ]
    assert [each.state for each in BY_STANDING] == ["party"] * 2 + ["independent"] * 3


@pytest.mark.parametrize(("code", "said"), [("press", True), ("party", False), ("rumour", False)])
def test_a_class_is_independent_or_not_and_what_is_none_is_not(code, said):
    assert is_independent_class(code) is said


def test_name_and_letter_are_in_the_language_of_the_page(words):
    press = EVIDENCE_CLASSES["press"]
    assert (press.name(words["en"]), press.letter(words["en"])) == ("media and other sources", "M")
    assert (press.name(words["no"]), press.letter(words["no"])) == ("presse og andre", "A")
