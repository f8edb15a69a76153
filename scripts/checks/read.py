"""Reads pages and data once for all checks, and collects the problems with reading them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scripts.checks.guide_texts import read_guide
from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Kind, Problem
from scripts.common.yaml_lines import YamlText
from scripts.content.datasets import Datasets, load_datasets
from scripts.content.pages import Site
from scripts.content.permalinks import Rule, load_permalinks
from scripts.content.permanent_ids import PermanentId, permanent_ids
from scripts.content.sources import Source, load_sources
from scripts.content.synonyms import SearchWords, load_search_words
from scripts.language.locales import LOCALES
from scripts.language.messages import load_entries


@dataclass
class ReadProject:
    """Everything that editors write, parsed.

    `problems` are those of parsing and validating (invalid YAML, a record that does not fit its
    schema); the checks find the rest.
    """

    project: Project
    site: Site
    sources: dict[str, Source]
    sources_file: YamlText
    datasets: Datasets
    # The interface messages: the parsed file, and the messages by key and language.
    interface_file: YamlText
    interface: dict[str, dict[str, str]]
    plain_words: YamlText
    # The texts of the editors' guide by file name, and the problems with reading them, which do not
    # prevent rendering any page.
    guide: dict[str, YamlText]
    guide_problems: list[Problem]
    search_words: SearchWords
    permalinks: list[Rule]
    problems: list[Problem]

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        """The record ids of each dataset, by its name."""
        names = self.datasets.files
        return {name: {record["id"] for record in self.datasets.of(name)} for name in names}

    @cached_property
    def files(self) -> dict[str, YamlText]:
        """The parsed data files by name."""
        return {**self.datasets.files, "sources": self.sources_file}

    @cached_property
    def printed(self) -> dict[str, YamlText]:
        """The data files whose texts readers see, including the interface messages."""
        printed = {**self.files, "interface": self.interface_file}
        # The results of the link check are not printed.
        printed.pop("source-addresses", None)
        return printed

    @cached_property
    def is_complete(self) -> bool:
        """Whether every record could be read; otherwise missing ones are not reported."""
        return bool(self.sources) and self.datasets.complete and not self.datasets.problems

    @cached_property
    def can_check_citations(self) -> bool:
        """Whether citations can be resolved.

        If the sources could not be read or have invalid ids, every citation would be reported
        as unknown and hide the actual fault.
        """
        return bool(self.sources) and not any(
            each.path == self.sources_file.path
            and (each.kind is Kind.UNKNOWN_KEY or (each.kind is Kind.MISFIT and each.about == "id"))
            for each in self.problems
        )

    @cached_property
    def page_ids(self) -> set[str] | None:
        """The ids of all pages; None if a page lacks an id in both languages, or shares one."""
        return _page_ids(self.site)

    @cached_property
    def permanent_ids(self) -> list[PermanentId]:
        """Everything that has a permanent id."""
        return permanent_ids(self.site, self.datasets, self.sources)


def read_project(project: Project, site: Site) -> ReadProject:
    """Read the data of a project whose pages have been read.

    Args:
        project: The project.
        site: Its pages, at least one.
    """
    sources, sources_file, problems = load_sources(project)
    datasets = load_datasets(project)
    interface, interface_problems = load_entries(project)
    interface_file, *_ = load_data(project, "interface")
    plain_words, unreadable_words, faulty_words = load_data(project, "plain-words")
    plain_problems = [*unreadable_words, *faulty_words]
    if plain_problems:
        # Invalid data may have any structure.
        plain_words = YamlText(plain_words.path, None)
    guide, guide_problems = read_guide(project)
    search_words, search_problems = load_search_words(project, _page_ids(site))
    permalinks, permalink_problems = load_permalinks(project, site)
    problems = [*problems, *datasets.problems, *interface_problems, *site.problems]
    problems += [*search_problems, *plain_problems, *permalink_problems]
    return ReadProject(
        project,
        site,
        sources,
        sources_file,
        datasets,
        interface_file,
        interface,
        plain_words,
        guide,
        guide_problems,
        search_words,
        permalinks,
        problems,
    )


def _page_ids(site: Site) -> set[str] | None:
    keys_with_id = {page.key for page in site.pages if page.id}
    if any(page.key not in keys_with_id for page in site.pages):
        return None
    for locale in LOCALES:
        ids = [page.id for page in site.of(locale).values() if page.id]
        if len(set(ids)) < len(ids):
            return None
    return {page.id for page in site.pages}
