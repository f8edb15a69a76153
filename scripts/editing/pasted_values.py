"""Normalises dates, pages, numbers and texts for data/sources.yml."""

from __future__ import annotations

import html
import re
from datetime import date
from urllib.parse import unquote

from scripts.checks.identifiers import bare_doi, isbn_fault
from scripts.checks.source_values import ENTITY, PAGE_WORD, TAG

# Months by their first three letters, in the languages of the sources.
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "mär": 3, "apr": 4, "mai": 5, "maj": 5, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "des": 12, "dec": 12, "dez": 12,
}  # fmt: skip
# RIS may append a slash and a remark, other programs a time.
_ISO = re.compile(
    r"(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?(?:[T ][\d:.Z+-]*|/+(?!\d)[^\d]*)?", re.ASCII
)
_NORWEGIAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_COPYRIGHT = re.compile(r"(?:c|©|cop\.)\s?(\d{4})", re.ASCII)
_ISBN = re.compile(
    r"(?<![\d-])(?:97[89](?:[ -]?\d){10}|\d(?:[ -]?\d){8}[ -]?[\dXx])(?![\d-])", re.ASCII
)
_EDITION = re.compile(
    r"(?P<number>\d{1,3})(?:st|nd|rd|th|\.)?\s*(?:ed(?:n|ition)?|utg(?:ave|åve)?|opplag)?\.?",
    re.IGNORECASE | re.ASCII,
)
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende", "niende",
)  # fmt: skip
# What catalogues put between the parts of a description (ISBD).
_ISBD_COLON, _ISBD_END = re.compile(r"\s+:\s+"), " ,:;/"
# Between several addresses of one source.
_NEXT_ADDRESS = re.compile(r"[\s,;]+(?=https?://)", re.IGNORECASE)
_DASHES = re.compile("[\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{MINUS SIGN}]")


def read_day(text: str) -> str:
    """A date as ISO: `14. mars 2006` as `2006-03-14`; "" unless it is one day, month or year."""
    text = text.strip(" .,\N{NO-BREAK SPACE}")
    if match := _ISO.fullmatch(text) or _COPYRIGHT.fullmatch(text):
        return _day(*(int(part) for part in match.groups() if part))
    if match := _NORWEGIAN.fullmatch(text):
        return _day(*(int(part) for part in reversed(match.groups())))
    words = re.findall(r"\d+|[^\W\d_]+", text)
    years = [int(word) for word in words if word.isdecimal() and len(word) == 4]
    days = [int(word) for word in words if word.isdecimal() and len(word) < 3]
    months = [_MONTHS[word[:3].lower()] for word in words if word[:3].lower() in _MONTHS]
    is_complete = (
        len(years) == len(months) == 1 and len(days) < 2 and not re.search(r"[\[\]/?–]", text)
    )
    return _day(*years, *months, *days) if is_complete and len(words) == 2 + len(days) else ""


def _day(year: int, month: int = 0, day: int = 0) -> str:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return ""
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


def read_pages(first: str, last: str = "") -> str:
    """A page range as `5–9`, from `pp. 5--9` or from first and last page."""
    text = re.sub(r"\s*[-–—]+\s*", "–", PAGE_WORD.sub("", first.strip()))
    last = PAGE_WORD.sub("", last.strip())
    if last and "–" not in text:
        text = f"{text}–{last}" if text else last
    begin, dash, end = text.partition("–")
    return begin if dash and begin == end else text


def read_edition(text: str) -> str:
    """`2nd ed.`, `2. utgave` and `Second` as `2`; what is no number stays as it stands."""
    text = read_text(text)
    if match := _EDITION.fullmatch(text):
        return match["number"]
    word, _, rest = text.lower().partition(" ")
    if rest not in ("", "edition", "ed.", "utgave", "utg.", "opplag"):
        return text
    return str(_ORDINALS.index(word) % 9 + 1) if word in _ORDINALS else text


def read_isbn(text: str) -> str:
    """The first valid ISBN in a text, else the first candidate, "" if there is none."""
    candidates: list[str] = [each.upper() for each in _ISBN.findall(_DASHES.sub("-", text))]
    valid = (each for each in candidates if isbn_fault(each) is None)
    return next(valid, candidates[0] if candidates else "")


def beside_isbn(text: str) -> str:
    """A text without its ISBNs."""
    return _ISBN.sub("", _DASHES.sub("-", text))


def unescaped(text: str) -> str:
    """A text with HTML entities decoded; `&copy=` in a URL is left alone."""
    return ENTITY.sub(lambda match: html.unescape(match.group()), text)


def read_text(text: str) -> str:
    """A text without HTML tags and entities, with white space collapsed."""
    return " ".join(TAG.sub("", unescaped(text)).split())


def read_words(text: str) -> str:
    """A title or a name as `read_text` has it, without the punctuation of library catalogues."""
    return _ISBD_COLON.sub(": ", read_text(text)).rstrip(_ISBD_END)


def with_subtitle(title: str, subtitle: str) -> str:
    """A title and its subtitle, with a colon unless the title ends in a sign of its own."""
    title = title.rstrip(" :")
    return f"{title}{'' if title.endswith(('?', '!', '.', '…')) else ':'} {subtitle}"


def read_addresses(text: str) -> list[str]:
    """The addresses of a value, without the white space of rows that were broken."""
    text = unescaped(text)
    begin = re.search(r"https?://", text, re.IGNORECASE)
    if begin is None:
        return []
    parts = _NEXT_ADDRESS.split(text[begin.start() :])
    return [re.sub(r"\s+", "", part).rstrip(".,;>") for part in parts]


def read_doi(text: str) -> str:
    """The DOI in a URL or a text, "" if there is none."""
    match = re.search(r"10\.\d{4,9}/\S+", text, re.ASCII)
    doi = match.group() if match else ""
    if re.match(r"https?:", text, re.IGNORECASE):
        doi = re.split(r"[?#]", doi, maxsplit=1)[0]
    return bare_doi(unquote(unescaped(doi)).rstrip(".,;"))
