"""All content: everything that editors write, loaded once."""

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
    """Everything that editors write, loaded and checked."""

    project: Project
    site: Site
    sources: dict[str, Source]
    datasets: Datasets
    interface: dict[str, dict[str, str]]
    search_words: SearchWords
    problems: list[Problem]
    # The problems that prevent no page from being built: a preview shows them on the page.
    harmless: frozenset[Problem] = frozenset()
    # What became of published pages and headings.
    permalinks: tuple[Rule, ...] = ()

    @cached_property
    def addresses(self) -> dict[str, AddressState]:
        """The state of the address of each source that has one, by source id."""
        return address_states(self.sources, self.datasets.records.get("source-addresses", []))
