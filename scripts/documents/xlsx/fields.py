"""What the cells of a sheet take: a choice of values, or dates."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from scripts.language.messages import Messages

# A form that no country reads otherwise.
_DATE = "yyyy-mm-dd"
# The first day that is taken, as sheets count days: 1 January 2000.
_FIRST = "36526"


def choice(sheet: Worksheet, area: str, values: str) -> None:
    """Let the cells of an area offer some values, which a comma parts."""
    rule = DataValidation("list", formula1=f'"{values}"', allow_blank=True)
    sheet.add_data_validation(rule)
    rule.add(area)


def dates(sheet: Worksheet, top: int, rows: int, column: int, words: Messages) -> None:
    """Let the cells below row `top` take dates, and say so of what is none."""
    letter = get_column_letter(column)
    rule = DataValidation("date", operator="greaterThan", formula1=_FIRST, allow_blank=True)
    rule.showErrorMessage, rule.error = True, words("sheet.date-wrong")
    sheet.add_data_validation(rule)
    rule.add(f"{letter}{top + 1}:{letter}{top + rows}")
    for row in range(top + 1, top + rows + 1):
        sheet.cell(row, column).number_format = _DATE
