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

# In bytes: a longer file holds something, and need not be read for this.
_LONGEST_EMPTY = 1000


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
    """Files of data that are there and empty; a site could be built, and would show nothing."""
    problems = []
    for file in (*(each.name for each in DATASETS), "interface"):
        path = project.data / f"{file}.yml"
        if not path.is_file() or path.stat().st_size > _LONGEST_EMPTY:
            continue
        if path.read_bytes().strip() in {b"[]", b"{}"}:
            mend = "put back what stood there"
            problems.append(Problem(f"data/{file}.yml", 1, "nothing stands in it", mend, "records"))
    return problems
