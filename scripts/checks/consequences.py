"""What is not told, since it follows from a problem that is: the only place that says so.

The checks do not know of each other, so several of them see one slip. A row of `CONSEQUENCES` is
read as: a problem of `effect` is not told where one of `cause` is found, `where` being how near.
Apart from these, gone_pages.py merges all that a page causes that was deleted or renamed by hand:
it asks git, and tells one new problem instead of many.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

from scripts.checks.all_checks import NON_BLOCKING
from scripts.checks.language import RULES as LANGUAGE
from scripts.checks.page_lines import PageLines
from scripts.common.problems import Kind, Problem
from scripts.common.slugs import SLUG
from scripts.content.pages import Site

_Matches = Callable[["_Found"], bool]
_FILE = re.compile(r"[\w./-]+\.\w+")
_NAME = re.compile(r"(?<=#)[\w-]+")
# Characters before the text of a line: indentation, list and quotation markers, pipes.
_MARKERS = " \t-*>|"
# Keys whose values are identifiers: one with a wrong character does not fit its schema either.
_NAMES = frozenset(
    {"id", "url", "record", "page", "pages", "nearest", "sources", "phases", "tools"}
    | {"kind", "class", "type", "number", "reviewed"}
)


@dataclass(frozen=True)
class _Found:
    """A problem that was found, and the page that it stands in (none: not in a page)."""

    problem: Problem
    page: PageLines | None

    @cached_property
    def text(self) -> str:
        """The line that the problem is about."""
        return self.page.text(self.problem.line).lstrip() if self.page else ""

    def lines(self, near: Callable[[PageLines, int], range]) -> Iterable[Hashable]:
        """The places near the problem; its own line, if it does not stand in a page."""
        line = self.problem.line
        numbers = near(self.page, line) if self.page else ()
        return [(self.problem.path, number) for number in {line, *numbers}]

    def anchors(self) -> Iterable[Hashable]:
        """The headings that the problem may name, as path#anchor."""
        text = str(self.problem)
        return [f"{path}#{name}" for path in _FILE.findall(text) for name in _NAME.findall(text)]


@dataclass(frozen=True)
class _Where:
    """How near a cause is: the place that it counts for, and those where an effect looks for it."""

    cause: Callable[[Problem], Hashable]
    effect: Callable[[_Found], Iterable[Hashable]]


def _line(problem: Problem) -> Hashable:
    return (problem.path, problem.line)


_LINE = _Where(_line, lambda found: [_line(found.problem)])
_BLOCK = _Where(_line, lambda found: found.lines(PageLines.block))
_BELOW = _Where(_line, lambda found: found.lines(PageLines.rest))
_IN_FILE = _Where(lambda problem: problem.path, lambda found: [found.problem.path])
_NAMED = _Where(lambda problem: problem.path, lambda found: _FILE.findall(found.problem.mend))
# A changed anchor (`about`: that which each language lacks, as path#anchor), and what names one.
_ANCHOR = _Where(lambda problem: problem.about.partition(" ")[0], lambda found: found.anchors())
_THERE = replace(_ANCHOR, cause=lambda problem: problem.about.partition(" ")[2])
_ANYWHERE = _Where(lambda problem: "", lambda found: [""])
_PICTURE = _Where(
    lambda problem: posixpath.basename(problem.about),
    lambda found: [posixpath.basename(found.problem.path)],
)


@dataclass(frozen=True)
class Consequence:
    """A row of the table; without a `cause`, it is told by a check that runs elsewhere."""

    effect: _Matches
    cause: _Matches | None
    where: _Where = _LINE

    def without(self, problems: Iterable[_Found], causes: Iterable[_Found]) -> list[_Found]:
        """The problems without those that one of `causes` explains."""
        cause, where = self.cause, self.where
        places = {where.cause(each.problem) for each in causes if cause and cause(each)}

        def is_told(found: _Found) -> bool:
            return not self.effect(found) or (
                cause is not None and places.isdisjoint(where.effect(found))
            )

        return [found for found in problems if is_told(found)]


def _rule(*rules: str) -> _Matches:
    return lambda found: found.problem.rule in rules


def _kind(*kinds: Kind) -> _Matches:
    return lambda found: found.problem.kind in kinds


def _not(matches: _Matches) -> _Matches:
    return lambda found: not matches(found)


def _both(one: _Matches, other: _Matches) -> _Matches:
    return lambda found: one(found) and other(found)


def _statement(matches: Callable[[str], bool] = lambda line: True) -> _Matches:
    """A statement without a source, in a line with such text."""
    return lambda found: found.problem.rule == "coverage" and matches(found.text)


