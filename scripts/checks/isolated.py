"""The checks that look at a single page or data file in isolation, and their order.

local.py imports them when a page or data file has changed, and keeps what they find.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from scripts.checks.agendas import check_agenda
from scripts.checks.commonmark import check_same_structure
from scripts.checks.data_lists import check_data_lists
from scripts.checks.empty_sections import check_empty_sections
from scripts.checks.forms import check_forms
from scripts.checks.images import check_pictures
from scripts.checks.invisible_characters import check_characters
from scripts.checks.layout import check_layout
from scripts.checks.lists import check_lists
from scripts.checks.raw_html import check_html
from scripts.checks.roles import check_roles
from scripts.checks.unknown_syntax import check_syntax
from scripts.common.problems import Kind, Problem
from scripts.common.yaml_lines import YamlText
from scripts.content.markdown import line_at
from scripts.content.pages import Site, SourcePage

_BEGINS = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
_CONFLICT = re.compile(
    r"^<{7}(?: .*)?$(?:\n(?!={7}$).*)*\n={7}$(?:\n(?!>{7}).*)*\n>{7}", re.MULTILINE
)
# Each rule with the check that enforces it.
PAGE_CHECKS: tuple[tuple[str, Callable[[Site], list[Problem]]], ...] = (
    ("lists", check_lists),
    ("layout", check_layout),
    ("agendas", check_agenda),
    ("forms", check_forms),
    ("roles", check_roles),
    ("pictures", check_pictures),
    ("characters", lambda site: check_characters(site, {})),
    ("syntax", lambda site: check_syntax(site, {})),
    ("html", check_html),
    ("sections", check_empty_sections),
)
DATA_CHECKS: tuple[tuple[str, Callable[[Site, Mapping[str, YamlText]], list[Problem]]], ...] = (
    ("characters", check_characters),
    ("syntax", check_syntax),
    ("syntax", check_data_lists),
)


def check_page(page: SourcePage) -> list[Problem]:
    """Check one page; `without_consequences` drops those that follow from others."""
    if conflicts := _merge_conflicts(page):
        return conflicts  # Nothing else would be told of the page.
    site = Site(page.root, [page])
    problems = [
        replace(problem, rule=rule) for rule, check in PAGE_CHECKS for problem in check(site)
    ]
    differences = check_same_structure(page, {problem.line for problem in problems})
    return [*problems, *(replace(each, rule="commonmark") for each in differences)]


def _merge_conflicts(page: SourcePage) -> list[Problem]:
    if not _CONFLICT.search(page.body):
        return []
    return [
        Problem(
            page.path,
            line_at(page.body, match.start(), page.body_line),
            f'"{match.group()}" is left of a merge',
            "keep one of the two texts, and take the three rows of signs away",
            "syntax",
            Kind.MERGE,
        )
        for match in _BEGINS.finditer(page.body)
    ]


def check_data(files: Mapping[str, YamlText], nothing: Site) -> list[Problem]:
    """Check the texts of the data files; `nothing` is a site without pages."""
    return [
        replace(problem, rule=rule)
        for rule, check in DATA_CHECKS
        for problem in check(nothing, files)
    ]
