"""A lenient CSL-JSON parser for pasted text: what Zotero, this site and Crossref give.

One item, a list of items, or an answer of Crossref's API (`message`), whose titles are lists and
whose types have names of their own (https://api.crossref.org/types).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

from scripts.content.records import SourceRecord

Item = dict[str, Any]

# A text that begins like JSON with keys; `{` alone may begin a title in BibTeX.
_BEGIN = re.compile(r'[\[{][\s\[{]*"')
_TYPES = {
    "article": "document", "journal-article": "article-journal", "book-chapter": "chapter",
    "monograph": "book", "edited-book": "book", "reference-book": "book", "classic": "book",
    "paper-conference": "chapter", "proceedings-article": "chapter", "dissertation": "thesis",
    "entry-dictionary": "entry-encyclopedia", "entry": "entry-encyclopedia",
    "reference-entry": "entry-encyclopedia", "post": "webpage", "post-weblog": "webpage",
    "bill": "legislation", "legal_case": "legislation", "posted-content": "document",
    "report-component": "report", "broadcast": "motion_picture",
}  # fmt: skip
_SOURCE_TYPES = get_args(get_type_hints(SourceRecord)["type"])


def is_csl_json(text: str) -> bool:
    """Whether a text begins as JSON with keys does."""
    return _BEGIN.match(text) is not None


def items(text: str) -> Iterator[Item]:
    """The items of a text.

    Raises:
        ValueError: it is not JSON; says where it stops being so.
    """
    try:
        read = json.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if isinstance(read, dict) and isinstance(read.get("message"), dict):
        read = read["message"]
    if isinstance(read, dict) and isinstance(read.get("items"), list):
        read = read["items"]
    for each in read if isinstance(read, list) else [read]:
        if isinstance(each, dict):
            yield each


def type_of(item: Item) -> str:
    """The type of data/sources.yml that an item has; "document" if there is none."""
    said = value(item, "type")
    return said if said in _SOURCE_TYPES else _TYPES.get(said, "document")


def value(item: Item, *keys: str) -> str:
    """The text under the first key that has one; Crossref puts texts in lists."""
    for key in keys:
        found = item.get(key)
        if isinstance(found, list):
            found = next(iter(found), "")
        if isinstance(found, str | int | float) and not isinstance(found, bool) and f"{found}":
            return str(found).strip()
    return ""


def day(item: Item) -> str:
    """When it was issued: its date, as ISO as far as it is known, or the words for it."""
    for key in ("issued", "published", "published-print", "published-online"):
        found = item.get(key)
        if isinstance(found, str):
            return found
        if not isinstance(found, dict):
            continue
        parts = found.get("date-parts")
        if isinstance(parts, list) and parts and isinstance(parts[0], list) and any(parts[0]):
            numbers = [str(part) for part in parts[0] if part]
            return "-".join(part.zfill(2) if index else part for index, part in enumerate(numbers))
        if said := value(found, "raw", "literal"):
            return said
    return ""


def people(item: Item, key: str) -> list[dict[str, str]]:
    """The people under a key, as data/sources.yml has them: particles with the family name."""
    found = item.get(key)
    names = []
    for each in found if isinstance(found, list) else []:
        if not isinstance(each, dict):
            continue
        part = {name: value(each, name) for name in each}
        parts = ("dropping-particle", "non-dropping-particle", "family")
        family = " ".join(filter(None, (part.get(name) for name in parts)))
        given = ", ".join(filter(None, (part.get(name) for name in ("given", "suffix"))))
        if literal := part.get("literal") or part.get("name"):
            names.append({"literal": literal})
        elif family and given:
            names.append({"family": family, "given": given})
        elif family or given:
            names.append({"literal": family or given})
    return names
