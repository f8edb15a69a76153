"""What pages stand in: settings, files in docs/, templates, styles. Checked before each build."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from scripts.checks.config import check_config
from scripts.checks.docs_files import check_files
from scripts.checks.templates import check_templates
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.content.datasets import DATASETS
from scripts.language.messages import load_entries


def check_frame(project: Project) -> list[Problem]:
    """Everything but what stands in pages and data."""
    entries, unreadable = load_entries(project)
    checks: tuple[tuple[str, Callable[[], list[Problem]]], ...] = (
        ("config", lambda: check_config(project)),
        ("file-names", lambda: check_files(project)),
        (
            "templates",
            lambda: check_templates(
                project, {} if unreadable or not isinstance(entries, dict) else entries
            ),
        ),
    )
    return [replace(problem, rule=rule) for rule, check in checks for problem in check()]


def check_empty(project: Project) -> list[Problem]:
    """Lists of records that are there and empty; a site could be built, and would show nothing."""
    problems = []
    for each in DATASETS:
        path = project.data / f"{each.name}.yml"
        if path.is_file() and path.stat().st_size < 1000 and path.read_bytes().strip() == b"[]":
            name = f"data/{each.name}.yml"
            mend = "put back what stood there"
            problems.append(Problem(name, 1, "the list is empty", mend, "records"))
    return problems
