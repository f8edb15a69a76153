"""Pages and publications as CSL-JSON items, which every form of a reference is made from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from scripts.content.pages import SourcePage
from scripts.content.records import CslItem, Publication

# A publication is the same in both languages, so its files lie once, by record.
PUBLICATION_FILES = "data/publications"
# The name of the files that hold all of them.
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
# Where a record's `pages` are a range; elsewhere they are the total.
_PARTS = {"article-magazine", "chapter"}
# "Fagbladet 1/2013": the year is the record's own, the number is the issue.
_ISSUE = re.compile(r"(?P<name>.+) (?P<issue>\d+)/(?P<year>\d{4})")
# The CSL field -> the record's, where the value goes over as it stands.
_SAME: tuple[
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
    """What the pages of one language share: `address` is the edition's, with a last slash."""

    name: str
    address: str
    edition: str | None
    # Who answers for the text; the name of the site stands in for one that nobody has set.
    publisher: str | None = None
    # Where permanent addresses begin, "" where the address of the site is not known.
    permanent: str = ""
    # Where the newest edition is found, "" where there are no editions.
    latest: str = ""

    @property
    def author(self) -> str:
        """Whom citations name."""
        return self.publisher or self.name

    @property
    def newest(self) -> str:
        """The address that links in files to keep begin with: they lead to the newest text."""
        return self.latest or self.address

    def lasting(self, page: SourcePage, paper: str = "") -> str:
        """The address for paper: it leads to the newest text, in the language of who reads.

        References keep the address of the edition instead: they are of what was read.

        Args:
            page: The page.
            paper: The id of a paper of the workshops, which stands on it.
        """
        if not self.permanent:
            return f"{self.address}{page.url}" + (f"#{paper}" if paper else "")
        return f"{self.permanent}{f'paper-{paper}' if paper else page.id}/"


def page_item(page: SourcePage, imprint: Imprint, day: str | None) -> CslItem:
    """A page of the site. `day` is when its text was last changed (ISO), None if unknown."""
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
    """A record of data/publications.yml.

    A year that is inferred is marked `circa`, which APA prints as "(ca. 2007)"; without
    a year it prints "(n.d.)". A series is what an article stands in, and what anything
    else belongs to.
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
    for field, own in _SAME:
        if own in record:
            item[field] = record[own]
    if "series" in record:
        _add_series(item, record["series"], record.get("year"))
    if "pages" in record:
        item["page" if kind in _PARTS else "number-of-pages"] = str(record["pages"])
    # What nobody has found lies at no address: those of its record only tell of it.
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
    """The item as the APA style must have it to print all that readers are promised.

    The style has no place for the edition of a web page; a number it prints in the
    brackets after the title, where APA wants an edition.
    """
    if item["type"] != "webpage" or "edition" not in item:
        return item
    changed = item.copy()
    changed["number"] = changed.pop("edition")
    return changed
