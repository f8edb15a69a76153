"""Finds empty sections: headings without text below them, and pages without a lead."""

from __future__ import annotations

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.content.markdown import Section, headings, mask_code, sections
from scripts.content.pages import Site, SourcePage

# This one-page handout starts with its first section and has no lead.
ONE_PAGE = "method-one-page"


def check_empty_sections(site: Site) -> list[Problem]:
    """Report headings without text and pages without a lead."""
    return [problem for page in site.pages if page.readable for problem in _page(page)]


def _page(page: SourcePage) -> list[Problem]:
    all_sections = sections(page.body, page.body_line)
    if not page.meta or len(all_sections) == 1:
        # A page without any heading is reported by the rules of its page type.
        return []
    problems = []
    lead, *others = all_sections
    if not _says_something(lead) and page.kind not in {"", "home"} and page.id != ONE_PAGE:
        what = "the page begins without a lead"
        fix = "write a sentence or two before the first heading"
        problems.append(Problem(page.path, page.body_line, what, fix))
    all_headings = headings(page.body, page.body_line)
    for index, section in enumerate(others):
        following = all_headings[index + 1] if index + 1 < len(all_headings) else None
        # Headings without an anchor (text that is parsed as one) and those of level 1 are reported
        # by headings.py.
        has_subsections = following is not None and (
            following.level > all_headings[index].level
            or following.level == 1
            or not following.anchor
        )
        if not has_subsections and not _says_something(section) and section.anchor:
            what = f"nothing stands below the heading #{section.anchor}"
            fix = "write its text, or what is not known"
            if section.anchor not in _needed(page):
                fix += ", or take the heading away"
            problems.append(Problem(page.path, section.line, what, fix))
    return problems


def _needed(page: SourcePage) -> set[str]:
    """The headings that every page of this type must have (data/shapes.yml)."""
    shapes, unreadable, faulty = load_data(Project(page.root), "shapes")
    if unreadable or faulty:
        return set()
    return {each["id"] for each in shapes.data.get(page.kind, ()) if not each.get("may_lack")}


def _says_something(section: Section) -> bool:
    return bool(mask_code(section.text).strip() or section.text.count("`") > 1)
