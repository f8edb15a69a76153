"""What the cells of a sheet take: a choice of values, or dates."""

from __future__ import annotations

from datetime import date

from xlsxwriter.worksheet import Worksheet

from scripts.language.messages import Messages

# A form that no country reads otherwise.
DATE = "yyyy-mm-dd"
# The last day that is not taken.
_BEFORE = date(2000, 1, 1)


def choice(sheet: Worksheet, area: str, values: str) -> None:
    """Let the cells of an area offer some values, which a comma parts, and take others too."""
    rule = {"validate": "list", "source": values.split(","), "show_error": False}
    sheet.data_validation(area, rule)


def dates(sheet: Worksheet, area: str, words: Messages) -> None:
    """Let the cells of an area take dates, and say so of what is none."""
    rule = {"validate": "date", "criteria": ">", "value": _BEFORE}
    sheet.data_validation(area, {**rule, "error_message": words("sheet.date-wrong")})
