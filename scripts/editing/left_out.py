"""What a pasted reference says that data/sources.yml has no place for, so that it is not lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.editing import bibtex, csl_json, ris
from scripts.editing.pasted_fields import PEOPLE
from scripts.editing.pasted_source import fields_of
from scripts.editing.pasted_text import bare

# Fields of BibTeX and tags of RIS that a record is made from (pasted_source.py).
_READ = """
    author editor translator title subtitle journaltitle journal booktitle series publisher
    institution school organization location address volume issue number pages isbn issn doi url
    langid language hyphenation year month day date edition type entrysubtype howpublished crossref
    TY ER AU A1 ED A2 A3 A4 TI T1 CT BT T2 JO JF JA T3 PB CY PP VL IS SN SP EP DO UR L2 LA M3 PY
    Y1 DA ET
"""
# What programs add for themselves, and what is of no reference.
_IGNORED = """
    abstract keywords file timestamp owner urldate shorttitle biburl bibsource copyright rights
    date-added date-modified creationdate modificationdate groups priority pagetotal numpages
    ID AB N2 KW L1 L3 L4 Y2 DB DP AN C1 RN ST
"""
_KNOWN = frozenset(f"{_READ} {_IGNORED}".split())
# Variables of CSL that say something of a source and go into no record. The other way round than
# above: Crossref sends dozens that are of no reference.
_OF_CSL = frozenset({
    "collection-editor", "container-author", "editorial-director", "director", "interviewer",
    "illustrator", "original-author", "original-title", "original-date", "reviewed-author",
    "reviewed-title", "event-title", "event-place", "archive", "archive_location", "call-number",
    "note", "medium", "section", "version", "annote",
})  # fmt: skip

# Two or three words, each with one capital: Kari Hansen, and Norges Bank.
_PERSON = re.compile(r"[^\W\d_a-zæøå][\w'’.-]*(?: [^\W\d_a-zæøå][\w'’.-]*){1,2}")


def left_out(text: str) -> list[str]:
    """What goes into no record: the names of fields that hold something, and parts of others."""
    names = (name for name in _names(text) if name not in _KNOWN)
    parts = (part for fields in fields_of(text) for part in fields.get("lost", ()))
    return list(dict.fromkeys([*names, *parts]))


def institutions(text: str) -> list[str]:
    """The names that were read as institutions and may be those of people, each once.

    RIS writes a person as "Family, Given"; without a comma it is one or the other.
    """
    if not ris.is_ris(bare(text)):
        return []
    names = (
        name.get("literal", "")
        for fields in fields_of(text)
        for key in PEOPLE
        for name in fields.get(key, ())
    )
    return list(dict.fromkeys(name for name in names if _PERSON.fullmatch(name)))


def _names(text: str) -> Iterator[str]:
    text = bare(text)
    if ris.is_ris(text):
        for entry in ris.entries(text):
            yield from entry.values
    elif csl_json.is_csl_json(text):
        for item in csl_json.items(text):
            yield from (name for name in item if name in _OF_CSL and item[name])
    elif "@" in text:
        for found in bibtex.entries(text):
            yield from (name for name, value in found.fields.items() if value)
