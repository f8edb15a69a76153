"""Checks pages in one language only: they say why, and where readers of the other should go."""

from __future__ import annotations

from scripts.common.problems import Kind, Problem
from scripts.content.near_pages import near_id
from scripts.content.pages import Site, SourcePage
from scripts.language.locales import other


def check_one_language(site: Site) -> list[Problem]:
    """Report faults of `only` and `nearest` in front matter."""
    return [problem for page in site.pages for problem in _faults(page, site)]


def _faults(page: SourcePage, site: Site) -> list[Problem]:
    theirs = other(page.locale)
    if "only" not in page.meta:
        if "nearest" not in page.meta:
            return []
        fix = "take it away, or say with the key only why the page is in one language"
        return [
            _problem(
                page, "nearest", "the page is in both languages, and needs no nearest page", fix
            )
        ]
    if not page.only:
        return []  # its form is wrong, which the schema reports
    problems = []
    if counterpart := site.of(theirs).get(page.key):
        what = f"the page says that it is in one language alone, but {counterpart.path} is there"
        problems.append(_problem(page, "only", what, "take the key away, or that page"))
    known, nearest = site.by_id(theirs), page.text("nearest")
    if "nearest" not in page.meta:
        what = "nothing says where readers of the other language go"
        fix = "add the key nearest, with the id of a page in the other language"
        problems.append(_problem(page, "only", what, fix))
    elif nearest and nearest not in known:
        fix = near_id(nearest, known) or f"name the id of a page in docs/{theirs.code}"
        what = f'no page in the other language has the id "{nearest}"'
        problems.append(_problem(page, "nearest", what, fix, nearest))
    return problems


def _problem(page: SourcePage, key: str, what: str, fix: str, unknown: str = "") -> Problem:
    kind = Kind.UNKNOWN_PAGE if unknown else None
    line = page.front_matter.line((key,))
    return Problem(page.path, line, what, fix, kind=kind, about=unknown)
