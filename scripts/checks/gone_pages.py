"""A page that was deleted or renamed by hand is told of once, and not at each place that names it.

The command that does it whole is the mend: obeyed one by one, the messages at the places would
have an editor link to strangers.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from urllib.parse import unquote

from scripts.common.problems import Kind, Problem
from scripts.content.gone_pages import GonePage, gone_pages
from scripts.content.pages import Site

# That something names a page which is not there.
_NAMING = frozenset(
    {Kind.NO_TARGET, Kind.UNKNOWN_PAGE, Kind.NAV_NAMES, Kind.NO_TRANSLATION, Kind.NO_FRONT}
)
_SHOWN = 3
_FRONT = "index.md"


def told_once(site: Site, problems: Iterable[Problem]) -> list[Problem]:
    """The problems with one for each page that is gone, in the place of all that follow from it.

    Args:
        site: All pages that are there.
        problems: What the checks found.
    """
    problems = _without_spaced_names(list(problems))
    if not any(each.kind in _NAMING for each in problems):
        return problems
    for gone in gone_pages(site):
        named = [each for each in problems if _names(each, gone)]
        if not named or (gone.now and gone.commit != "HEAD" and not _unfinished(gone, problems)):
            # Nothing speaks of it, or it was moved long ago, and the slip is another.
            continue
        problems = [
            each for each in problems if each not in named and not _follows(each, gone, problems)
        ]
        problems.append(_told(gone, named))
    return problems


def _without_spaced_names(problems: list[Problem]) -> list[Problem]:
    """Less those of files whose name is told where a page shows them, with the same mend."""
    spaced = [each.about for each in problems if each.kind is Kind.SPACED]
    return [
        each
        for each in problems
        if each.rule != "file-names"
        or posixpath.basename(each.path) not in map(posixpath.basename, spaced)
    ]


def _names(problem: Problem, gone: GonePage) -> bool:
    """Whether a problem is that something names a page which is gone."""
    if problem.kind is Kind.NO_TARGET:
        _, _, place = problem.path.partition("/")
        code, _, key = place.partition("/")
        target = unquote(problem.about.partition("#")[0])
        led_to = posixpath.normpath(posixpath.join(posixpath.dirname(key), target))
        return code in gone.codes and led_to == gone.key
    if problem.kind in {Kind.NAV_NAMES, Kind.NO_TRANSLATION, Kind.NO_FRONT}:
        return problem.about == gone.key
    named_by_id = problem.kind is Kind.UNKNOWN_PAGE and not gone.now and bool(gone.id)
    return named_by_id and problem.about == gone.id


def _follows(problem: Problem, gone: GonePage, problems: list[Problem]) -> bool:
    """Whether a problem, which does not name the page, goes when the page is back."""
    if not gone.now:
        return problem.kind is Kind.UNCITED and problem.about in gone.cited
    key = problem.path.partition("/")[2].partition("/")[2]
    inside = key == gone.now and posixpath.dirname(key) != posixpath.dirname(gone.key)
    if problem.kind in {Kind.NO_TRANSLATION, Kind.NAV_LACKS}:
        return problem.about == gone.now
    return inside and problem.kind is Kind.NO_TARGET


def _unfinished(gone: GonePage, problems: list[Problem]) -> bool:
    """Whether a name that was committed was given by hand: the menu or a twin did not follow."""
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


def _told(gone: GonePage, named: list[Problem]) -> Problem:
    page = gone.key.removesuffix(".md").removesuffix("/index")
    places = sorted({f"{each.path}:{each.line}" if each.line else each.path for each in named})
    shown = ", ".join(places[:_SHOWN]) + (" …" if len(places) > _SHOWN else "")
    count = f"{len(places)} places name" if len(places) > 1 else "a place names"
    if gone.now:
        new = gone.now.removesuffix(".md").removesuffix("/index")
        what = f"the page was renamed by hand ({gone.now}), and {count} it as it was ({shown})"
        mend = "give it this name back"
        if gone.key != _FRONT:
            mend += f", then make move OLD={page} NEW={new} takes all along"
        return Problem(gone.paths[0], 0, what, mend, "links")
    what = f"the page was deleted by hand, and {count} it still ({shown})"
    mend = f"bring it back: git checkout {gone.commit} -- {' '.join(gone.paths)}"
    if gone.key != _FRONT:
        mend += f"; make remove PAGE={page} TO=another-page then takes it away whole"
    return Problem(gone.paths[0], 0, what, mend, "links")
