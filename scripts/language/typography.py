"""Typographic errors in quotation marks, numbers and dates, as patterns with corrections.

Norwegian: «quotation», 12 000, 1,5, 3. mars 2007 (Språkrådet, “Skriveregler”). English:
‘quotation’, 12,000, 1.5, 3 March 2007 (New Hart’s Rules) and -ise, as most British papers have
it. Both: – between spaces and between years, … and ’.
"""

from __future__ import annotations

import re

from scripts.language.dates_and_amounts import DATES_AND_AMOUNTS
from scripts.language.formats import MONTHS_BY_CODE, grouped
from scripts.language.slips import Mend, Slip

_BOTH = ("no", "en")
_NO, _EN = ("no",), ("en",)
_NO_MONTH, _EN_MONTH = ("|".join(MONTHS_BY_CODE[code]) for code in ("no", "en"))
_YEAR = r"(?:1[6-9]|20)\d\d"
# Words before a number that is an identifier: its digits are not grouped in thousands.
_NAMES = ("isbn", "issn", "tlf", r"tlf\.", "telefon", "phone")
_NO_NAME = "".join(rf"(?<!(?i:{name}){colon}\s)" for name in _NAMES for colon in ("", ":"))
# Words that may be repeated: "var det det samme", "that that", "had had".
TWICE = {"no": frozenset({"det"}), "en": frozenset({"had", "that"})}
REPEATED = re.compile(r"(?<![\w’-])(?P<word>[^\W\d_]++)(?:[ *_]+|\n)(?P=word)(?![\w’-])")
# Parts of words that keep their z: size, prize, seize, capsize, resize, downsize, oversize, maize.
_NO_Z = "".join(
    rf"(?<!{part})" for part in (r"\bs", "pr", "se", "caps", "res", "wns", "ers", "uts", r"\bma")
)


def _grouped_number(code: str) -> Mend:
    # No-break spaces are inserted when the page is built (web/no_break.py).
    return lambda match: grouped(int(match.group()), code).replace("\N{NO-BREAK SPACE}", " ")


def _digits(digits: str) -> str:
    return rf"(?<![\w./:-])(?=\d{{5}}){_NO_NAME}\d{{{digits}}}(?![\w./:-])"


def _quoted(marks: str) -> Mend:
    return lambda match: f"{marks[0]}{match.group()[1:-1]}{marks[1]}"


# Words that follow a suspended hyphen: "for- og etterarbeid".
_NEXT_WORD = (
    r"(?:og|eller|samt|til|men|enn|mot|kontra|så|såvel|hhv|henholdsvis|respektive|både|pluss|i"
    r"|and|or|to|nor|but|than|as|in|not|rather|if|yet|plus|through|versus|vs)\b"
)


def _british_date(match: re.Match[str]) -> str:
    return " ".join(filter(None, (match[2], match[1], match[3] or match[4])))


