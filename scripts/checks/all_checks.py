"""The registry of checks that see more than one page or data file, each with its rule.

The others are listed in isolated.py: what they find is kept until that page or file changes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scripts.checks.citation_places import check_places
from scripts.checks.citations import check_citations
from scripts.checks.coverage import check_coverage
from scripts.checks.data_references import check_references
from scripts.checks.facts import check_facts
from scripts.checks.findings import check_findings
from scripts.checks.front_matter import check_pages
from scripts.checks.glossary import check_glossary
from scripts.checks.glyph_coverage import check_glyphs
from scripts.checks.guide_texts import check_guide
from scripts.checks.headings import check_headings
from scripts.checks.known_matters import check_known_matters
from scripts.checks.language import check_language
from scripts.checks.letter_texts import check_letter_texts
from scripts.checks.links import check_links
from scripts.checks.materials import check_materials
from scripts.checks.nav import check_nav
from scripts.checks.one_language import check_one_language
from scripts.checks.own_agendas import check_own_agendas
from scripts.checks.page_type_headings import check_type_headings
from scripts.checks.papers import check_papers
from scripts.checks.permanent_ids import check_permanent_ids
from scripts.checks.phase_tools import check_tools
from scripts.checks.plain_texts import check_plain_texts
from scripts.checks.published import check_published
from scripts.checks.read import ReadProject
from scripts.checks.reviews import check_reviews
from scripts.checks.self_test import check_self_test
from scripts.checks.setting_characters import check_setting_characters
from scripts.checks.short_forms import check_short_forms
from scripts.checks.source_addresses import check_addresses
from scripts.checks.source_talk import check_source_talk
from scripts.checks.source_values import check_foreign_markup
from scripts.checks.word_lists import check_word_lists
from scripts.common.problems import Problem


@dataclass(frozen=True)
class Check:
    """A check: its rule (RULES.md), the function that runs it, and whether it applies."""

    rule: str
    find: Callable[[ReadProject], list[Problem]]
    applies: Callable[[ReadProject], bool] = lambda read: True

    def problems(self, read: ReadProject) -> list[Problem]:
        """Return the problems found; none if the data that the check needs could not be read."""
        return self.find(read) if self.applies(read) else []


def _is_complete(read: ReadProject) -> bool:
    return read.is_complete


def _can_check_citations(read: ReadProject) -> bool:
    return read.can_check_citations


# Problems of these checks stop a preview too. No check depends on the result of another.
BLOCKING = (
    Check("front-matter", lambda r: check_pages(r.site, r.project, r.ids)),
    Check("one-language", lambda r: check_one_language(r.site)),
    Check("headings", lambda r: check_headings(r.site, r.ids)),
    Check("links", lambda r: check_links(r.site)),
    Check("page-types", lambda r: check_type_headings(r.site, r.project)),
    Check("tools", lambda r: check_tools(r.datasets)),
    Check("papers", lambda r: check_papers(r.site, r.datasets)),
    Check("short-forms", lambda r: check_short_forms(r.site, r.datasets)),
    Check("letter-texts", lambda r: check_letter_texts(r.site, r.datasets, r.interface_file)),
    Check("self-test", lambda r: check_self_test(r.site, r.datasets), _is_complete),
    Check("own-agendas", lambda r: check_own_agendas(r.site, r.datasets)),
    Check("glossary", lambda r: check_glossary(r.datasets)),
    Check("letters", lambda r: check_glyphs(r.site, r.printed, r.project)),
    Check("letters", lambda r: check_setting_characters(r.project)),
    Check("facts", lambda r: check_facts(r.site, r.datasets, r.files)),
    Check(
        "citation-places", lambda r: check_places(r.site, r.files, r.sources), _can_check_citations
    ),
    Check(
        "records",
        lambda r: check_references(r.datasets, set(r.sources), r.page_ids, r.site),
        _can_check_citations,
    ),
    Check("nav", lambda r: check_nav(r.site, r.project)),
    Check("permalinks", lambda r: check_permanent_ids(r.permanent_ids)),
)

# Problems of these checks do not prevent rendering: a preview shows them beside the page.
NON_BLOCKING = (
    Check("coverage", lambda r: check_coverage(r.site)),
    Check("source-talk", lambda r: check_source_talk(r.site)),
    Check("reviews", lambda r: check_reviews(r.site, r.project)),
    Check("word-lists", lambda r: check_word_lists(r.project.root)),
    Check("guide", lambda r: [*r.guide_problems, *check_guide(r.site, r.guide)]),
    Check(
        "language",
        lambda r: check_language(r.site, {**r.printed, **r.guide}, r.datasets, r.plain_words),
    ),
    Check(
        "permalinks",
        lambda r: check_published(r.site, r.permalinks, r.permanent_ids if r.is_complete else None),
    ),
    Check("known-matters", lambda r: check_known_matters(r.site, r.datasets), _is_complete),
    Check("findings", lambda r: check_findings(r.site, r.datasets), _is_complete),
    Check(
        "source-addresses", lambda r: check_addresses(r.datasets, r.sources), _can_check_citations
    ),
    Check("typography", lambda r: check_foreign_markup(r.files)),
    Check("typography", lambda r: check_plain_texts(r.site, r.printed, r.project)),
    Check("materials", lambda r: check_materials(r.site, r.datasets), _is_complete),
    Check(
        "citations",
        lambda r: check_citations(r.site, r.sources, r.sources_file, r.datasets),
        _can_check_citations,
    ),
)
