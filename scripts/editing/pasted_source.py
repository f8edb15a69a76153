"""Parses pasted text into fields of sources: references, an identifier or an address."""

from __future__ import annotations

import re

from scripts.editing import bibtex, csl_json, ris
from scripts.editing.bibtex_parents import with_parents
from scripts.editing.national_library import national_library
from scripts.editing.pasted_fields import BOOKS, ISSN_FORM, PEOPLE, Fields, cleaned
from scripts.editing.pasted_names import bibtex_names, names_others, ris_names
from scripts.editing.pasted_text import bare
from scripts.editing.pasted_values import (
    beside_isbn,
    read_addresses,
    read_day,
    read_doi,
    read_edition,
    read_isbn,
    read_pages,
    with_subtitle,
)

_DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S+", re.IGNORECASE)
_WEB = re.compile(r"https?://[a-z0-9][a-z0-9.-]*\.[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
# What may surround an ISBN: its label, separators, and remarks such as "(ib.)".
_BESIDE_ISBN = re.compile(r"(?:(?:urn:)?isbn(?:-1[03])?:?|\([^()]{0,40}\)|[\s,;/])*", re.IGNORECASE)
_BIBTEX_TYPES = {
    "article": "article-journal", "book": "book", "mvbook": "book", "collection": "book",
    "proceedings": "book", "booklet": "pamphlet", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "chapter", "conference": "chapter", "techreport": "report",
    "report": "report", "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "online": "webpage", "electronic": "webpage", "www": "webpage", "dataset": "dataset",
    "inreference": "entry-encyclopedia", "video": "motion_picture", "legislation": "legislation",
}  # fmt: skip
_RIS_TYPES = {
    "JOUR": "article-journal", "EJOUR": "article-journal", "MGZN": "article-magazine",
    "NEWS": "article-newspaper", "BOOK": "book", "EBOOK": "book", "EDBOOK": "book",
    "CHAP": "chapter", "ECHAP": "chapter", "CONF": "chapter", "CPAPER": "chapter",
    "RPRT": "report", "GOVDOC": "report", "THES": "thesis", "ELEC": "webpage", "WEB": "webpage",
    "BLOG": "webpage", "PAMP": "pamphlet", "DATA": "dataset", "ENCYC": "entry-encyclopedia",
    "STAT": "legislation", "BILL": "legislation", "LEGAL": "legislation", "VIDEO": "motion_picture",
    "SLIDE": "speech",
}  # fmt: skip
# masteroppgave, mathesis; doktoravhandling, dissertation, PhD, dr.polit.
_DEGREE = re.compile(r"\bma(?=ster|thesis)|\b(?:ph\.?\s?d|dok|doc|dis|dr\b)", re.IGNORECASE)
_BIBTEX_MEND = (
    'write "and" between people, and in braces the name of an institution'
    " and a family name of several words"
)
_CSL_TEXTS = (
    "title", "container-title", "collection-title", "publisher", "publisher-place", "volume",
    "issue", "number", "ISBN", "ISSN", "DOI", "URL", "language",
)  # fmt: skip
_CSL_MEND = "give each a family and a given name, or one literal name"
_RIS_MEND = (
    "give each a row of its own, as Family, Given, with braces around a family name of several"
    " words; write an institution without a comma"
)


def fields_of(text: str) -> list[Fields]:
    """The fields of each source in a text; empty if nothing is understood."""
    text = bare(text)
    if ris.is_ris(text):
        return _told([_from_ris(entry) for entry in ris.entries(text)])
    if text.startswith("@") or re.search(r"^\s*@\w+\s*[{(]", text, re.MULTILINE):
        return _told([_from_bibtex(each) for each in with_parents(list(bibtex.entries(text)))])
    if csl_json.is_csl_json(text):
        return _from_csl_json(text)
    if found := national_library(text):
        return [found]
    if _DOI.fullmatch(text):
        return [{"DOI": read_doi(text)}]
    if _WEB.fullmatch(text):
        return [{"URL": text}]
    if (isbn := read_isbn(text)) and _BESIDE_ISBN.fullmatch(beside_isbn(text)):
        return [{"type": "book", "ISBN": isbn}]
    return []


def _degree(kind: str, said: str) -> str:
    """Which thesis it is, by the type of its entry or what programs and people call it."""
    found = _DEGREE.search(said) if kind == "thesis" else None
    return "" if found is None else "master" if found.group().lower() == "ma" else "doctor"


def _told(found: list[Fields]) -> list[Fields]:
    """Those of which more is told than what they are."""
    return [each for each in found if each.keys() - {"type", "language"}]


def _from_bibtex(entry: bibtex.Entry) -> Fields:
    get, raw = entry.fields.get, entry.raw
    kind = _BIBTEX_TYPES.get(entry.type, "webpage" if get("url") else "document")
    if kind == "article-journal" and get("entrysubtype") in ("magazine", "newspaper"):
        kind = f"article-{get('entrysubtype')}"
    title, subtitle = get("title", ""), get("subtitle")
    year, month, day = get("year", ""), get("month", ""), get("day", "")
    joined = "-".join((year, month, day)) if month.isdecimal() else f"{year} {month} {day}"
    address = raw.get("url") or raw.get("howpublished", "")
    found = {
        "type": kind,
        "genre": _degree(kind, f"{get('type', '')} {entry.type}"),
        "author": bibtex_names(raw.get("author", "")),
        "editor": bibtex_names(raw.get("editor", "")),
        "translator": bibtex_names(raw.get("translator", "")),
        "title": with_subtitle(title, subtitle) if subtitle else title,
        "container-title": get("journaltitle") or get("journal") or get("booktitle"),
        "collection-title": get("series"),
        "publisher": get("publisher") or get("institution") or get("school")
        or get("organization"),
        "publisher-place": get("location") or get("address"),
        "edition": read_edition(get("edition", "")),
        "volume": get("volume"),
        "issue": (get("number") if kind.startswith("article") else None) or get("issue"),
        "number": None if kind.startswith("article") else get("number"),
        "page": read_pages(get("pages", "")),
        "ISBN": get("isbn"),
        "ISSN": get("issn"),
        "DOI": bibtex.address(raw.get("doi", "")),
        "URL": bibtex.address(address),
        "language": get("langid") or get("language") or get("hyphenation"),
    }  # fmt: skip
    faults = []
    if entry.cut:
        what = f'the entry "{entry.key}" is cut off, or has a slip, in or after "{entry.cut}"'
        faults.append((what, "paste all of it, with a } for each { and a comma between fields"))
    if book := get("crossref"):
        what = f'the entry "{entry.key}" stands in "{book}" (crossref), which was not pasted'
        faults.append((what, "paste both together"))
    lost = [f"and others ({key})" for key in PEOPLE if names_others(raw.get(key, ""))]
    dates = [get("date", ""), joined.strip(" -"), f"{year} {month}", year]
    if kind.startswith("article") and get("number") and get("issue"):
        lost.append("issue")
    if get("howpublished") and not read_addresses(raw["howpublished"]):
        lost.append("howpublished")
    if month and read_day(year) and not any(map(read_day, dates[:3])):
        lost.append("month")
    return cleaned(found, dates, faults, lost, _BIBTEX_MEND)


def _from_ris(entry: ris.Entry) -> Fields:
    kind, first = _RIS_TYPES.get(entry.type, "document"), entry.first
    # For other types A3 is a series editor, or the supervisor of a thesis; in some catalogues ED
    # is the edition.
    editors = entry.all("ED", "A2", *(("A3",) if kind == "book" else ()))
    editions = [first("ET"), *(read_edition(name) for name in entry.all("ED"))]
    found = {
        "type": kind,
        "genre": _degree(kind, first("M3")),
        "author": ris_names(entry.all("AU", "A1")),
        "editor": ris_names([name for name in editors if not read_edition(name).isdecimal()]),
        "translator": ris_names(entry.all("A4")) if kind in ("book", "chapter") else [],
        "title": first("TI", "T1", "CT", "BT"),
        "container-title": first("T2", "JO", "JF", "JA"),
        "collection-title": first("T3"),
        "publisher": first("PB"),
        "publisher-place": first("CY", "PP"),
        "edition": next(
            (each for each in map(read_edition, editions) if each.isdecimal()), first("ET")
        ),
        "volume": first("VL"),
        "page": read_pages(first("SP"), first("EP")),
        "DOI": first("DO"),
        "URL": " ".join(entry.all("UR", "L2")),
        "language": first("LA"),
    } | _numbers(kind, first("SN"), first("IS"))
    year, day = first("PY", "Y1"), first("DA")
    dates = [day, f"{year[:4]} {day}" if day else "", year]
    lost = ["DA"] if day and read_day(year) and not any(map(read_day, dates[:2])) else []
    people = {"author": ("AU", "A1"), "editor": ("ED", "A2"), "translator": ("A4",)}
    for key, tags in people.items():
        if any(map(names_others, entry.all(*tags))):
            lost.append(f"and others ({key})")
    return cleaned(found, dates, [], lost, _RIS_MEND)


def _from_csl_json(text: str) -> list[Fields]:
    try:
        return _told([_from_item(item) for item in csl_json.items(text)])
    except ValueError as error:
        what = f"it looks like CSL-JSON and is cut off, or has a slip: {error}"
        return [{"faults": [(what, "paste all of it, with a ] or } for each [ and {")]}]


def _from_item(item: csl_json.Item) -> Fields:
    kind = csl_json.type_of(item)
    found: Fields = {
        "type": kind,
        "genre": _degree(kind, csl_json.value(item, "genre")),
        "page": read_pages(csl_json.value(item, "page")),
        "edition": read_edition(csl_json.value(item, "edition")),
    }
    found |= {key: csl_json.people(item, key) for key in PEOPLE}
    for key in _CSL_TEXTS:
        found[key] = csl_json.value(item, key)
    title, subtitle = found["title"], csl_json.value(item, "subtitle")
    if subtitle and subtitle.casefold() not in title.casefold():
        found["title"] = with_subtitle(title, subtitle)
    return cleaned(found, [csl_json.day(item)], [], [], _CSL_MEND)


def _numbers(kind: str, number: str, issue: str) -> Fields:
    """Interpret SN and IS, by the format of SN and the type of the source."""
    own = "number" if kind == "report" else "ISBN" if kind in BOOKS else "ISSN"
    key = "ISBN" if read_isbn(number) else "ISSN" if ISSN_FORM.search(number) else own
    return {"number" if kind == "report" else "issue": issue} | ({key: number} if number else {})
