"""What is not told, since it follows from a problem that is: the only place that says so.

The checks do not know of each other, so several of them see one slip. A row of `CONSEQUENCES` is
read as: a problem of `effect` is not told where one of `cause` is found, `where` being how near.
Apart from these, gone_pages.py merges all that a page causes that was deleted or renamed by hand:
it asks git, and tells one new problem instead of many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from scripts.checks.all_checks import NON_BLOCKING
from scripts.checks.language import RULES as LANGUAGE
from scripts.checks.nearness import (
    ANCHOR,
    ANYWHERE,
    BELOW,
    BLOCK,
    IN_FILE,
    LINE,
    NAMED,
    PICTURE,
    THERE,
    Found,
    Where,
)
from scripts.checks.page_lines import PageLines
from scripts.common.problems import Kind, Problem
from scripts.common.slugs import SLUG
from scripts.content.pages import Site

_Matches = Callable[["Found"], bool]
# Characters before the text of a line: indentation, list and quotation markers, pipes.
_MARKERS = " \t-*>|"
# Keys whose values are identifiers: one with a wrong character does not fit its schema either.
_NAMES = frozenset(
    {"id", "url", "record", "page", "pages", "nearest", "sources", "phases", "tools"}
    | {"kind", "class", "type", "number", "reviewed"}
)


@dataclass(frozen=True)
class Consequence:
    """A row of the table; without a `cause`, it is told by a check that runs elsewhere."""

    effect: _Matches
    cause: _Matches | None
    where: Where = LINE

    def without(self, problems: Iterable[Found], causes: Iterable[Found]) -> list[Found]:
        """The problems without those that one of `causes` explains."""
        cause, where = self.cause, self.where
        places = {where.cause(each.problem) for each in causes if cause and cause(each)}

        def is_told(found: Found) -> bool:
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
    Consequence(_not(_kind(Kind.MERGE)), _kind(Kind.MERGE), IN_FILE),
    Consequence(_not(_kind(Kind.MERGE)), _kind(Kind.MERGE), NAMED),
    # A page under an invalid file name (docs_files.py) has no translation and no nav entry yet.
    Consequence(
        _both(
            _kind(Kind.NO_TRANSLATION, Kind.NAV_LACKS),
            lambda found: not SLUG.fullmatch(PurePosixPath(found.problem.about).stem),
        ),
        None,
    ),
    # The name of a file is told at the picture that uses it.
    Consequence(_rule("file-names"), _kind(Kind.SPACED), PICTURE),
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
    # What the type of a page asks for, where it is the wrong one.
    Consequence(_rule("page-types"), _kind(Kind.OTHER_TYPE), IN_FILE),
    Consequence(_kind(Kind.UNFIT_ID), _kind(Kind.OTHER_TYPE), IN_FILE),
    # A URL used as an id is told together with the right id.
    Consequence(_both(_rule("files"), _kind(Kind.MISFIT)), _kind(Kind.ADDRESS)),
    # An unknown phase has no tools; a misspelt tool id is a fault of its own.
    Consequence(_kind(Kind.NO_TOOL), _kind(Kind.UNKNOWN_PHASE), ANYWHERE),
    # What is parsed as a statement will be none, or another, once its line is fixed.
    Consequence(_statement(), _rule("layout", "lists", "characters")),
    Consequence(_statement(), _kind(Kind.SPACED), BELOW),
    Consequence(_statement(), _both(_rule("lists"), lambda found: found.text[:1].isdigit()), BELOW),
    # What names a heading by an anchor that one language alone has changed.
    Consequence(_NAMING, _kind(Kind.OTHER_ANCHOR), ANCHOR),
    Consequence(_NAMING, _kind(Kind.OTHER_ANCHOR), THERE),
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
    Consequence(_rule("commonmark"), _not(_LIGHT), BLOCK),
    # Words are judged in lines and files that are otherwise in order.
    Consequence(_WORDS, _not(_WORDS)),
    Consequence(_WORDS, _rule("files"), IN_FILE),
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
    everything = [Found(problem, pages.get(problem.path)) for problem in problems]
    told = everything
    for row in CONSEQUENCES:
        told = row.without(told, everything)
    for row in SET_ASIDE:
        told = row.without(told, told)
    return [found.problem for found in told]
