"""Every check of what editors write, by its rule: the one place to add one.

What is wrong within one page or one text, whatever the others say, is found in local.py.
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
from scripts.checks.headings import check_text
from scripts.checks.known_matters import check_known
from scripts.checks.language import check_language
from scripts.checks.letter_texts import check_letter_texts
from scripts.checks.links import check_links
from scripts.checks.materials import check_materials
from scripts.checks.nav import check_nav
from scripts.checks.one_language import check_alone
from scripts.checks.own_agendas import check_own_agendas
from scripts.checks.page_type_headings import check_shape
from scripts.checks.papers import check_papers
from scripts.checks.permanent_ids import check_ids
from scripts.checks.phase_tools import check_tools
from scripts.checks.plain_texts import check_plain_texts
from scripts.checks.published import check_published
from scripts.checks.read import ReadProject
from scripts.checks.reviews import check_reviews
from scripts.checks.self_test import check_self_test
from scripts.checks.setting_signs import check_setting_signs
from scripts.checks.short_forms import check_short_forms
from scripts.checks.source_addresses import check_addresses
from scripts.checks.source_talk import check_source_talk
from scripts.checks.source_values import check_foreign_signs
from scripts.checks.typography import RULE as TYPOGRAPHY
from scripts.checks.word_lists import check_word_lists
from scripts.common.problems import Problem


@dataclass(frozen=True)
class Check:
    """One check: its rule (RULES.md), what finds the problems, and when it can be asked."""

    rule: str
    find: Callable[[ReadProject], list[Problem]]
    asks: Callable[[ReadProject], bool] = lambda read: True

    def problems(self, read: ReadProject) -> list[Problem]:
        """What is wrong, or nothing where what it needs could not be read."""
        return self.find(read) if self.asks(read) else []


def _whole(read: ReadProject) -> bool:
    return read.whole


def _cited(read: ReadProject) -> bool:
    return read.cited


# What these find stops a preview too. None depends on what another found.
HINDERING = (
    Check("front-matter", lambda r: check_pages(r.site, r.project, r.ids)),
    Check("one-language", lambda r: check_alone(r.site)),
    Check("headings", lambda r: check_text(r.site, r.ids)),
    Check("links", lambda r: check_links(r.site)),
    Check("page-types", lambda r: check_shape(r.site, r.project)),
    Check("tools", lambda r: check_tools(r.datasets)),
    Check("papers", lambda r: check_papers(r.site, r.datasets)),
    Check("short-forms", lambda r: check_short_forms(r.site, r.datasets)),
    Check("letter-texts", lambda r: check_letter_texts(r.site, r.datasets, r.interface_file)),
    Check("self-test", lambda r: check_self_test(r.site, r.datasets), _whole),
    Check("own-agendas", lambda r: check_own_agendas(r.site, r.datasets)),
    Check("glossary", lambda r: check_glossary(r.datasets)),
    Check("letters", lambda r: check_glyphs(r.site, r.printed, r.project)),
    Check("letters", lambda r: check_setting_signs(r.project)),
    Check("facts", lambda r: check_facts(r.site, r.datasets, r.files)),
    Check("citation-places", lambda r: check_places(r.site, r.files, r.sources), _cited),
    Check(
        "records",
        lambda r: check_references(r.datasets, set(r.sources), r.page_ids, r.site),
        _cited,
    ),
    Check("nav", lambda r: check_nav(r.site, r.project)),
    Check("permalinks", lambda r: check_ids(r.permanent_ids)),
)

# What these find hinders no page: a preview shows it with the fault beside it.
HARMLESS = (
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
        lambda r: check_published(r.site, r.permalinks, r.permanent_ids if r.whole else None),
    ),
    Check("known-matters", lambda r: check_known(r.site, r.datasets), _whole),
    Check("findings", lambda r: check_findings(r.site, r.datasets), _whole),
    Check("source-addresses", lambda r: check_addresses(r.datasets, r.sources), _cited),
    Check(TYPOGRAPHY, lambda r: check_foreign_signs(r.files)),
    Check(TYPOGRAPHY, lambda r: check_plain_texts(r.site, r.printed, r.project)),
    Check("materials", lambda r: check_materials(r.site, r.datasets), _whole),
    Check(
        "citations",
        lambda r: check_citations(r.site, r.sources, r.sources_file, r.datasets),
        _cited,
    ),
)
