"""What the sheets of a workbook have in common: looks, frozen heads, cells to fill in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from scripts.documents.zip_file import EPOCH, timeless
from scripts.web.tokens import Tokens

FONT = "Arial"
# What spreadsheets do not take in the name of a sheet.
_NOT_IN_NAMES, _LONGEST_NAME = re.compile(r"[\[\]:*?/\\]"), 31
_WRAP = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True)
class Look:
    """The typeface and the colours of the sheets, as Excel writes them (RRGGBB)."""

    font: str
    head: str
    on_head: str
    line: str
    field: str
    warning: str

    @classmethod
    def of(cls, tokens: Tokens) -> Look:
        """The light colours of the project."""
        return cls(
            FONT,
            _hex(tokens, "strong"),
            _hex(tokens, "on-band"),
            _hex(tokens, "line"),
            _hex(tokens, "ground"),
            _hex(tokens, "mark"),
        )


def _hex(tokens: Tokens, name: str) -> str:
    digits = tokens.light[name].removeprefix("#").upper()
    return digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)


def sheet_name(text: str) -> str:
    """A text as the name of a sheet, which is short and lacks some signs."""
    return _NOT_IN_NAMES.sub("", text).strip("' ")[:_LONGEST_NAME]


def explain(sheet: Worksheet, text: str, look: Look) -> None:
    """One line at the top that says what the sheet is for."""
    cell = sheet.cell(1, 1, text)
    cell.font = Font(name=look.font, italic=True)
    sheet.row_dimensions[1].height = 32


def heads(sheet: Worksheet, names: Sequence[str], look: Look, *, width: int, row: int = 3) -> int:
    """The heads of the columns, frozen and repeated on each printed page; gives their row."""
    for column, name in enumerate(names, 1):
        cell = sheet.cell(row, column, name)
        cell.font = Font(name=look.font, bold=True, color=look.on_head)
        cell.fill = PatternFill("solid", start_color=look.head, end_color=look.head)
        cell.alignment = _WRAP
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.row_dimensions[row].height = 48
    sheet.freeze_panes = sheet.cell(row + 1, 2)
    sheet.print_title_rows = f"{row}:{row}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    properties = sheet.sheet_properties.pageSetUpPr
    if properties is not None:
        properties.fitToPage = True
    return row


def input_cells(
    sheet: Worksheet, top: int, rows: int, last: int, look: Look, *, first: int = 1
) -> None:
    """The cells that people fill in, with lines round them, below row `top`."""
    side = Side(style="thin", color=look.line)
    fill = PatternFill("solid", start_color=look.field, end_color=look.field)
    for row in range(top + 1, top + rows + 1):
        for column in range(first, last + 1):
            cell = sheet.cell(row, column)
            cell.border = Border(left=side, right=side, top=side, bottom=side)
            cell.fill, cell.alignment, cell.font = fill, _WRAP, Font(name=look.font)


def bytes_of(book: Workbook) -> bytes:
    """The file, with the same time everywhere."""
    saved = BytesIO()
    book.properties.created = EPOCH.replace(tzinfo=None)
    book.save(saved)
    return timeless(saved.getvalue(), {"docProps/core.xml": _unmodified})


def _unmodified(properties: bytes) -> bytes:
    """Openpyxl writes the time of saving over the one that it was given."""
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", properties)
