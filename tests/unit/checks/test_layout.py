"""A row of a table has one cell for each head, whatever bars stand in its text."""

import pytest

from scripts.checks.commonmark import check_same_structure
from scripts.checks.layout import check_layout
from tests.unit.projects import write_pages

PAGE = "---\ntitle: Kart\nid: map\nkind: tool\n---\n\n## Skjema {{ #form }}\n\n{form}\n"
TABLE = "| Hvem | Når |\n| --- | --- |\n"


def said(tmp_path, form):
    site = write_pages(tmp_path, {"no/kart.md": PAGE.format(form=form)})
    return [(problem.line, problem.what) for problem in check_layout(site)]


@pytest.mark.parametrize(
    ("row", "cells"), [("| |", 1), ("| | | |", 3), ("| a \\| | ", 1), ("| a | b | |", 3)]
)
def test_row_with_another_number_of_cells_than_heads_is_told_on_its_line(tmp_path, row, cells):
    what = f"a row has another number of cells ({cells}) than heads (2)"
    assert said(tmp_path, f"- [ ] Ja\n\n{TABLE}| a | b |\n{row}") == [(14, what)]


def test_rows_are_held_against_the_heads_of_their_own_table(tmp_path):
    form = f"{TABLE}| | |\n\n| En |\n| --- |\n| |\n| | |\n"
    what = "a row has another number of cells (2) than heads (1)"
    assert said(tmp_path, form) == [(16, what)]


def mends(tmp_path, body):
    site = write_pages(tmp_path, {"no/kart.md": PAGE.format(form=body)})
    return [(problem.line, problem.fix) for problem in check_layout(site)]


def test_a_table_without_its_rule_is_told_the_row_that_lacks(tmp_path):
    assert mends(tmp_path, "| A | B |\n| a | b |") == [(9, "put a row | --- | --- | below it")]
    fix = "give the rule below as many cells: | --- | --- |"
    assert mends(tmp_path, "| A | B |\n| --- |\n| a | b |") == [(9, fix)]


@pytest.mark.parametrize("rows", ["A\tB\tC\na\tb\tc", "A\tB\na\tb", "A\tB\tC"])
def test_a_table_of_word_is_told_once_with_the_signs_that_it_lacks(tmp_path, rows):
    ((line, fix),) = mends(tmp_path, rows)
    assert line == 9
    assert fix.startswith("write | on both sides of each cell (| A | B")
    assert "| --- | --- |" in fix


@pytest.mark.parametrize("text", ["Moss\tvar med", "`a\tb\tc`", "\u00a0Tekst\t"])
def test_a_tab_that_makes_no_table_is_left_in_peace(tmp_path, text):
    assert mends(tmp_path, text) == []


def test_an_inner_item_that_is_indented_by_too_little_is_told_by_how_much(tmp_path):
    fix = "indent it by four spaces, so that it is an item of that item"
    assert mends(tmp_path, "1. en\n   - under\n   - mer\n2. to") == [(10, fix)]


def test_of_a_list_that_is_run_into_text_the_first_row_is_told(tmp_path):
    ((line, fix),) = mends(tmp_path, "Slik:\n- en\n- to")
    assert (line, fix[:27]) == (10, "put a blank line above the ")


TABLE_ROW = "| A | B |\n| --- | --- |\n| a | b |\n"


@pytest.mark.parametrize(
    ("body", "line", "fix", "mended"),
    [
        (
            f"{TABLE_ROW}Tekst etter.\nMer tekst.",
            12,
            "put a blank line below the table, or | between cells where it is a row of it",
            f"{TABLE_ROW}\nTekst etter.",
        ),
        (
            "| A |\n| --- |\n| a |\nTekst etter.",
            12,
            "put a blank line below the table, or | between cells where it is a row of it",
            "| A |\n| --- |\n| a |\n\nTekst etter.",
        ),
        (
            f"{TABLE_ROW}: En tabell",
            12,
            "put a blank line below the table, or | between cells where it is a row of it",
            f"{TABLE_ROW}\nEn tabell",
        ),
        (
            f"{TABLE_ROW}\n| c | d |",
            13,
            "take the blank row above it away",
            f"{TABLE_ROW}| c | d |",
        ),
        (
            "A | B\n--- | ---\na | b\n\nc | d",
            13,
            "take the blank row above it away, or write \\| where it is text",
            "A | B\n--- | ---\na | b\nc | d",
        ),
        (
            "| A | B |\n| --- | --- |\n- a | b",
            11,
            "write | on both sides of each row of the table",
            "| A | B |\n| --- | --- |\n| - a | b |",
        ),
        (
            "> - Sitat\n\n> - Sitat to",
            11,
            "write > in the blank row above it where it is, else words between the two",
            "> - Sitat\n>\n> - Sitat to",
        ),
        (
            "| A | B |\n| --- | --- |\n\n| c | d |",
            12,
            "take the blank row above it away",
            TABLE_ROW,
        ),
        (
            "| A | B |\n| --- | --- |",
            9,
            "write a row below them, or take the table away",
            TABLE_ROW,
        ),
        (
            "År | Sum\n--- | ---\n1. halvår | 5",
            11,
            "write | on both sides of each row of the table",
            "| År | Sum |\n| --- | --- |\n| 1. halvår | 5 |",
        ),
        (
            "| A | B |\n| — | — |\n| a | b |",
            10,
            "write | --- | --- | in its place, with hyphens and ordinary spaces",
            TABLE_ROW,
        ),
        (
            "| A | B |\n|\u00a0--- | --- |\n| a | b |",
            10,
            "write | --- | --- | in its place, with hyphens and ordinary spaces",
            TABLE_ROW,
        ),
        (
            "| A | B |\n| --- | --- |\n| `a|b` | c |",
            11,
            "write \\| for it, without the ` around it: it cannot stand in code in a table",
            "| A | B |\n| --- | --- |\n| a\\|b | c |",
        ),
        (
            "> Sitat\n\n> Sitat to",
            11,
            "write > in the blank row above it where it is, else words between the two",
            "> Sitat\n>\n> Sitat to",
        ),
        (
            "Ord\n\n:   forklaring",
            9,
            "write both in one row, - **term:** explanation, or \\: where the : is text",
            "- **Ord:** forklaring",
        ),
        (
            "Ord\n:   forklaring",
            9,
            "write both in one row, - **term:** explanation, or \\: where the : is text",
            "Ord\n\\: forklaring",
        ),
        ("-\n- to", 9, "write its text behind a space, or take the row away", "- to"),
    ],
)
def test_a_row_is_told_once_on_its_line_with_a_mend_that_works(tmp_path, body, line, fix, mended):
    assert mends(tmp_path, body) == [(line, fix)]
    assert mends(tmp_path, mended) == []
    (page,) = write_pages(tmp_path, {"no/kart.md": PAGE.format(form=mended)}).pages
    assert check_same_structure(page) == []


def test_two_tables_with_a_blank_row_between_them_are_two(tmp_path):
    assert mends(tmp_path, f"{TABLE_ROW}\n{TABLE_ROW}") == []
