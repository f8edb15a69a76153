"""Sections that say nothing: a heading with no text below it, and a page without its lead."""

from __future__ import annotations

from scripts.common.problems import Problem
from scripts.content.markdown import Section, headings, mask_code, sections
from scripts.content.pages import Site, SourcePage

# A sheet to print begins with its first section.
ONE_PAGE = "method-one-page"


def check_sections(site: Site) -> list[Problem]:
    """Headings and leads of all pages that lack their text."""
    return [problem for page in site.pages if page.readable for problem in _page(page)]


def _page(page: SourcePage) -> list[Problem]:
    found = sections(page.body, page.body_line)
    if not page.meta or len(found) == 1:
        # A page without any heading is told of by the rules of its type.
        return []
    problems = []
    lead, *others = found
    if not _says_something(lead) and page.kind not in {"", "home"} and page.id != ONE_PAGE:
        what = "the page begins without a lead"
        mend = "write a sentence or two before the first heading"
        problems.append(Problem(page.path, page.body_line, what, mend))
    cuts = headings(page.body, page.body_line)
    for at, section in enumerate(others):
        after = cuts[at + 1] if at + 1 < len(cuts) else None
        # What is no heading by its anchor is text that is read as one, and one # is no heading of
        # a page: both are told.
        below = after is not None and (
            after.level > cuts[at].level or after.level == 1 or not after.anchor
        )
        if not below and not _says_something(section) and section.anchor:
            what = f"nothing stands below the heading #{section.anchor}"
            mend = "write its text, or what is not known, or take the heading away"
            problems.append(Problem(page.path, section.line, what, mend))
    return problems


def _says_something(section: Section) -> bool:
    return bool(mask_code(section.text).strip() or section.text.count("`") > 1)