# What names a heading; data/permalinks.yml is checked as it is read ("files").
_NAMING = _rule("links", "page-types", "files")
# The order of the rows does not matter: a cause explains its effects if it is one itself, too.
CONSEQUENCES: tuple[Consequence, ...] = (
    # It is unknown which side of a merge conflict will stay.
    Consequence(_not(_kind(Kind.MERGE)), _kind(Kind.MERGE), _IN_FILE),
    Consequence(_not(_kind(Kind.MERGE)), _kind(Kind.MERGE), _NAMED),
    # A page under an invalid file name (docs_files.py) has no translation and no nav entry yet.
    Consequence(
        _both(
            _kind(Kind.NO_TRANSLATION, Kind.NAV_LACKS),
            lambda found: not SLUG.fullmatch(PurePosixPath(found.problem.about).stem),
        ),
        None,
    ),
    # The name of a file is told at the picture that uses it.
    Consequence(_rule("file-names"), _kind(Kind.SPACED), _PICTURE),
    # If a link target breaks off at a space, the rest looks like a bare address.
    Consequence(_kind(Kind.BARE), _kind(Kind.SPACED)),
    Consequence(_rule("characters"), _kind(Kind.SPACED)),
    # Word's hyphen looks like that of the keyboard, so what is told of the character helps more.
    Consequence(
        _both(_kind(Kind.MISFIT), lambda found: found.problem.about in _NAMES), _rule("letters")
    ),
    Consequence(
        _both(_kind(Kind.MALFORMED), lambda found: not found.problem.about.isascii()),
        _rule("letters"),
    ),
    Consequence(_rule("letters"), _rule("characters")),
    # A form without anything lacks its blanks.
    Consequence(_rule("sections"), _rule("forms")),
    # A value that does not fit its schema cannot be judged yet.
    Consequence(_rule("citation-places", "facts"), _kind(Kind.MISFIT)),
    Consequence(
        _both(_rule("facts"), lambda found: found.problem.path.startswith("data/")),
        _rule("files"),
    ),
    # A URL used as an id is told together with the right id.
    Consequence(_both(_rule("files"), _kind(Kind.MISFIT)), _kind(Kind.ADDRESS)),
    # An unknown phase has no tools; a misspelt tool id is a fault of its own.
    Consequence(_kind(Kind.NO_TOOL), _kind(Kind.UNKNOWN_PHASE), _ANYWHERE),
    # What is parsed as a statement will be none, or another, once its line is fixed.
    Consequence(_statement(), _rule("layout", "lists", "characters")),
    Consequence(_statement(), _kind(Kind.SPACED), _BELOW),
    Consequence(
        _statement(), _both(_rule("lists"), lambda found: found.text[:1].isdigit()), _BELOW
    ),
    # What names a heading by an anchor that one language alone has changed.
    Consequence(_NAMING, _kind(Kind.OTHER_ANCHOR), _ANCHOR),
    Consequence(_NAMING, _kind(Kind.OTHER_ANCHOR), _THERE),
    # A footnote or round brackets: the fix for either is a citation.
    Consequence(_statement(lambda line: "[^" in line), None),
    Consequence(_statement(lambda line: "(@" in line), _rule("citations")),
    # The other faults of a picture come first, its source afterwards.
    Consequence(
        _statement(lambda line: line.lstrip(_MARKERS).startswith("![")), _not(_rule("coverage"))
    ),
)

_LIGHT = _rule("commonmark", *(check.rule for check in NON_BLOCKING))
_WORDS = _rule(*LANGUAGE)

# What is set aside where something weightier is told (not: where it is a consequence itself).
SET_ASIDE: tuple[Consequence, ...] = (
    # Any other fault of a paragraph may be the cause of differences from CommonMark in it.
    Consequence(_rule("commonmark"), _not(_LIGHT), _BLOCK),
    # Words are judged in lines and files that are otherwise in order.
    Consequence(_WORDS, _not(_WORDS)),
    Consequence(_WORDS, _rule("files"), _IN_FILE),
)


def without_consequences(problems: Iterable[Problem], site: Site) -> list[Problem]:
    """Return the problems without those that follow from another one.

    Args:
        problems: All problems found, each with its rule.
        site: The pages, whose lines show what a problem is about.
    """
    problems = list(problems)
    named = {problem.path for problem in problems}
    pages = {
        page.path: PageLines(page.body, page.body_line) for page in site.pages if page.path in named
    }
    everything = [_Found(problem, pages.get(problem.path)) for problem in problems]
    told = everything
    for row in CONSEQUENCES:
        told = row.without(told, everything)
    for row in SET_ASIDE:
        told = row.without(told, told)
    return [found.problem for found in told]
