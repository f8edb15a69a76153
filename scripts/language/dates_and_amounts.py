"""Numeric dates and amounts as in invoices and emails; running text spells them out."""

from __future__ import annotations

from scripts.language.formats import MONTHS_BY_CODE
from scripts.language.slips import Mend, Slip

_NO, _EN = ("no",), ("en",)
_YEAR = r"(?:1[6-9]|20)\d\d"


def _spelled_out(code: str) -> Mend:
    """Correct a numeric date by spelling out the month."""
    months = MONTHS_BY_CODE[code]
    stop = "." if code == "no" else ""
    return lambda match: (
        f"{int(match['day'])}{stop} {months[int(match['month']) - 1]} {match['year']}"
    )


# Lookbehinds: section, version and issue numbers are not dates.
_NO_PART = (
    r"(?<![\w./:,–-])(?<!§ )(?<!§§ )(?<!(?i:punkt) )(?<!(?i:vedlegg) )(?<!(?i:kapittel) )"
    r"(?<!(?i:section) )(?<!(?i:chapter) )(?<!(?i:annex) )(?<!(?i:version) )(?<!(?i:versjon) )"
)
_NO_ISSUE = r"(?<!(?i:nr)\. )(?<!(?i:nr) )(?<!(?i:no)\. )(?<!(?i:no) )(?<!Fagbladet )(?<!(?i:sak) )"
_DAY_MONTH = rf"{_NO_PART}(?P<day>0?[1-9]|[12]\d|3[01])\.[ ]?(?P<month>0?[1-9]|1[0-2])\."
_IN_NUMBERS = rf"{_DAY_MONTH}[ ]?(?P<year>{_YEAR})(?![\w/:-])"
_SHORT_YEAR = rf"{_NO_PART}(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.\d\d(?![\w./:-])"
_SLASHES = rf"(?<![\w./:–-]){_NO_ISSUE}\d{{1,2}}/\d{{1,2}}[/-](?:{_YEAR}|\d\d)(?![\w/:-])"
DATES_AND_AMOUNTS = (
    Slip(_NO, _IN_NUMBERS, "is a date in numbers", _spelled_out("no")),
    Slip(_EN, _IN_NUMBERS, "is a date in numbers", _spelled_out("en")),
    Slip(_NO, _SHORT_YEAR, "is a date in numbers", ask="write it in words (1. mai 2008)"),
    Slip(_NO, _SLASHES, "is a date in numbers", ask="write it in words (1. mai 2008)"),
    Slip(
        _EN,
        rf"{_SHORT_YEAR}|{_SLASHES}",
        "is a date in numbers",
        ask="write it in words (1 May 2008)",
    ),
    Slip(
        _NO,
        r"(?:\b(?:[Kk]r\.?|[Kk]roner|NOK) ?)?(?<![\d.,])(?<!(?:EUR|USD|GBP|SEK|DKK) )"
        r"(\d{1,3}(?:[ \u00a0]\d{3})*|\d+),[-–—]+(?:\s?(?:kroner|kr|NOK)\b)?(?![\w-])",
        "is no amount in running text",
        r"\1 kroner",
        needs=",",
    ),
    Slip(
        _EN,
        r"\d,[-–—](?!\d)",
        "is no English amount",
        ask="write NOK before the number, and nothing behind it (NOK 5,000)",
        needs=",",
    ),
    Slip(
        _NO,
        r"[$€£] ?(?=\d)",
        "stands before a number",
        ask="write dollar, euro or pund behind the number",
        needs="$€£",
    ),
)
