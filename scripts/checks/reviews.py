"""Checks the review dates of pages, and data/desk.yml."""

from __future__ import annotations

from datetime import date

from scripts.checks.facts import date_fault
from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.content.pages import Site


def check_reviews(site: Site, project: Project, today: date | None = None) -> list[Problem]:
    """Report impossible or future dates of `reviewed`, and faults of data/desk.yml."""
    _, unreadable, faulty = load_data(project, "desk")
    problems = [*unreadable, *faulty]
    for page in site.pages:
        if fault := date_fault(page.text("reviewed"), today or date.today()):
            line = page.front_matter.line(("reviewed",))
            problems.append(Problem(page.path, line, f"reviewed: {fault[0]}", fault[1]))
    return problems
