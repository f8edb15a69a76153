"""Merges the problems caused by a page that was deleted or renamed by hand into one.

The remedy is the command that moves or removes a page properly: fixing the references one by
one would leave links to unrelated pages.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from urllib.parse import unquote

from scripts.common.problems import Kind, Problem
from scripts.content.gone_pages import GonePage, gone_pages
from scripts.content.pages import Site

# Problems that say a missing page is referred to.
_REFERENCES = frozenset(
    {Kind.NO_TARGET, Kind.UNKNOWN_PAGE, Kind.NAV_NAMES, Kind.NO_TRANSLATION, Kind.NO_FRONT}
)
_SHOWN = 3
_FRONT_PAGE = "index.md"


def merge_gone_pages(site: Site, problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems, with a single one for each missing page instead of all that it causes.

    Args:
        site: All existing pages.
        problems: What the checks found.
    """
    problems = list(problems)
    if not any(each.kind in _REFERENCES for each in problems):
        return problems
    for gone in gone_pages(site):
        references = [each for each in problems if _refers_to(each, gone)]
        if not references or (
            gone.now and gone.commit != "HEAD" and not _unfinished(gone, problems)
        ):
            # Nothing refers to it, or it was moved earlier and the error is unrelated.
            continue
        problems = [
            each
            for each in problems
            if each not in references and not _is_caused_by(each, gone, problems)
        ]
        problems.append(_merged(gone, references))
    return problems


def _refers_to(problem: Problem, gone: GonePage) -> bool:
    """Whether a problem reports a reference to the missing page."""
    if problem.kind is Kind.NO_TARGET:
        _, _, place = problem.path.partition("/")
        code, _, key = place.partition("/")
        target = unquote(problem.about.partition("#")[0])
        resolved = posixpath.normpath(posixpath.join(posixpath.dirname(key), target))
        return code in gone.codes and resolved == gone.key
    if problem.kind in {Kind.NAV_NAMES, Kind.NO_TRANSLATION, Kind.NO_FRONT}:
        return problem.about == gone.key
    named_by_id = problem.kind is Kind.UNKNOWN_PAGE and not gone.now and bool(gone.id)
    return named_by_id and problem.about == gone.id


def _is_caused_by(problem: Problem, gone: GonePage, problems: list[Problem]) -> bool:
    """Whether another problem would disappear if the page were restored."""
    if not gone.now:
        return problem.kind is Kind.UNCITED and problem.about in gone.cited
    key = problem.path.partition("/")[2].partition("/")[2]
    inside = key == gone.now and posixpath.dirname(key) != posixpath.dirname(gone.key)
    if problem.kind in {Kind.NO_TRANSLATION, Kind.NAV_LACKS}:
        return problem.about == gone.now
    return inside and problem.kind is Kind.NO_TARGET


def _unfinished(gone: GonePage, problems: list[Problem]) -> bool:
    """Whether a committed rename was done by hand: the nav or the translation did not follow."""
    return any(
        (each.kind, each.about)
        in {
            (Kind.NAV_NAMES, gone.key),
            (Kind.NAV_LACKS, gone.now),
            (Kind.NO_TRANSLATION, gone.key),
            (Kind.NO_TRANSLATION, gone.now),
            (Kind.NO_FRONT, gone.key),
        }
        for each in problems
    )


def _merged(gone: GonePage, references: list[Problem]) -> Problem:
    page = gone.key.removesuffix(".md").removesuffix("/index")
    places = sorted({f"{each.path}:{each.line}" if each.line else each.path for each in references})
    shown = ", ".join(places[:_SHOWN]) + (" …" if len(places) > _SHOWN else "")
    count = f"{len(places)} places name" if len(places) > 1 else "a place names"
    if gone.now:
        new = gone.now.removesuffix(".md").removesuffix("/index")
        what = f"the page was renamed by hand ({gone.now}), and {count} it as it was ({shown})"
        fix = "give it this name back"
        if gone.key != _FRONT_PAGE:
            fix += f", then make move OLD={page} NEW={new} takes all along"
        return Problem(gone.paths[0], 0, what, fix, "links")
    what = f"the page was deleted by hand, and {count} it still ({shown})"
    fix = f"bring it back: git checkout {gone.commit} -- {' '.join(gone.paths)}"
    if gone.key != _FRONT_PAGE:
        fix += f"; make remove PAGE={page} TO=another-page then takes it away whole"
    return Problem(gone.paths[0], 0, what, fix, "links")
