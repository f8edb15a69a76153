"""All that editors write, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.content.datasets import Datasets
from scripts.content.pages import Site
from scripts.content.permalinks import Rule
from scripts.content.source_addresses import AddressState, address_states
from scripts.content.sources import Source
from scripts.content.synonyms import SearchWords


@dataclass
class Content:
    """Everything that editors write, read once and checked."""

    project: Project
    site: Site
    sources: dict[str, Source]
    datasets: Datasets
    interface: dict[str, dict[str, str]]
    search_words: SearchWords
    problems: list[Problem]
    # Those of them that hinder no page: a preview shows it with the fault beside it.
    harmless: frozenset[Problem] = frozenset()
    # What became of pages and headings that were published.
    permalinks: tuple[Rule, ...] = ()

    @cached_property
    def addresses(self) -> dict[str, AddressState]:
        """What is known of the address of each source that has one, by its id."""
        return address_states(self.sources, self.datasets.records.get("source-addresses", []))
