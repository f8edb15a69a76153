"""Every phase says what each role does: the role sheets are made from it."""

from __future__ import annotations

import itertools

from scripts.common.problems import Problem, did_you_mean
from scripts.content.markdown import Heading, headings
from scripts.content.page_types import ROLES
from scripts.content.pages import Site, SourcePage

SECTION = "who-does-what"


def check_roles(site: Site) -> list[Problem]:
    """Phase pages with a role that is unknown, or without one that must be there."""
    return [problem for page in site.pages if page.kind == "phase" for problem in _page(page)]


def _page(page: SourcePage) -> list[Problem]:
    problems = []
    named = _roles(page)
    for heading in named:
        if heading.anchor not in ROLES:
            what = f'unknown role "{heading.anchor}"'
            mend = did_you_mean(heading.anchor, ROLES) or f"use one of {', '.join(ROLES)}"
            problems.append(Problem(page.path, heading.line, what, mend))
    missing = [role for role in ROLES if role not in {heading.anchor for heading in named}]
    # A misspelt one has been told of; that it is missing too would be noise.
    if named and missing and not problems:
        what = f"the section {{ #{SECTION} }} does not say what {_listed(missing)} does"
        mend = "add a heading ### … with that anchor, and what the role does, brings and decides"
        problems.append(Problem(page.path, named[0].line, what, mend))
    return problems


def _roles(page: SourcePage) -> list[Heading]:
    """The headings below the one of the section, as far as the next of its level."""
    found = headings(page.body, page.body_line)
    at = next((at for at, each in enumerate(found) if each.anchor == SECTION), len(found))
    below = itertools.takewhile(lambda each: each.level > 2, found[at + 1 :])
    return [heading for heading in below if heading.level == 3 and heading.anchor]


def _listed(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
