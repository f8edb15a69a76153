"""Checks of everything around the pages, before each build: settings, files, templates, styles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from scripts.checks.config import check_config
from scripts.checks.docs_files import check_docs_files
from scripts.checks.templates import check_templates
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.content.datasets import DATASETS
from scripts.language.messages import load_entries

# In bytes: a longer file cannot be empty, and is not read.
_LONGEST_EMPTY = 1000


def check_frame(project: Project) -> list[Problem]:
    """Check the settings, the files in docs/ and the templates, but not pages and data."""
    entries, unreadable = load_entries(project)
    checks: tuple[tuple[str, Callable[[], list[Problem]]], ...] = (
        ("config", lambda: check_config(project)),
        ("file-names", lambda: check_docs_files(project)),
        (
            "templates",
            lambda: check_templates(
                project, {} if unreadable or not isinstance(entries, dict) else entries
            ),
        ),
    )
    return [replace(problem, rule=rule) for rule, check in checks for problem in check()]


def check_empty(project: Project) -> list[Problem]:
    """Report empty data files; the site could be built, but would lack what they list."""
    problems = []
    for file in (*(each.name for each in DATASETS), "interface"):
        path = project.data / f"{file}.yml"
        if not path.is_file() or path.stat().st_size > _LONGEST_EMPTY:
            continue
        if path.read_bytes().strip() in {b"[]", b"{}"}:
            fix = "put back what stood there"
            problems.append(Problem(f"data/{file}.yml", 1, "nothing stands in it", fix, "records"))
    return problems
