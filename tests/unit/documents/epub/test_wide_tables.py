"""A table that a page of the e-book has no room for may have its words divided."""

import pytest
from lxml.html import fragment_fromstring

from scripts.documents.epub.wide_tables import CLASSES, mark_wide_tables

LONG = "Arbeidsmiljøutvalgssekretariatet"


def classes(*cells: str) -> set[str]:
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    root = fragment_fromstring(f"<div><table><tr>{row}</tr></table></div>")
    mark_wide_tables(root)
    return set(root[0].classes)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Ja", "Nei", "Vet ikke"], set()),
        (["en rekke korte ord " * 20, "og flere " * 30], set()),
        ([LONG, LONG, "x"], set()),
        ([LONG] * 4, {"wide"}),
        (["kommunene"] * 6, {"wide"}),
        ([LONG] * 8, {"wide", "wider"}),
        (["2024-01-31", *["1\u00a0234\u00a0567"] * 8], {"wide", "wider"}),
        ([f"https://eksempel.no/{'mappe/' * 20}", "x"], {"wide", "wider"}),
        (["x" * 300], {"wide", "wider"}),
        (["del-for-" * 30, "x"], set()),
    ],
)
def test_a_table_is_marked_by_the_longest_words_of_its_columns(cells, expected):
    assert classes(*cells) == expected


def test_each_class_has_its_rules(root):
    rules = (root / "overrides/print/epub/book.css").read_text(encoding="utf-8")
    assert all(f".{name} td {{\n" in rules for name in CLASSES)
