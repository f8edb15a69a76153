"""The line above the title of a page (kicker): its page type or section, with an icon."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.content.datasets import find_record
from scripts.content.page_types import PHASE_PAGES
from scripts.content.pages import SourcePage
from scripts.content.records import RecordSets
from scripts.language.messages import Messages

# Page type -> SVG path, stroked in a 24 × 24 view box.
ICONS = {
    "concept": "M12 3.5a4 4 0 1 0 .1 0M7 12.5a4 4 0 1 0 .1 0M17 12.5a4 4 0 1 0 .1 0",
    "phase": "M19 8a8.5 8.5 0 1 1-4-3.6M15.5 1l-.2 4 3.7 1",
    "template": "M6 3h9l4 4v14H6zM9 11h7M9 14.5h7M9 18h4",
    "papers": "M8 3h9v13M5 6h9v15H5zM8 11h3M8 15h3",
    "phase-knowledge": "M19 8a8.5 8.5 0 1 1-4-3.6M15.5 1l-.2 4 3.7 1",
    "tool": "M6 3h9l4 4v14H6zM9.5 12l2 2 4-4M9.5 18h6",
    "municipality": (
        "M12 21.5s-7-6.3-7-11.5a7 7 0 0 1 14 0c0 5.2-7 11.5-7 11.5zM12 7.5a2.5 2.5 0 1 0 .1 0"
    ),
    "publication": (
        "M12 6.5c-2-2-5-2.5-8.5-2.5v14c3.5 0 6.5.5 8.5 2.5"
        " 2-2 5-2.5 8.5-2.5V4c-3.5 0-6.5.5-8.5 2.5zv14"
    ),
    "list": "M4 6h.1M9 6h11M4 12h.1M9 12h11M4 18h.1M9 18h11",
    "about": "M12 3a9 9 0 1 0 .1 0M12 11v6M12 7.2v.1",
}


# Folder -> section of pages of type `concept`; those in other folders are on the method.
_SECTIONS = {
    "for-deg": "for-you",
    "fortellinger": "story",
    "eksempel": "example",
    "faser": "phases",
    "utenfor-norge": "abroad",
    "publikasjoner": "publications",
    "": "reference",
}
# Page id -> message key, for workshop pages without a subject of their own.
_WORKSHOP = {"print": "page-kind.list", "own-agenda": "kicker.workshop"}


@dataclass(frozen=True)
class PageHeader:
    """Icon and kicker, with a badge for the status of a municipality."""

    icon: str
    kicker: str
    badge: str = ""
    badge_words: str = ""


def header_of(page: SourcePage, records: RecordSets, words: Messages) -> PageHeader:
    """The header of a page, in the language of its messages."""
    kind = "papers" if page.id in _WORKSHOP else page.kind
    icon, kicker = ICONS.get(kind, ""), kicker_of(page, words)
    if page.kind in PHASE_PAGES and (phase := find_record(records["phases"], page)):
        count = len(records["phases"])
        kicker = words("facts.phase-of").format(number=phase["number"], count=count)
        return PageHeader(icon, kicker)
    if page.kind == "municipality" and (place := find_record(records["municipalities"], page)):
        return PageHeader(icon, kicker, place["status"], words(f"status.{place['status']}"))
    if page.kind == "publication" and (work := find_record(records["publications"], page)):
        year = f" · {work['year']}" if "year" in work else ""
        of_record = words(f"kind.{work['kind']}").capitalize() + year
        # A page may tell of more texts than the one of its record.
        return PageHeader(icon, work["kicker"][page.locale.code] if "kicker" in work else of_record)
    return PageHeader(icon, kicker)


def kicker_of(page: SourcePage, words: Messages) -> str:
    """The page type, or the section of a page of type `concept`."""
    if key := _WORKSHOP.get(page.id):
        return words(key)
    section = _SECTIONS.get(page.key.rpartition("/")[0]) if page.kind == "concept" else None
    return words(f"kicker.{section}") if section else words(f"page-kind.{page.kind}")
