"""All checks of what editors write, in one run and without a build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scripts.knowledge.check_agenda import check_agenda
from scripts.knowledge.check_citations import check_citations
from scripts.knowledge.check_coverage import check_coverage
from scripts.knowledge.check_forms import check_forms
from scripts.knowledge.check_glossary import check_glossary
from scripts.knowledge.check_layout import check_layout
from scripts.knowledge.check_lists import check_lists
from scripts.knowledge.check_nav import check_nav
from scripts.knowledge.check_pages import check_pages
from scripts.knowledge.check_pictures import check_pictures
from scripts.knowledge.check_places import check_places
from scripts.knowledge.check_roles import check_roles
from scripts.knowledge.check_shape import check_shape
from scripts.knowledge.check_signs import check_signs
from scripts.knowledge.check_syntax import check_syntax
from scripts.knowledge.check_text import check_text
from scripts.knowledge.check_tools import check_tools
from scripts.knowledge.collection import Collections, check_references, load_collections
from scripts.knowledge.interface import load_entries
from scripts.knowledge.pages import Site, load_site
from scripts.knowledge.problems import Problem, ProblemsFound
from scripts.knowledge.project import Project
from scripts.knowledge.search_words import SearchWords, load_search_words
from scripts.knowledge.sources import Source, load_sources


@dataclass
class Content:
    """Everything that editors write, read once and checked."""

    project: Project
    site: Site
    sources: dict[str, Source]
    collections: Collections
    interface: dict[str, Any]
    search_words: SearchWords
    problems: list[Problem]


def load_content(project: Project) -> Content:
    """Read pages and data and find every problem in them."""
    site = load_site(project.root)
    sources, parsed_sources, problems = load_sources(project)
    collections = load_collections(project)
    interface, interface_problems = load_entries(project)
    search_words, search_problems = load_search_words(project, page_ids(site))
    problems = [*problems, *collections.problems, *interface_problems, *site.problems]
    problems += search_problems
    ids = {
        name: {str(record["id"]) for record in records}
        for name, records in collections.records.items()
    }
    problems += check_pages(site, project, ids)
    problems += check_text(site, ids)
    problems += check_lists(site)
    problems += check_layout(site)
    problems += check_shape(site, project)
    problems += check_agenda(site)
    problems += check_forms(site)
    problems += check_roles(site)
    problems += check_pictures(site)
    problems += check_coverage(site)
    problems += check_tools(collections)
    problems += check_glossary(collections)
    files = {**collections.files, "sources": parsed_sources}
    problems += check_signs(site, files)
    problems += check_syntax(site, files)
    if sources:
        # Without sources each citation would be called unknown and hide the real fault.
        problems += check_citations(site, sources, parsed_sources, collections)
        problems += check_places(site, files, sources)
        problems += check_references(collections, set(sources), page_ids(site))
    problems += check_nav(site, project)
    return Content(project, site, sources, collections, interface, search_words, problems)


def page_ids(site: Site) -> set[str] | None:
    """The ids of all pages, None if there is one that has no id in either language."""
    named = {page.key for page in site.pages if page.id}
    if any(page.key not in named for page in site.pages):
        return None
    return {page.id for page in site.pages}


def checked_content(project: Project) -> Content:
    """The content, or `ProblemsFound` with all that is wrong in it."""
    content = load_content(project)
    if content.problems:
        raise ProblemsFound(content.problems)
    return content
