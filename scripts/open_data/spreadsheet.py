"""A table as an Excel file, which opens correctly whatever the locale of Excel.

How Excel reads a CSV file depends on the locale: a Norwegian one expects semicolons and
Windows-1252, and converts what looks like a date. Here every cell is text, so nothing is
converted, and a value that begins with = or @ is no formula.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import xlsxwriter

# Excel's maximum lengths of a cell and of the name of a sheet, in characters.
LONGEST_CELL = 32_767
_LONGEST_NAME = 31
# A fixed creation date, so that equal data give equal bytes.
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
# The built-in number format "@" (text).
_AS_TEXT = 49
# Bounds of column widths, which follow the longest line (in characters).
_NARROWEST, _WIDEST = 8, 60


def as_xlsx(name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The bytes of a workbook with one sheet: a header row, and a row per record.

    Raises:
        ValueError: a cell is longer than `LONGEST_CELL`.
    """
    out = io.BytesIO()
    # Strings are never converted to numbers, formulas or links.
    options = {
        "in_memory": True,
        "strings_to_numbers": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": name, "created": _EPOCH})
    sheet = book.add_worksheet(name[:_LONGEST_NAME])
    # Formatted as text, so that "2008-05" survives editing too.
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
