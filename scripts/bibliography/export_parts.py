"""The parts of a reference as reference managers expect them: kinds, page ranges and names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from scripts.content.records import CslItem

# "12–19" with any dash; with a hyphen only where both sides are page numbers of the same form,
# since "A-12" is a single page and "e0123" an article number.
_DASH = re.compile(r"\s*[\N{EN DASH}\N{EM DASH}\N{FIGURE DASH}\N{MINUS SIGN}]\s*")
_HYPHENS = re.compile(
    r"(?P<first>(?P<letter>[A-Za-z]?)\d+[a-z]?)\s*[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]\s*"
    r"(?P<last>(?P=letter)\d+[a-z]?)(?P<more>[,;].*)?"
    r"|(?P<roman>[ivxlcdm]+)\s*[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]\s*(?P<to>[ivxlcdm]+)",
    re.IGNORECASE,
)

# CSL type -> BibTeX and RIS types. `online` is biblatex's; older BibTeX styles treat unknown
# types as `misc`.
_TYPES = {
    "book": ("book", "BOOK"),
    "pamphlet": ("booklet", "PAMP"),
    "report": ("techreport", "RPRT"),
    "chapter": ("incollection", "CHAP"),
    "webpage": ("online", "ELEC"),
    "speech": ("misc", "SLIDE"),
    "motion_picture": ("misc", "VIDEO"),
    "article-magazine": ("article", "MGZN"),
    "article-journal": ("article", "JOUR"),
    "article-newspaper": ("article", "NEWS"),
    "entry-encyclopedia": ("incollection", "ENCYC"),
    "thesis": ("mastersthesis", "THES"),
    "dataset": ("misc", "DATA"),
    "legislation": ("misc", "STAT"),
}


def kinds_of(item: CslItem) -> tuple[str, str]:
    """The types of a work in BibTeX and in RIS."""
    bibtex, ris = _TYPES.get(item["type"], ("misc", "GEN"))
    if item["type"] == "thesis":
        bibtex = "phdthesis" if item.get("genre") == "doctor" else "mastersthesis"
    return bibtex, ris


def page_range(pages: str) -> tuple[str, ...]:
    """The first and the last page of a range, or the text unchanged if it is not a range.

    A range may have any dash. Not a range: a single page, an article number (e0123, 2002-24), a
    page of a section (A-12). Of several ranges the first is split, and the rest stays with its
    end, since reference managers join the two again.
    """
    first, *rest = _DASH.split(pages.strip(), maxsplit=1)
    if rest and (not rest[0].strip() or re.search("[,;]", first)):
        return (pages,)  # without an end, or a range behind single pages
    if rest:
        return first, _DASH.sub("-", rest[0])
    match = _HYPHENS.fullmatch(pages.strip())
    if match is None:
        return (pages,)
    if match["roman"]:
        return match["roman"], match["to"]
    low, high = (int(re.sub(r"\D", "", match[name])) for name in ("first", "last"))
    if high < low:
        return (pages,)
    return match["first"], match["last"] + (match["more"] or "")


def one_line(text: str) -> str:
    """The text on one line: a line break would end a RIS field."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def name_parts(name: Mapping[str, object]) -> list[str]:
    """Family name, given name and suffix, without the missing ones.

    Non-dropping particles precede the family name, dropping ones follow the given name.
    """

    def joined(*keys: str) -> str:
        return " ".join(str(name[key]) for key in keys if name.get(key))

    given, _, after = joined("given", "dropping-particle").partition(", ")
    parts = [joined("non-dropping-particle", "family"), given, joined("suffix") or after]
    return [part for part in parts if part]