# `QUOTATIONS` apply to the whole text, `SLIPS` outside quotations, which are left unchanged.
_STRAIGHT = r"""\"[^\"\n]+\"|(?<!\w)'[^'\n]+'(?!\w)"""
# German, Danish and French quotation marks: „…“, »…«, ‹…›. A closing » follows a word.
_FOREIGN = r"„[^„“”\n]+[“”]|(?<!\S)»(?=\S)[^«»\n]+(?<=\S)«(?!\w)|[‹›][^‹›\n]+[‹›]"
QUOTATIONS = (
    Slip(
        _NO,
        rf"{_STRAIGHT}|{_FOREIGN}|“[^“”\n]+”",
        "is no Norwegian quotation",
        _quoted("«»"),
        needs="\"'“„»‹›",
    ),
    Slip(
        _EN,
        rf"{_STRAIGHT}|{_FOREIGN}|«[^«»\n]+»",
        "is no English quotation",
        _quoted("‘’"),
        needs="\"'«„»‹›",
    ),
    # A word hyphenated at a line end, as copied from a PDF, also within quotations.
    Slip(
        _BOTH,
        rf"(?<=[^\W\d_])-[ ]?\n(?:[ ]{{0,3}}>[ ]?)*+(?!{_NEXT_WORD})[a-zæøå]\w*"
        rf"|(?<=[a-zæøå]{{2}})-[ ](?!{_NEXT_WORD})[a-zæøå]\w*",
        "is broken, as at the end of a row",
        ask="write the word in one, with or without the hyphen",
        needs="-",
    ),
)
SLIPS = (
    Slip(_BOTH, r"(?<=\w)'(?=\w)", "has a straight apostrophe", "’", needs="'"),
    Slip(_BOTH, r"(?<=[^\s|]) (?:-|—|--) (?=[^\s|\d])", "is no dash", " – "),
    Slip(
        _BOTH,
        r"\w+(?:—\w+)+",
        "has an em dash",
        lambda match: match.group().replace("—", " – "),
        needs="—",
    ),
    Slip(_BOTH, rf"(?<![\w-])({_YEAR})-({_YEAR})(?![\w-])", "has a hyphen", r"\1–\2"),
    Slip(_BOTH, r"(?<=\w)\.\.\.", "is three full stops", "…"),
    Slip(_BOTH, r"(?<=\w) ([,;!?])(?=\s)", "stands after a space", r"\1"),
    Slip(_NO, r"(\d) ?%(?!\w)", "has a per cent sign", r"\1 prosent", needs="%"),
    Slip(_EN, r"(\d) ?%(?!\w)", "has a per cent sign", r"\1 per cent", needs="%"),
    Slip(
        _NO,
        r"(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?![\d.,]*\d)",
        "is no Norwegian number",
        ask="write thousands with a space (12 000), a decimal number with fewer digits",
    ),
    Slip(
        _EN,
        r"(?<![\d.,])\d{1,3}(?:[ .]\d{3})+(?![\d.,]*\d)",
        "is no English number",
        ask="write thousands with a comma (12,000)",
    ),
    Slip(
        _NO,
        r"(\d)\.(\d+)(?= (?:prosent|million|milliard|ganger|kroner|timer))",
        "has a decimal point",
        r"\1,\2",
    ),
    Slip(
        _EN,
        r"(?<![\d.,])\d+,\d{1,2}(?![\d,])",
        "has a decimal comma",
        ask="write a point (1.5)",
    ),
    Slip(_NO, _digits("5,7"), "is hard to read", _grouped_number("no")),
    Slip(_EN, _digits("5,7"), "is hard to read", _grouped_number("en")),
    Slip(
        _NO,
        _digits("8,"),
        "is hard to read",
        ask="write thousands with spaces (12 000 000), or what it is before it (telefon, ISBN)",
    ),
    Slip(
        _EN,
        _digits("8,"),
        "is hard to read",
        ask="write thousands with commas (12,000,000), or what it is before it (phone, ISBN)",
    ),
    *DATES_AND_AMOUNTS,
    Slip(_NO, rf"(?<![\d.,–-])(\d{{1,2}}) ({_NO_MONTH})\b", "is no Norwegian date", r"\1. \2"),
    Slip(
        _NO,
        rf"\b\d{{1,2}}\\?\. (?:{_NO_MONTH.title()})\b",
        "has a capital letter",
        lambda match: match.group().lower(),
    ),
    Slip(
        _EN,
        rf"\b(\d{{1,2}})(?:(?:st|nd|rd|th)(?: of)?|\.| of) ({_EN_MONTH})\b",
        "is no British date",
        r"\1 \2",
    ),
    Slip(
        _EN,
        rf"\b({_EN_MONTH}) (\d{{1,2}})"
        rf"(?:(?:st|nd|rd|th)(?:,? ({_YEAR}))?(?![\d–-])|,? ({_YEAR})(?![\d,–-]))",
        "is no British date",
        _british_date,
    ),
    Slip(
        _EN,
        rf"\b(?:{_EN_MONTH}) \d{{1,2}}(?!\d|st|nd|rd|th|,? {_YEAR}(?![\d,–-])|[,–-])",
        "may be no British date",
        ask="write the day first (10 May); if it is no day, put a word or a comma between them",
    ),
    Slip(
        _EN,
        rf"(?<=[a-z]){_NO_Z}([iy])z(e|ed|es|ing|ations?|ers?)\b",
        "is not spelt as the British do",
        r"\1s\2",
        needs="z",
    ),
)
