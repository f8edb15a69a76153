"""All checks of what editors write, in one run and without a build."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from scripts.checks.all_checks import HARMLESS, HINDERING, Check
from scripts.checks.echoes import without_echoes
from scripts.checks.gone_pages import told_once
from scripts.checks.language import RULES as LANGUAGE
from scripts.checks.local import check_data_alone, check_pages_alone
from scripts.checks.read import ReadProject, read_project
from scripts.common.fork_map import fork_map
from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound
from scripts.content.datasets import Datasets
from scripts.content.load import Content
from scripts.content.pages import load_site
from scripts.content.synonyms import SearchWords


def load_content(project: Project) -> Content:
    """Read pages and data and find every problem in them."""
    site = load_site(project.root)
    if not site.pages:
        # Everything would be called missing for it.
        gone = Problem("docs", 0, "there are no pages", "put the folder back", "files")
        empty = Datasets()
        return Content(project, site, {}, empty, {}, SearchWords(), [gone])
    read = read_project(project, site)
    problems, harmless = _find(read)
    return Content(
        project,
        site,
        read.sources,
        read.datasets,
        read.interface,
        read.search_words,
        _worth_telling(without_echoes(problems, site)),
        harmless,
        tuple(read.permalinks),
    )


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


def _find(read: ReadProject) -> tuple[list[Problem], frozenset[Problem]]:
    """Every problem with its rule, and those of them that hinder no page."""
    alone = check_pages_alone(read.site, read.project)
    alone += check_data_alone(read.files, read.project)
    # No check depends on what another found: they run side by side.
    found = fork_map(lambda check: _ruled(check, read), [*HINDERING, *HARMLESS])
    harmless = [problem for part in found[len(HINDERING) :] for problem in part]
    # A page that is being written has sections that wait.
    harmless += [problem for problem in alone if problem.rule == "sections"]
    of_reading = [replace(each, rule=each.rule or "files") for each in read.problems]
    problems = [*of_reading, *alone, *(problem for part in found for problem in part)]
    return problems, frozenset(harmless)


def _ruled(check: Check, read: ReadProject) -> list[Problem]:
    return [replace(each, rule=each.rule or check.rule) for each in check.problems(read)]


def _worth_telling(problems: Iterable[Problem]) -> list[Problem]:
    """The problems without those that a worse one on the same page or row may explain."""
    problems = list(problems)
    # Where something else is wrong with a page, that may be why it is read otherwise.
    beside = {"commonmark", *(check.rule for check in HARMLESS)}
    faulty = {each.path for each in problems if each.rule not in beside}
    problems = [each for each in problems if each.rule != "commonmark" or each.path not in faulty]
    # What is no text has no language: of a row or file with such a fault only that is told.
    rows = {(each.path, each.line) for each in problems if each.rule not in LANGUAGE}
    unread = {each.path for each in problems if each.rule == "files"}
    return [
        each
        for each in problems
        if each.rule not in LANGUAGE
        or ((each.path, each.line) not in rows and each.path not in unread)
    ]
