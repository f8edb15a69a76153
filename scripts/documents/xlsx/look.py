"""The shared formats of a workbook, frozen header rows, and cells to fill in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from scripts.web.tokens import Tokens

FONT = "Arial"
# Characters that are invalid in sheet names, and the maximum length.
_NOT_IN_NAMES, _LONGEST_NAME = re.compile(r"[\[\]:*?/\\]"), 31
_WRAPPED = {"text_wrap": True, "valign": "top"}


@dataclass(frozen=True)
class Look:
    """The cell formats of a workbook, in its font and the light colours of the project."""

    book: Workbook
    tokens: Tokens

    def format(self, **settings: Any) -> Format:
        """A cell format with the common settings and these."""
        return self.book.add_format({"font_name": FONT, **settings})

    @property
    def bold(self) -> Format:
        """The format of row labels."""
        return self.format(bold=True)

    @property
    def head(self) -> Format:
        """The format of column headers."""
        colours = {"font_color": self._colour("on-band"), "bg_color": self._colour("strong")}
        return self.format(bold=True, **colours, **_WRAPPED)

    @property
    def warning(self) -> Format:
        """The format of overdue rows: bold too, since colour alone is lost in greyscale."""
        return self.book.add_format({"bold": True, "bg_color": self._colour("mark")})

    def field(self, **settings: Any) -> Format:
        """The format of cells to fill in, with borders."""
        colours = {"border_color": self._colour("line"), "bg_color": self._colour("ground")}
        return self.format(border=1, **colours, **_WRAPPED, **settings)

    def _colour(self, name: str) -> str:
        digits = self.tokens.light[name].removeprefix("#").upper()
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def sheet_name(text: str) -> str:
    """A valid sheet name from a text: shortened, without invalid characters."""
    return _NOT_IN_NAMES.sub("", text).strip("' ")[:_LONGEST_NAME]


def letter(column: int) -> str:
    """The letter of a column; the first column is 1."""
    return str(xl_col_to_name(column - 1))


def explain(sheet: Worksheet, text: str, look: Look) -> None:
    """Write the purpose of the sheet in its first line."""
    sheet.write_string("A1", text, look.format(italic=True))
    sheet.set_row(0, 32)


def heads(sheet: Worksheet, names: Sequence[str], look: Look, *, width: int, row: int = 3) -> int:
    """Write column headers, frozen and repeated on each printed page; returns their row."""
    for column, name in enumerate(names):
        sheet.write_string(row - 1, column, name, look.head)
    sheet.set_column(0, len(names) - 1, width)
    sheet.set_row(row - 1, 48)
    sheet.freeze_panes(row, 1)
    sheet.repeat_rows(row - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    return row


def input_cells(
    sheet: Worksheet, top: int, rows: int, last: int, style: Format, *, first: int = 1
) -> None:
    """Format the cells to fill in, below row `top`."""
    for row in range(top, top + rows):
        for column in range(first - 1, last):
            sheet.write_blank(row, column, None, style)


def write_formula(sheet: Worksheet, cell: str, formula: str, style: Format) -> None:
    """Write a formula without a cached value, so that it is computed on opening."""
    # XlsxWriter's default is 0, which LibreOffice would take as the cached result.
    sheet.write_formula(cell, formula, style, "")
