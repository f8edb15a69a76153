"""Exports CSL items for reference managers: BibTeX, RIS and CSL-JSON.

Own code, since the libraries are mostly parsers, and none takes CSL as input. Characters such as
æ, ø and å are not escaped: all three formats are UTF-8 today.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from scripts.bibliography.export_parts import kinds_of, name_parts, one_line, page_range
from scripts.content.records import CslItem

Fields = Iterator[tuple[str, str]]

_Text = Literal[
    "container-title",
    "collection-title",
    "edition",
    "publisher",
    "publisher-place",
    "volume",
    "issue",
    "number-of-pages",
    "ISBN",
    "ISSN",
    "DOI",
    "language",
]
# CSL field -> BibTeX and RIS fields, where the text is copied unchanged.
_FIELDS: tuple[tuple[_Text, str, str], ...] = (
    ("container-title", "journal", "T2"),
    ("collection-title", "series", "T3"),
    ("edition", "edition", "ET"),
    ("publisher", "publisher", "PB"),
    ("publisher-place", "address", "CY"),
    ("volume", "volume", "VL"),
    ("issue", "number", "IS"),
    ("number-of-pages", "pagetotal", ""),
    ("ISBN", "isbn", "SN"),
    ("ISSN", "issn", "SN"),
    ("DOI", "doi", "DO"),
    ("language", "language", "LA"),
)
# Who made a work, by CSL and BibTeX alike, and the tags of RIS.
_ROLES: dict[Literal["author", "editor", "translator"], str] = {
    "author": "AU",
    "editor": "ED",
    "translator": "A4",
}
# Names of these fields that differ for some BibTeX types.
_BIBTEX_NAMES = {
    ("chapter", "container-title"): "booktitle",
    ("entry-encyclopedia", "container-title"): "booktitle",
    ("thesis", "publisher"): "school",
    ("webpage", "container-title"): "organization",
    ("webpage", "edition"): "note",
    ("report", "publisher"): "institution",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Braces are written as commands, since BibTeX counts them even after a backslash.
_TEX_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\N{NO-BREAK SPACE}": "~",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
# Characters that would open or close a group in a URL, which is otherwise verbatim.
_URL_ESCAPES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


@dataclass(frozen=True)
class ExportFormat:
    """A file format: its extension, its display name, its media type and its writer."""

    ending: str
    name: str
    media_type: str
    write: Callable[[CslItem], str]


def csl_json(item: CslItem) -> str:
    """A list of one item, as readers of CSL-JSON expect."""
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


def bibtex(item: CslItem) -> str:
    """One entry, for BibTeX and biblatex alike, with every text of the item escaped for TeX."""
    kind, _ = kinds_of(item)
    lines = [f"  {name} = {value},\n" for name, value in _bibtex_fields(item)]
    return f"@{kind}{{{item['id']},\n{''.join(lines)}}}\n"


def ris(item: CslItem) -> str:
    """One RIS record, with CRLF line endings as the format requires."""
    _, kind = kinds_of(item)
    fields = [("TY", kind), *_ris_fields(item), ("ER", "")]
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in fields)


FORMATS = (
    ExportFormat("bib", "BibTeX", "application/x-bibtex", bibtex),
    ExportFormat("ris", "RIS", "application/x-research-info-systems", ris),
    ExportFormat("json", "CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
)


def write_all(format_: ExportFormat, items: list[CslItem]) -> str:
    """One file with several references."""
    if format_.write is csl_json:
        return json.dumps(items, ensure_ascii=False, indent=1) + "\n"
    return ("\r\n" if format_.write is ris else "\n").join(map(format_.write, items))


def _bibtex_fields(item: CslItem) -> Fields:
    for role in _ROLES:
        if names := item.get(role):
            yield role, f"{{{' and '.join(map(_bibtex_name, names))}}}"
    # Double braces keep styles from lower-casing names in the title.
    yield "title", f"{{{{{_tex(item['title'])}}}}}"
    for field, name, _ in _FIELDS:
        if field in item:
            yield _BIBTEX_NAMES.get((item["type"], field), name), f"{{{_tex(item[field])}}}"
    if "number" in item and "issue" not in item:
        yield "number", f"{{{_tex(item['number'])}}}"
    year, month, day, is_circa = _date(item)
    if year:
        yield "year", f"{{[ca. {year}]}}" if is_circa else f"{{{year}}}"
    if month:
        yield "month", _MONTHS[month - 1]
    if day:
        yield "day", f"{{{day}}}"
    if "page" in item:
        yield "pages", f"{{{'--'.join(map(_tex, page_range(item['page'])))}}}"
    if "URL" in item:
        yield "url", f"{{{item['URL'].translate(_URL_ESCAPES)}}}"
    if "archive_location" in item:
        # biblatex prints it last; BibTeX ignores it.
        yield "addendum", rf"{{\url{{{item['archive_location'].translate(_URL_ESCAPES)}}}}}"


def _ris_fields(item: CslItem) -> Fields:
    yield "ID", item["id"]
    for role, tag in _ROLES.items():
        yield from ((tag, _ris_name(name)) for name in item.get(role, []))
    yield "TI", item["title"]
    year, month, day, is_circa = _date(item)
    if year:
        # The format allows a note after the day.
        yield "PY", f"{year}///ca." if is_circa else str(year)
    if month:
        # Where the day is not known, its place is left empty.
        yield "DA", f"{year}/{month:02}/" + (f"{day:02}" if day else "/")
    yield from ((tag, item[field]) for field, _, tag in _FIELDS if tag and field in item)
    if "number" in item:
        # Where a number of another kind stands, the one of a report has the next place.
        yield ("IS" if item.keys() & {"ISBN", "ISSN"} else "SN"), item["number"]
    if "page" in item:
        yield from zip(("SP", "EP"), page_range(item["page"]), strict=False)
    if "URL" in item:
        yield "UR", item["URL"]
    if "archive_location" in item:
        # The archive and the location in it, as Zotero reads them.
        yield "DB", item.get("archive", "")
        yield "AV", item["archive_location"]


def _date(item: CslItem) -> tuple[int, int, int, bool]:
    issued = item.get("issued", {})
    year, month, day = [*issued.get("date-parts", [[]])[0], 0, 0, 0][:3]
    return year, month, day, bool(issued.get("circa"))


def _ris_name(name: Mapping[str, object]) -> str:
    """A name in RIS: "family, given, suffix", or a literal.

    RIS parses the text before a comma as a family name, and commas cannot be escaped: in the
    name of an organisation they are dropped.
    """
    if "literal" in name:
        return re.sub(r"\s*,\s*", " ", str(name["literal"])).strip()
    return ", ".join(name_parts(name))


def _bibtex_name(name: Mapping[str, object]) -> str:
    # Braces keep the name of an organisation from being split at its last word or at "and".
    if "literal" in name:
        return f"{{{_tex(str(name['literal']))}}}"
    family, *given = (_unsplit(part) for part in name_parts(name))
    # In BibTeX, the suffix is between the two.
    return ", ".join([family, *given[1:], *given[:1]])


def _unsplit(part: str) -> str:
    """A part of a person's name, in braces where BibTeX would split it."""
    needs_braces = "," in part or " and " in f" {part} ".casefold()
    return f"{{{_tex(part)}}}" if needs_braces else _tex(part)


def _tex(text: str) -> str:
    return one_line(text).translate(_TEX_ESCAPES)
