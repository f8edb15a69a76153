"""Checks that every phase describes each role: the role sheets are generated from that."""

from __future__ import annotations

import itertools

from scripts.common.problems import Problem, did_you_mean
from scripts.content.markdown import Heading, headings
from scripts.content.page_types import ROLES
from scripts.content.pages import Site, SourcePage

SECTION = "who-does-what"


def check_roles(site: Site) -> list[Problem]:
    """Report phase pages with an unknown role, or without a required one."""
    return [problem for page in site.pages if page.kind == "phase" for problem in _page(page)]


def _page(page: SourcePage) -> list[Problem]:
    problems = []
    role_headings = _roles(page)
    for heading in role_headings:
        if heading.anchor not in ROLES:
            what = f'unknown role "{heading.anchor}"'
            fix = did_you_mean(heading.anchor, ROLES) or f"use one of: {', '.join(ROLES)}"
            problems.append(Problem(page.path, heading.line, what, fix))
    missing = [role for role in ROLES if role not in {heading.anchor for heading in role_headings}]
    # A misspelt role is reported already; that it is missing too would be noise.
    if role_headings and missing and not problems:
        what = f"the section {{ #{SECTION} }} does not say what {_listed(missing)} does"
        fix = "add a heading ### … with that anchor, and what the role does, brings and decides"
        problems.append(Problem(page.path, role_headings[0].line, what, fix))
    return problems


def _roles(page: SourcePage) -> list[Heading]:
    """Return the level-3 headings within the section on roles."""
    all_headings = headings(page.body, page.body_line)
    index = next(
        (index for index, each in enumerate(all_headings) if each.anchor == SECTION),
        len(all_headings),
    )
    below = itertools.takewhile(lambda each: each.level > 2, all_headings[index + 1 :])
    return [heading for heading in below if heading.level == 3 and heading.anchor]


def _listed(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
