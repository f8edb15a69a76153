"""Runs all checks, without a build."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scripts.checks.all_checks import BLOCKING, NON_BLOCKING, Check
from scripts.checks.consequences import without_consequences
from scripts.checks.frame import check_empty, check_frame
from scripts.checks.gone_pages import merge_gone_pages
from scripts.checks.language import RULES as LANGUAGE
from scripts.checks.local import check_data_texts, check_each_page
from scripts.checks.read import ReadProject, read_project
from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound
from scripts.content.datasets import Datasets
from scripts.content.load import Content
from scripts.content.pages import load_site
from scripts.content.synonyms import SearchWords


def load_content(project: Project) -> Content:
    """Read pages and data and run all checks on them."""
    return _loaded(project, [])


def check_everything(project: Project) -> tuple[Content, list[Problem]]:
    """Run all checks, also those of settings, files and templates (`make check`).

    Returns:
        The content, and what editors are told: without what follows from another problem,
        wherever that stands.
    """
    content = _loaded(project, [*check_frame(project), *check_empty(project)])
    return content, merge_gone_pages(content.site, content.problems)


def _loaded(project: Project, around: Sequence[Problem]) -> Content:
    """The content with its problems and those found `around` it, none a consequence of another.

    All of them at once: a problem that is left out as a consequence explains others nevertheless.
    """
    site = load_site(project.root)
    if not site.pages:
        # Otherwise everything would be reported as missing.
        gone = Problem("docs", 0, "there are no pages", "put the folder back", "files")
        told = without_consequences([gone, *around], site)
        return Content(project, site, {}, Datasets(), {}, SearchWords(), told)
    read = read_project(project, site)
    problems, harmless = _find(read)
    return Content(
        project,
        site,
        read.sources,
        read.datasets,
        read.interface,
        read.search_words,
        without_consequences([*problems, *around], site),
        harmless,
        tuple(read.permalinks),
    )


def checked_content(project: Project, *, preview: bool = False) -> Content:
    """Return the content, if it may be built.

    Raises:
        ProblemsFound: with all problems, if there are any but slips of language; in a preview,
            only if one of them prevents rendering a page.
    """
    content = load_content(project)
    stopping = {each for each in content.problems if each.rule not in LANGUAGE}
    if stopping - content.harmless or (stopping and not preview):
        raise ProblemsFound(merge_gone_pages(content.site, content.problems))
    return content


def _find(read: ReadProject) -> tuple[list[Problem], frozenset[Problem]]:
    """Return all problems with their rule, and those that do not prevent rendering."""
    isolated = check_each_page(read.site, read.project)
    isolated += check_data_texts(read.files, read.project)
    # In one process: what one parses of a page the next need not, and what takes long is kept
    # page by page, or done in parallel where pages have changed (page_cache.py).
    by_check = [_with_rule(check, read) for check in (*BLOCKING, *NON_BLOCKING)]
    harmless = [problem for part in by_check[len(BLOCKING) :] for problem in part]
    # A page that is being written may have empty sections.
    harmless += [problem for problem in isolated if problem.rule == "sections"]
    of_reading = [replace(each, rule=each.rule or "files") for each in read.problems]
    problems = [*of_reading, *isolated, *(problem for part in by_check for problem in part)]
    return problems, frozenset(harmless)


def _with_rule(check: Check, read: ReadProject) -> list[Problem]:
    return [replace(each, rule=each.rule or check.rule) for each in check.problems(read)]
