"""All checks of what editors write, in one run and without a build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from scripts.checks.citation_places import check_places
from scripts.checks.citations import check_citations
from scripts.checks.coverage import check_coverage
from scripts.checks.data_references import check_references
from scripts.checks.echoes import without_echoes
from scripts.checks.facts import check_facts
from scripts.checks.findings import check_findings
from scripts.checks.front_matter import check_pages
from scripts.checks.glossary import check_glossary
from scripts.checks.gone_pages import told_once
from scripts.checks.guide_texts import check_guide, read_guide
from scripts.checks.headings import check_text
from scripts.checks.known_matters import check_known
from scripts.checks.language import RULES as LANGUAGE
from scripts.checks.language import check_language
from scripts.checks.letter_texts import check_letter_texts
from scripts.checks.letters import check_letters
from scripts.checks.links import check_links
from scripts.checks.local import check_data_alone, check_pages_alone
from scripts.checks.materials import check_materials
from scripts.checks.nav import check_nav
from scripts.checks.one_language import check_alone
from scripts.checks.own_agendas import check_own_agendas
from scripts.checks.page_type_headings import check_shape
from scripts.checks.papers import check_papers
from scripts.checks.permanent_ids import check_ids
from scripts.checks.phase_tools import check_tools
from scripts.checks.published import check_published
from scripts.checks.reviews import check_reviews
from scripts.checks.self_test import check_self_test
from scripts.checks.short_forms import check_short_forms
from scripts.checks.source_addresses import check_addresses
from scripts.checks.source_talk import check_source_talk
from scripts.checks.source_values import check_foreign_signs
from scripts.checks.typography import RULE as TYPOGRAPHY
from scripts.checks.word_lists import check_word_lists
from scripts.common.data_file import load_data
from scripts.common.fork_map import fork_map
from scripts.common.paths import Project
from scripts.common.problems import Kind, Problem, ProblemsFound
from scripts.common.yaml_lines import YamlText
from scripts.content.datasets import Datasets, load_datasets
from scripts.content.load import Content
from scripts.content.pages import Site, load_site
from scripts.content.permalinks import load_permalinks
from scripts.content.permanent_ids import permanent_ids
from scripts.content.sources import Source, load_sources
from scripts.content.synonyms import SearchWords, load_search_words
from scripts.language.locales import LOCALES
from scripts.language.messages import load_entries


def load_content(project: Project) -> Content:
    """Read pages and data and find every problem in them."""
    site = load_site(project.root)
    if not site.pages:
        # Everything would be called missing for it.
        gone = Problem("docs", 0, "there are no pages", "put the folder back", "files")
        empty = Datasets()
        return Content(project, site, {}, empty, {}, SearchWords(), [gone])
    sources, parsed_sources, problems = load_sources(project)
    datasets = load_datasets(project)
    interface, interface_problems = load_entries(project)
    messages, *_ = load_data(project, "interface")
    plain_words, unread_words, faulty_words = load_data(project, "plain-words")
    plain_problems = [*unread_words, *faulty_words]
    if plain_problems:
        # What its schema has not passed may have any shape.
        plain_words = YamlText(plain_words.path, None)
    guide, guide_problems = read_guide(project)
    search_words, search_problems = load_search_words(project, page_ids(site))
    problems = [*problems, *datasets.problems, *interface_problems, *site.problems]
    problems += [*search_problems, *plain_problems]
    permalinks, permalink_problems = load_permalinks(project, site)
    problems += permalink_problems
    ids = {name: {record["id"] for record in datasets.of(name)} for name in datasets.files}
    files = {**datasets.files, "sources": parsed_sources}
    printed = {**files, "interface": messages}
    # What was seen at addresses comes on no paper.
    printed.pop("source-addresses", None)
    # What lacks a record that could not be read is no fault of its own.
    whole = bool(sources) and datasets.complete and not datasets.problems
    # Of sources whose ids are broken nobody knows which are meant.
    named = not any(
        each.path == parsed_sources.path
        and (each.kind is Kind.UNKNOWN_KEY or (each.kind is Kind.MISFIT and each.about == "id"))
        for each in problems
    )
    things = permanent_ids(site, datasets, sources)
    # None depends on what another found. Without sources each citation would be called
    # unknown and hide the real fault.
    checks: list[tuple[str, Callable[[], list[Problem]]]] = [
        ("front-matter", lambda: check_pages(site, project, ids)),
        ("one-language", lambda: check_alone(site)),
        ("headings", lambda: check_text(site, ids)),
        ("links", lambda: check_links(site)),
        ("page-types", lambda: check_shape(site, project)),
        ("tools", lambda: check_tools(datasets)),
        ("papers", lambda: check_papers(site, datasets)),
        ("short-forms", lambda: check_short_forms(site, datasets)),
        ("letter-texts", lambda: check_letter_texts(site, datasets, messages)),
        ("self-test", lambda: check_self_test(site, datasets) if whole else []),
        ("own-agendas", lambda: check_own_agendas(site, datasets)),
        ("glossary", lambda: check_glossary(datasets)),
        ("letters", lambda: check_letters(site, printed, project)),
        ("facts", lambda: check_facts(site, datasets, files)),
        (
            "citation-places",
            lambda: check_places(site, files, sources) if named and sources else [],
        ),
        (
            "records",
            lambda: _references(datasets, sources, site) if named and sources else [],
        ),
        ("nav", lambda: check_nav(site, project)),
        ("permalinks", lambda: check_ids(things)),
    ]
    # What these find hinders no page.
    beside: list[tuple[str, Callable[[], list[Problem]]]] = [
        ("coverage", lambda: check_coverage(site)),
        ("source-talk", lambda: check_source_talk(site)),
        ("reviews", lambda: check_reviews(site, project)),
        ("word-lists", lambda: check_word_lists(project.root)),
        ("guide", lambda: [*guide_problems, *check_guide(site, guide)]),
        (
            "language",
            lambda: check_language(site, {**printed, **guide}, datasets, plain_words),
        ),
        ("permalinks", lambda: check_published(site, permalinks, things if whole else None)),
        ("known-matters", lambda: check_known(site, datasets) if whole else []),
        ("findings", lambda: check_findings(site, datasets) if whole else []),
        (
            "source-addresses",
            lambda: check_addresses(datasets, sources) if named and sources else [],
        ),
        (TYPOGRAPHY, lambda: check_foreign_signs(files)),
        ("materials", lambda: check_materials(site, datasets) if whole else []),
        (
            "citations",
            lambda: (
                check_citations(site, sources, parsed_sources, datasets)
                if named and sources
                else []
            ),
        ),
    ]
    alone = check_pages_alone(site, project) + check_data_alone(files, project)
    found = fork_map(lambda rule: _named(rule[0], rule[1]()), [*checks, *beside])
    harmless = [problem for part in found[len(checks) :] for problem in part]
    # A page that is being written has sections that wait.
    harmless += [problem for problem in alone if problem.rule == "sections"]
    problems = [replace(each, rule=each.rule or "files") for each in problems] + alone
    problems += [problem for part in found for problem in part]
    problems = without_echoes(problems, site)
    # Where something else is wrong with a page, that may be why it is read otherwise.
    rules = {"commonmark", *(rule for rule, _ in beside)}
    faulty = {each.path for each in problems if each.rule not in rules}
    problems = [each for each in problems if each.rule != "commonmark" or each.path not in faulty]
    # What is no text has no language: of a row or file with such a fault only that is told.
    rows = {(each.path, each.line) for each in problems if each.rule not in LANGUAGE}
    unread = {each.path for each in problems if each.rule == "files"}
    problems = [
        each
        for each in problems
        if each.rule not in LANGUAGE
        or ((each.path, each.line) not in rows and each.path not in unread)
    ]
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


def _references(datasets: Datasets, sources: Mapping[str, Source], site: Site) -> list[Problem]:
    return check_references(datasets, set(sources), page_ids(site), site)


def _named(rule: str, problems: list[Problem]) -> list[Problem]:
    return [replace(problem, rule=problem.rule or rule) for problem in problems]


def page_ids(site: Site) -> set[str] | None:
    """The ids of all pages, None if one has no id in either language, or that of another."""
    named = {page.key for page in site.pages if page.id}
    if any(page.key not in named for page in site.pages):
        return None
    for locale in LOCALES:
        ids = [page.id for page in site.of(locale).values() if page.id]
        if len(set(ids)) < len(ids):
            return None
    return {page.id for page in site.pages}


def checked_content(project: Project, *, preview: bool = False) -> Content:
    """The content as it may be built.

    Raises:
        ProblemsFound: with all that is wrong in it, if there is more than slips of language;
            in a preview only when some of it hinders a page.
    """
    content = load_content(project)
    stopping = {each for each in content.problems if each.rule not in LANGUAGE}
    if stopping - content.harmless or (stopping and not preview):
        raise ProblemsFound(told_once(content.site, content.problems))
    return content
