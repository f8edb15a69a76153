"""All checks of what editors write, in one run and without a build."""

from __future__ import annotations

from collections.abc import Callable

from scripts.checks.agendas import check_agenda
from scripts.checks.citation_places import check_places
from scripts.checks.citations import check_citations
from scripts.checks.coverage import check_coverage
from scripts.checks.data_references import check_references
from scripts.checks.findings import check_findings
from scripts.checks.forms import check_forms
from scripts.checks.front_matter import check_pages
from scripts.checks.glossary import check_glossary
from scripts.checks.headings import check_text
from scripts.checks.images import check_pictures
from scripts.checks.invisible_characters import check_signs
from scripts.checks.known_matters import check_known
from scripts.checks.layout import check_layout
from scripts.checks.letters import check_letters
from scripts.checks.lists import check_lists
from scripts.checks.nav import check_nav
from scripts.checks.one_language import check_alone
from scripts.checks.page_type_headings import check_shape
from scripts.checks.phase_tools import check_tools
from scripts.checks.published import check_published
from scripts.checks.roles import check_roles
from scripts.checks.source_talk import check_source_talk
from scripts.checks.unknown_syntax import check_syntax
from scripts.common.data_file import load_data
from scripts.common.fork_map import fork_map
from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound
from scripts.content.datasets import load_datasets
from scripts.content.load import Content
from scripts.content.pages import Site, load_site
from scripts.content.permalinks import load_permalinks
from scripts.content.sources import load_sources
from scripts.content.synonyms import load_search_words
from scripts.language.messages import load_entries


def load_content(project: Project) -> Content:
    """Read pages and data and find every problem in them."""
    site = load_site(project.root)
    sources, parsed_sources, problems = load_sources(project)
    datasets = load_datasets(project)
    interface, interface_problems = load_entries(project)
    messages, *_ = load_data(project, "interface")
    search_words, search_problems = load_search_words(project, page_ids(site))
    problems = [*problems, *datasets.problems, *interface_problems, *site.problems]
    problems += search_problems
    permalinks, permalink_problems = load_permalinks(project, site)
    problems += permalink_problems
    ids = {name: {record["id"] for record in datasets.of(name)} for name in datasets.files}
    files = {**datasets.files, "sources": parsed_sources}
    printed = {**files, "interface": messages}
    # None depends on what another found, so they are made side by side. Without sources each
    # citation would be called unknown and hide the real fault.
    checks: list[Callable[[], list[Problem]]] = [
        lambda: check_pages(site, project, ids),
        lambda: check_alone(site),
        lambda: check_text(site, ids),
        lambda: check_lists(site),
        lambda: check_layout(site),
        lambda: check_shape(site, project),
        lambda: check_agenda(site),
        lambda: check_forms(site),
        lambda: check_roles(site),
        lambda: check_pictures(site),
        lambda: check_tools(datasets),
        lambda: check_glossary(datasets),
        lambda: check_signs(site, files),
        lambda: check_letters(site, printed, project),
        lambda: check_syntax(site, files),
        lambda: check_places(site, files, sources) if sources else [],
        lambda: check_references(datasets, set(sources), page_ids(site)) if sources else [],
        lambda: check_nav(site, project),
    ]
    # What these find hinders no page.
    beside: list[Callable[[], list[Problem]]] = [
        lambda: check_coverage(site),
        lambda: check_source_talk(site),
        lambda: check_published(site, permalinks),
        lambda: check_citations(site, sources, parsed_sources, datasets) if sources else [],
        lambda: check_known(site, datasets) if sources else [],
        lambda: check_findings(site, datasets) if sources else [],
    ]
    found = fork_map(lambda check: check(), [*checks, *beside])
    harmless = [problem for part in found[len(checks) :] for problem in part]
    problems += [problem for part in found for problem in part]
    return Content(
        project,
        site,
        sources,
        datasets,
        interface,
        search_words,
        problems,
        frozenset(harmless),
        tuple(permalinks),
    )


def page_ids(site: Site) -> set[str] | None:
    """The ids of all pages, None if there is one that has no id in either language."""
    named = {page.key for page in site.pages if page.id}
    if any(page.key not in named for page in site.pages):
        return None
    return {page.id for page in site.pages}


def checked_content(project: Project, *, preview: bool = False) -> Content:
    """The content as it may be built.

    Raises:
        ProblemsFound: with all that is wrong in it; in a preview only when some of it
            hinders a page.
    """
    content = load_content(project)
    hindering = set(content.problems) - content.harmless
    if hindering or (content.problems and not preview):
        raise ProblemsFound(content.problems)
    return content
