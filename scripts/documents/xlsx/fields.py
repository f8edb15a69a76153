"""Data validation of cells: a choice of values, or dates."""

from __future__ import annotations

from datetime import date

from xlsxwriter.worksheet import Worksheet

from scripts.language.messages import Messages

# An unambiguous date format.
DATE = "yyyy-mm-dd"
# Only dates after this are accepted.
_BEFORE = date(2000, 1, 1)


def choice(sheet: Worksheet, area: str, values: str) -> None:
    """Offer comma-separated values in the cells of an area; other values are accepted too."""
    rule = {"validate": "list", "source": values.split(","), "show_error": False}
    sheet.data_validation(area, rule)


def dates(sheet: Worksheet, area: str, words: Messages) -> None:
    """Accept only dates in the cells of an area, with an error message for other values."""
    rule = {"validate": "date", "criteria": ">", "value": _BEFORE}
    sheet.data_validation(area, {**rule, "error_message": words("sheet.date-wrong")})
