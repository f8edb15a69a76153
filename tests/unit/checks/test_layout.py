"""A row of a table has one cell for each head, whatever bars stand in its text."""

import pytest

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
