"""Styles are whole, and the list of their order names each of them once."""

import pytest

from scripts.checks.templates import check_templates
from scripts.common.paths import Project

STYLE = "overrides/styles/a.css"


def told(root, style="p {\n  color: red;\n}\n", order="a\n"):
    (root / "overrides/styles").mkdir(parents=True)
    (root / STYLE).write_text(style, encoding="utf-8")
    (root / "overrides/styles/order.txt").write_text(order, encoding="utf-8")
    return [
        f"{each.path}:{each.line}: {each.what}"
        for each in check_templates(Project(root), {})
        if each.path in {STYLE, "overrides/styles/order.txt"}
    ]


def test_a_style_whose_braces_are_pairs_is_left_alone(tmp_path):
    assert told(tmp_path, 'p::before {\n  content: "{";\n} /* } */\n') == []


@pytest.mark.parametrize(
    ("style", "what"),
    [
        ("p {\n  color: red;\n", f"{STYLE}:3: 1 brace is not closed"),
        ("p {\n  color: red;\n}}\n", f"{STYLE}:4: 1 brace is too many"),
        ("@media print {\n  p {\n", f"{STYLE}:3: 2 braces are not closed"),
    ],
)
def test_a_brace_without_its_pair_is_told_at_the_end(tmp_path, style, what):
    assert told(tmp_path, style) == [what]


def test_remarks_and_blank_rows_of_the_order_name_no_style(tmp_path):
    assert told(tmp_path, order="# first\n\na\n") == []
    (named,) = told(tmp_path / "other", order="a\n\nb\n")
    assert named.startswith("overrides/styles/order.txt:3: ")
