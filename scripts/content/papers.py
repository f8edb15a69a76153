"""The workshop papers (printed sheets) by phase and by page."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.content.pages import SourcePage
from scripts.content.records import Paper, RecordSets

# How a paper is printed: as a form to fill in, as a wall sheet, as cards to cut out.
FORM, WALL, CARDS = "form", "wall", "cards"


def papers_of(records: RecordSets, phase_id: str) -> list[Paper]:
    """The papers that a phase uses, in the order of data/papers.yml."""
    return [paper for paper in records.get("papers", []) if phase_id in paper["phases"]]


def papers_on(papers: Iterable[Paper], page: SourcePage) -> list[Paper]:
    """The papers that have their section on a page."""
    return [paper for paper in papers if paper["page"] == page.id]
