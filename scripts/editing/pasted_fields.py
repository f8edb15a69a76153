"""Normalises the fields of a pasted reference for data/sources.yml."""

from __future__ import annotations

import re
from typing import Any

from scripts.editing.national_library import national_library
from scripts.editing.pasted_languages import read_language
from scripts.editing.pasted_values import read_addresses, read_day, read_doi, read_isbn, read_words

# The keys of data/sources.yml, and three more: `faults`, pairs of problem and remedy, `unread`,
# values by key that were not understood, and `lost`, what else there was.
Fields = dict[str, Any]

ISSN_FORM = re.compile(r"(?<![\d-])(\d{4})-?(\d{3}[\dXx])(?![\d-])", re.ASCII)
_IN_OTHERS = frozenset({"chapter", "entry-encyclopedia"})
BOOKS = frozenset({"book", "chapter", "pamphlet", "report", "thesis"})
# "Oslo: Fagbokforlaget", as catalogues write publishers.
_PLACED = re.compile(r"([^\W\d_][\w .-]{1,30}): (.+)")
_RESOLVER = "doi.org/"
PEOPLE = ("author", "editor", "translator")
_TEXTS = ("title", "container-title", "collection-title", "publisher", "publisher-place")


def cleaned(
    found: Fields, days: list[str], faults: list[tuple[str, str]], lost: list[str], fix: str
) -> Fields:
    """Fields normalised for data/sources.yml, without empty and unintelligible values.

    `issued` is the first of `days` that can be parsed. `fix` is the remedy for unclear names.
    """
    for key in _TEXTS:
        found[key] = read_words(found.get(key) or "")
    _put_people(found)
    if not found["publisher-place"] and (placed := _PLACED.fullmatch(found["publisher"])):
        found["publisher-place"], found["publisher"] = placed.groups()
    unread: dict[str, str] = {}
    found["issued"] = next((read for day in days if (read := read_day(day))), "")
    if not found["issued"] and (given := next((day for day in days if day.strip()), "")):
        unread["issued"] = " ".join(given.split())
    found["DOI"] = read_doi(found.get("DOI") or "") or found.get("DOI")
    found["ISBN"] = read_isbn(found.get("ISBN") or "") or found.get("ISBN")
    said = found.get("URL") or ""
    addresses = [each for each in read_addresses(said) if not (found["DOI"] and _RESOLVER in each)]
    found["URL"] = next(iter(addresses), "")
    found["URL"] = national_library(found["URL"]).get("URL", found["URL"])
    lost += addresses[1:]
    if re.match(r"(?:www\.|[\w-]+\.[a-z]{2,}/)", said, re.IGNORECASE):
        unread["URL"] = said
    found["language"] = read_language(str(found.get("language") or ""))
    if issn := ISSN_FORM.search(found.get("ISSN") or ""):
        found["ISSN"] = "-".join(issn.groups()).upper()
    # For a whole book a single number is its page count.
    if found["type"] in BOOKS - _IN_OTHERS and "–" not in found["page"]:
        found["page"] = ""
    for key in PEOPLE:
        for each in found[key]:
            if "unclear" in each:
                faults.append((f'{key}: "{each["unclear"]}" may be several people, or one', fix))
    found |= {"faults": faults, "unread": unread, "lost": lost}
    return {key: value for key, value in found.items() if value}


def _put_people(found: Fields) -> None:
    """Put those of whom it is said behind their names under what they did."""
    people = [(each.pop("role", key), each) for key in PEOPLE for each in found[key]]
    for key in PEOPLE:
        found[key] = [each for role, each in people if role == key]
