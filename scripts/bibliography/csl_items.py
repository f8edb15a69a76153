"""Pages and publications as CSL-JSON items, the source of every reference and export format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from scripts.content.pages import SourcePage
from scripts.content.records import CslItem, Publication

# Publications are the same in both languages, so their files are shared, one set per record.
PUBLICATION_FILES = "data/publications"
# The name of the files that contain all publications.
ALL = "all"

# The kind of a publication -> its CSL type.
_TYPES = {
    "book": "book",
    "booklet": "pamphlet",
    "report": "report",
    "article": "article-magazine",
    "compendium": "book",
    "toolbox": "document",
    "guide": "document",
    "brochure": "pamphlet",
    "web-page": "webpage",
    "speech": "speech",
    "news": "webpage",
    "chapter": "chapter",
    "note": "report",
    "video": "motion_picture",
    "other": "document",
}
# Types whose `pages` are a range; for others they are the total.
_WITH_PAGE_RANGE = {"article-magazine", "chapter"}
# "Fagbladet 1/2013": the year is the record's own, the number is the issue.
_ISSUE = re.compile(r"(?P<name>.+) (?P<issue>\d+)/(?P<year>\d{4})")
# CSL field -> field of the record, where the value is copied unchanged.
_COPIED_FIELDS: tuple[
    tuple[
        Literal["publisher", "publisher-place", "ISBN", "ISSN"],
        Literal["publisher", "place", "isbn", "issn"],
    ],
    ...,
] = (
    ("publisher", "publisher"),
    ("publisher-place", "place"),
    ("ISBN", "isbn"),
    ("ISSN", "issn"),
)


@dataclass(frozen=True)
class Imprint:
    """What the pages of one language share; `address` is the edition's, with a trailing slash."""

    name: str
    address: str
    edition: str | None
    # Who is responsible for the text; the name of the site is the fallback.
    publisher: str | None = None
    # The base of permanent addresses, "" where the address of the site is unknown.
    permanent: str = ""
    # The address of the newest edition, "" where there are no editions.
    latest: str = ""

    @property
    def author(self) -> str:
        """The author in citations of the site."""
        return self.publisher or self.name

    @property
    def newest(self) -> str:
        """The base address of links in downloaded files, which lead to the newest text."""
        return self.latest or self.address

    def lasting(self, page: SourcePage, paper: str = "") -> str:
        """The permanent address of a page, for print: it leads to the newest text.

        References use the address of the edition instead: they cite what was read.

        Args:
            page: The page.
            paper: The id of a workshop paper on it.
        """
        if not self.permanent:
            return f"{self.address}{page.url}" + (f"#{paper}" if paper else "")
        return f"{self.permanent}{f'paper-{paper}' if paper else page.id}/"


def page_item(page: SourcePage, imprint: Imprint, day: str | None) -> CslItem:
    """The CSL item of a page; `day` is the ISO date of its last change, None if unknown."""
    item: CslItem = {
        "id": f"{page.id}-{page.locale.lang}",
        "type": "webpage",
        "author": [{"literal": imprint.author}],
        "title": page.title,
        "container-title": imprint.name,
        "URL": imprint.address + page.url,
        "language": page.locale.lang,
    }
    if imprint.edition:
        item["edition"] = imprint.edition
    if day:
        item["issued"] = {"date-parts": [[int(part) for part in day.split("-")]]}
    return item


def publication_item(record: Publication) -> CslItem:
    """The CSL item of a record of data/publications.yml.

    An inferred year is marked `circa`, which APA prints as "(ca. 2007)"; without a year
    it prints "(n.d.)". The series of an article is its container, for other types it is
    the collection.
    """
    kind = _TYPES[record["kind"]]
    item: CslItem = {
        "id": record["id"],
        "type": kind,
        "title": record["title"],
        "language": record["language"],
    }
    if "authors" in record:
        item["author"] = record["authors"]
    if "year" in record:
        item["issued"] = {"date-parts": [[record["year"]]]}
        if record.get("year_inferred"):
            item["issued"]["circa"] = True
    for field, record_field in _COPIED_FIELDS:
        if record_field in record:
            item[field] = record[record_field]
    if "series" in record:
        _add_series(item, record["series"], record.get("year"))
    if "pages" in record:
        item["page" if kind in _WITH_PAGE_RANGE else "number-of-pages"] = str(record["pages"])
    # The addresses of a publication that was never found only mention it.
    if record.get("urls") and record["read"] != "mention":
        item["URL"] = record["urls"][0]
    return item


def _add_series(item: CslItem, series: str, year: int | None) -> None:
    if item["type"] != "article-magazine":
        item["collection-title"] = series
        return
    match = _ISSUE.fullmatch(series)
    if match and int(match["year"]) == year:
        item["container-title"], item["issue"] = match["name"], str(int(match["issue"]))
    else:
        item["container-title"] = series


def for_apa(item: CslItem) -> CslItem:
    """The item adjusted so that the APA style prints the edition of a web page.

    The style ignores the edition of a web page, but prints a number in the brackets after
    the title, where APA requires the edition.
    """
    if item["type"] != "webpage" or "edition" not in item:
        return item
    changed = item.copy()
    changed["number"] = changed.pop("edition")
    return changed
