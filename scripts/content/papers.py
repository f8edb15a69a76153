"""The papers of the workshops: which a phase needs, and which stand on a page."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.content.pages import SourcePage
from scripts.content.records import Paper, RecordSets

# How a paper is printed: to write in, for the wall, to cut out.
FORM, WALL, CARDS = "form", "wall", "cards"


def papers_of(records: RecordSets, phase_id: str) -> list[Paper]:
    """The papers that a phase uses, in the order of data/papers.yml."""
    return [paper for paper in records.get("papers", []) if phase_id in paper["phases"]]


def papers_on(papers: Iterable[Paper], page: SourcePage) -> list[Paper]:
    """The papers whose sections stand on a page."""
    return [paper for paper in papers if paper["page"] == page.id]
