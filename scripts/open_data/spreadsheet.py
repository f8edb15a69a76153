"""A table as a spreadsheet that opens right with a double click, in any language of Excel.

A CSV file is read by the settings of the reader: Norwegian ones expect semicolons and Windows'
letters, and make dates of what looks like them. Here every cell is text, so that nothing is
guessed, and what begins with = or @ is no formula.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import xlsxwriter

# What Excel holds in a cell, in a sheet's name, and what the name may not have.
LONGEST_CELL = 32_767
_LONGEST_NAME = 31
# The same day in every file, so that equal data give equal bytes.
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
# The number of the format "@" in every spreadsheet.
_AS_TEXT = 49
# Columns are as wide as their longest row, within these bounds (in letters).
_NARROWEST, _WIDEST = 8, 60


def as_xlsx(name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook with one sheet: the names of the columns, and a row for each record.

    Raises:
        ValueError: a cell is longer than a spreadsheet can hold.
    """
    out = io.BytesIO()
    # Nothing that is written is turned into a number, a formula or a link.
    options = {
        "in_memory": True,
        "strings_to_numbers": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": name, "created": _EPOCH})
    sheet = book.add_worksheet(name[:_LONGEST_NAME])
    # As text also when somebody edits it: "2008-05" stays what it is.
    text = book.add_format({"num_format": _AS_TEXT, "valign": "top"})
    head = book.add_format({"num_format": _AS_TEXT, "bold": True})
    table = [list(heads), *map(list, rows)]
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            if len(cell) > LONGEST_CELL:
                raise ValueError(f"{name}, row {row + 1}: a cell of {len(cell)} letters")
            if cell:
                sheet.write_string(row, column, cell, text if row else head)
    for column, values in enumerate(zip(*table, strict=True)):
        longest = max(len(line) for cell in values for line in cell.split("\n"))
        sheet.set_column(column, column, min(max(longest + 2, _NARROWEST), _WIDEST), text)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table) - 1, len(heads) - 1)
    book.close()
    return out.getvalue()
