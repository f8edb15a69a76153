"""A page that was deleted or renamed by hand is told of once, and not at each place that names it.

The command that does it whole is the mend: obeyed one by one, the messages at the places would
have an editor link to strangers.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from urllib.parse import unquote

from scripts.checks.links import SPACED
from scripts.common.problems import Problem
from scripts.content.gone_pages import GonePage, gone_pages
from scripts.content.pages import Site

_LINK = re.compile(r'the link "([^"]*)" leads to no (?:page|file)')
_UNCITED = re.compile(
    r'(?:nothing cites the source|does not cite|no page about "[^"]*" cites) "(.+?)"'
)
_NO_TWIN = "the page has no twin"
# How problems begin that name the id of a page which is not there.
_UNKNOWN = ("unknown page", "the pictures show the page", "no page in the other language")
_SHOWN = 3


def told_once(site: Site, problems: Iterable[Problem]) -> list[Problem]:
    """The problems with one for each page that is gone, in the place of all that follow from it.

    Args:
        site: All pages that are there.
        problems: What the checks found.
    """
    problems = _without_spaced_names(list(problems))
    if not any(_may_follow(each) for each in problems):
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
    spaced = [each.what for each in problems if SPACED in each.what]
    return [
        each
        for each in problems
        if each.rule != "file-names"
        or not any(f"/{posixpath.basename(each.path)}" in what for what in spaced)
    ]


def _may_follow(problem: Problem) -> bool:
    what = problem.what
    return bool(_LINK.match(what)) or what.startswith((*_UNKNOWN, "nav names", _NO_TWIN))


def _names(problem: Problem, gone: GonePage) -> bool:
    """Whether a problem is that something names a page which is gone."""
    what = problem.what
    if link := _LINK.match(what):
        _, _, place = problem.path.partition("/")
        code, _, key = place.partition("/")
        target = unquote(link[1].partition("#")[0])
        led_to = posixpath.normpath(posixpath.join(posixpath.dirname(key), target))
        return code in gone.codes and led_to == gone.key
    if what.startswith("nav names "):
        return what.startswith(f'nav names "{gone.key}"')
    if what == _NO_TWIN:
        return problem.path.partition("/")[2].partition("/")[2] == gone.key
    return not gone.now and bool(gone.id) and what.startswith(_UNKNOWN) and f'"{gone.id}"' in what


def _follows(problem: Problem, gone: GonePage, problems: list[Problem]) -> bool:
    """Whether a problem, which does not name the page, goes when the page is back."""
    what, key = problem.what, problem.path.partition("/")[2].partition("/")[2]
    if gone.now:
        inside = key == gone.now and posixpath.dirname(key) != posixpath.dirname(gone.key)
        alone = key == gone.now and what == _NO_TWIN
        return (
            alone
            or what == f'nav lacks the page "{gone.now}"'
            or (inside and bool(_LINK.match(what)))
        )
    cites = _UNCITED.search(what)
    return cites is not None and cites[1] in gone.cited


def _unfinished(gone: GonePage, problems: list[Problem]) -> bool:
    """Whether a name that was committed was given by hand: the menu or a twin did not follow."""
    return any(
        each.what.startswith((f'nav names "{gone.key}"', f'nav lacks the page "{gone.now}"'))
        or (each.what == _NO_TWIN and each.path.endswith((f"/{gone.key}", f"/{gone.now}")))
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
        mend = f"give it this name back, then make move OLD={page} NEW={new} takes all along"
        return Problem(gone.paths[0], 0, what, mend, "links")
    what = f"the page was deleted by hand, and {count} it still ({shown})"
    mend = f"bring it back: git checkout {gone.commit} -- {' '.join(gone.paths)}"
    if gone.key != "index.md":
        mend += f"; make remove PAGE={page} TO=another-page then takes it away whole"
    return Problem(gone.paths[0], 0, what, mend, "links")
