"""Makes fields of a source out of what was pasted: a reference, an identifier or an address."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from scripts.editing import bibtex, ris

Fields = dict[str, Any]

_DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(?P<doi>10\.\d{4,9}/\S+)", re.I)
_ISBN = re.compile(r"(?:(?:urn:)?isbn(?:-1[03])?:?\s*)?(?P<isbn>[\d\s-]{9,20}[\dXx])", re.I)
_URN = re.compile(r"URN:NBN:no-nb_(?P<what>[a-z]+)_(?P<rest>[\w-]+)", re.I)
_DATE = re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2}))?(?:[-/.](?P<day>\d{1,2}))?")
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
# What the National Library of Norway calls what it has scanned.
_NB_TYPES = {
    "digibok": "book", "digitidsskrift": "article-magazine", "digavis": "article-newspaper",
    "pliktmonografi": "book", "digimanus": "document", "digikart": "document",
    "smaatrykk": "pamphlet", "digiprogramrapport": "document",
}  # fmt: skip
_LANGUAGES = {
    "nb": "nb", "no": "nb", "nor": "nb", "nob": "nb", "norsk": "nb", "norwegian": "nb",
    "bokmål": "nb", "nn": "nn", "nno": "nn", "nynorsk": "nn", "en": "en", "eng": "en",
    "english": "en", "british": "en", "american": "en", "sv": "sv", "swe": "sv", "swedish": "sv",
    "svensk": "sv", "da": "da", "dan": "da", "danish": "da", "dansk": "da", "de": "de", "ger": "de",
    "deu": "de", "german": "de", "ngerman": "de", "fi": "fi", "fin": "fi", "finnish": "fi",
}  # fmt: skip


def fields_of(text: str) -> list[Fields]:
    """The fields of each source in a text, none where nothing is understood."""
    text = text.strip()
    if ris.is_ris(text):
        return [_from_ris(entry) for entry in ris.entries(text)]
    if text.startswith("@") or re.search(r"^\s*@\w+\s*[{(]", text, re.MULTILINE):
        return [_from_bibtex(entry) for entry in bibtex.entries(text)]
    if found := _national_library(text):
        return [found]
    if match := _DOI.fullmatch(text):
        return [{"DOI": _bare_doi(match["doi"])}]
    match = _ISBN.fullmatch(text)
    digits = re.sub(r"[\s-]", "", match["isbn"]) if match else ""
    if match and len(digits) in (10, 13):
        return [{"type": "book", "ISBN": match["isbn"].strip().upper()}]
    return []


def _national_library(text: str) -> Fields:
    """What an address at nb.no says by itself; newspapers have the day in their number."""
    parts = urlsplit(text if "://" in text else f"https://{text}")
    host = (parts.hostname or "").lower() if not re.search(r"\s", text) else ""
    match = _URN.search(unquote(text))
    if match is None:
        is_item = host.removeprefix("www.") == "nb.no" and parts.path.startswith("/items/")
        return {"URL": f"https://www.nb.no{parts.path}"} if is_item else {}
    kind = match["what"].lower()
    found: Fields = {"type": _NB_TYPES[kind]} if kind in _NB_TYPES else {}
    if kind == "digavis" and (day := re.search(r"_(\d{4})(\d{2})(\d{2})_", match["rest"])):
        found["issued"] = "-".join(day.groups())
    return found | {"URL": f"https://urn.nb.no/{match.group()}"}


def _from_bibtex(entry: bibtex.Entry) -> Fields:
    get = entry.fields.get
    kind = _BIBTEX_TYPES.get(entry.type, "webpage" if get("url") else "document")
    if kind == "article-journal" and get("entrysubtype") in ("magazine", "newspaper"):
        kind = f"article-{get('entrysubtype')}"
    subtitle = get("subtitle")
    title = f"{get('title', '')}: {subtitle}" if subtitle else get("title")
    date = get("date") or "-".join(filter(None, (get("year"), _month(get("month", "")))))
    found = {
        "type": kind,
        "author": bibtex.names(entry.raw.get("author", "")),
        "editor": bibtex.names(entry.raw.get("editor", "")),
        "translator": bibtex.names(entry.raw.get("translator", "")),
        "title": title,
        "container-title": get("journaltitle") or get("journal") or get("booktitle"),
        "collection-title": get("series"),
        "publisher": get("publisher") or get("institution") or get("school")
        or get("organization"),
        "publisher-place": get("location") or get("address"),
        "issued": date,
        "volume": get("volume"),
        "issue": get("issue") or (get("number") if kind.startswith("article") else None),
        "number": None if kind.startswith("article") else get("number"),
        "page": get("pages"),
        "ISBN": get("isbn"),
        "ISSN": get("issn"),
        "DOI": get("doi"),
        "URL": get("url"),
        "language": get("langid") or get("language") or get("hyphenation"),
    }  # fmt: skip
    return _cleaned(found)


def _from_ris(entry: ris.Entry) -> Fields:
    kind, first = _RIS_TYPES.get(entry.type, "document"), entry.first
    pages = "–".join(filter(None, (first("SP"), first("EP"))))
    is_book = kind in ("book", "chapter", "pamphlet", "report", "thesis")
    number = first("SN")
    found = {
        "type": kind,
        "author": ris.names(entry.all("AU", "A1")),
        "editor": ris.names(entry.all("ED", "A2")),
        "title": first("TI", "T1", "CT", "BT"),
        "container-title": first("T2", "JO", "JF", "JA"),
        "collection-title": first("T3"),
        "publisher": first("PB"),
        "publisher-place": first("CY", "PP"),
        "issued": first("DA", "PY", "Y1"),
        "volume": first("VL"),
        "issue": first("IS"),
        "page": pages,
        "ISBN": number if is_book else "",
        "ISSN": "" if is_book else number,
        "DOI": first("DO"),
        "URL": first("UR", "L2"),
        "language": first("LA"),
    }
    return _cleaned(found)


_MONTHS = ("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "de")


def _month(text: str) -> str:
    """The number of a month, by its name in English or Norwegian."""
    if text.isdigit():
        return text.zfill(2)
    found = [at for at, name in enumerate(_MONTHS, 1) if text.lower().startswith(name)]
    return f"{found[0]:02}" if text and found else ""


def _cleaned(found: Fields) -> Fields:
    """Fields as data/sources.yml has them; what is empty, or not understood, is left out."""
    day = _DATE.match(str(found.get("issued") or ""))
    found["issued"] = "-".join(part.zfill(2) for part in day.groups() if part) if day else ""
    if doi := _DOI.search(str(found.get("DOI") or "")):
        found["DOI"] = _bare_doi(doi["doi"])
    if not re.match(r"https?://", str(found.get("URL") or "")):
        found["URL"] = ""
    if found.get("DOI") and "doi.org/" in found["URL"]:
        found["URL"] = ""
    language = re.split(r"[-_\s]", str(found.get("language") or "").lower())[0]
    found["language"] = _LANGUAGES.get(language, "")
    if re.fullmatch(r"\d{7}[\dXx]", str(found.get("ISSN") or "")):
        found["ISSN"] = f"{found['ISSN'][:4]}-{found['ISSN'][4:]}".upper()
    found["page"] = re.sub(r"\s*[-–—]+\s*", "–", str(found.get("page") or ""))
    return {key: value for key, value in found.items() if value}


def _bare_doi(text: str) -> str:
    return unquote(text).rstrip(".,;")
