"""Formats dates and numbers by locale, and sorts alphabetically."""

from __future__ import annotations

import unicodedata

_MONTHS = {
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "en": "January February March April May June July August September October November December",
}
_NUMBERS = {
    "no": "null én to tre fire fem seks sju åtte ni ti elleve tolv",
    "en": "zero one two three four five six seven eight nine ten eleven twelve",
}
# The names of the months, by language; and of both languages in lower case.
MONTHS_BY_CODE = {code: tuple(names.split()) for code, names in _MONTHS.items()}
MONTHS = frozenset(" ".join(_MONTHS.values()).casefold().split())


def written_date(date: str, code: str) -> str:
    """`2007-09-20` as `20. september 2007` or `20 September 2007`; partial dates too."""
    year, *rest = date.split("-")
    if not rest:
        return year
    month = _MONTHS[code].split()[int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    return f"{int(rest[1])}{'.' if code == 'no' else ''} {month} {year}"


def grouped(value: int, code: str) -> str:
    """A whole number with its thousands grouped: 20 624 (nb), 20,624 (en)."""
    text = f"{value:,}"
    return text.replace(",", "\N{NO-BREAK SPACE}") if code == "no" else text


def number_in_words(value: int, code: str) -> str:
    """A number as in running text: spelt out up to twelve."""
    names = _NUMBERS[code].split()
    return names[value] if value < len(names) else grouped(value, code)


def alphabetical(text: str) -> str:
    """A sort key that puts æ, ø and å last, in that order, and ignores case."""
    return text.casefold().translate({ord("æ"): "{", ord("ø"): "|", ord("å"): "}"})


def index_letter(text: str) -> dict[str, str]:
    """The index letter of a text, and the sort key of that letter.

    Index letters have no diacritics but æ, ø and å, and everything else shares one entry.
    """
    first = next((sign for sign in text if sign.isalnum()), "#").upper()
    letter = first if first in "ÆØÅ" else unicodedata.normalize("NFD", first)[0]
    letter = letter if letter.isalpha() else "0–9"
    return {"letter": letter, "sort_letter": alphabetical(letter)}
