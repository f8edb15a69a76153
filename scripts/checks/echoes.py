"""Drops problems that are mere consequences of others, so that each slip is reported only once.

The checks that find them do not know of each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile
from pathlib import PurePosixPath

from scripts.common.problems import Kind, Problem
from scripts.common.slugs import SLUG
from scripts.content.pages import Site

# A line that one of these rules reports is not parsed as a statement yet.
_NO_TEXT = frozenset({"layout", "lists", "characters"})
_OF_NAME = frozenset({Kind.NO_TRANSLATION, Kind.NAV_LACKS})
# Keys whose values are identifiers: one with a wrong character does not fit its schema either.
_NAMES = frozenset(
    {"id", "url", "record", "page", "pages", "nearest", "sources", "phases", "tools"}
    | {"kind", "class", "type", "number", "reviewed"}
)
# Rules that presume a value fits its schema.
_OF_VALUES = frozenset({"citation-places", "facts"})
# Rule -> the rule whose message is the more helpful one if both report the same line.
_FOLLOWS = {"letters": "characters", "sections": "forms"}
# Characters before the text of a line: indentation, list and quotation markers, pipes.
_MARKERS = " \t-*>|"


_Place = tuple[str, int]


def without_echoes(problems: Iterable[Problem], site: Site) -> list[Problem]:
    """Return the problems without those that are caused by another one.

    Args:
        problems: All problems found, each with its rule.
        site: The pages, whose source lines show what a problem is about.
    """
    all_problems = list(problems)
    context = _Context(all_problems, site)
    return [problem for problem in all_problems if not _is_echo(problem, context)]


class _Context:
    """What is known of all problems of a run; a place is the path and line of a problem."""

    def __init__(self, problems: Sequence[Problem], site: Site) -> None:
        self.rules: dict[_Place, set[str]] = {}
        for problem in problems:
            self.rules.setdefault((problem.path, problem.line), set()).add(problem.rule)
        self.places: dict[Kind | None, set[_Place]] = defaultdict(set)
        for problem in problems:
            self.places[problem.kind].add((problem.path, problem.line))
        self.merged = {path for path, _ in self.places[Kind.MERGE]}
        # A page with an invalid file name (docs_files.py) has no translation and no nav entry yet.
        self.invalid_keys = {
            page.key for page in site.pages if not SLUG.fullmatch(PurePosixPath(page.key).stem)
        }
        uncovered = {problem.path for problem in problems if problem.rule == "coverage"}
        self.source_lines = _source_lines(site, uncovered)


def _is_echo(problem: Problem, context: _Context) -> bool:
    place = (problem.path, problem.line)
    rules_here = context.rules[place] - {problem.rule}
    if problem.path in context.merged or any(path in problem.mend for path in context.merged):
        # It is unknown which side of the merge conflict will stay.
        return problem.kind is not Kind.MERGE
    if problem.kind in _OF_NAME:
        return problem.about in context.invalid_keys
    if problem.kind is Kind.BARE or problem.rule == "characters":
        # If a link target breaks off at a space, the rest looks like a bare address.
        return place in context.places[Kind.SPACED]
    if "letters" in rules_here and _may_be_wrong_character(problem):
        return True
    if problem.rule in _OF_VALUES and place in context.places[Kind.MISFIT]:
        return True
    return _is_echo_of_rule(problem, rules_here, context)


def _is_echo_of_rule(problem: Problem, rules_here: set[str], context: _Context) -> bool:
    """Whether a problem is an echo by its rule; `rules_here` are the others on its line."""
    if problem.rule in _FOLLOWS:
        return _FOLLOWS[problem.rule] in rules_here
    if problem.rule == "files" and problem.kind is Kind.MISFIT:
        # A URL used as an id is reported together with the right id.
        return (problem.path, problem.line) in context.places[Kind.ADDRESS]
    if problem.rule == "facts":
        # A value that does not fit its schema cannot be judged yet.
        return "files" in rules_here and problem.path.startswith("data/")
    if context.places[Kind.UNKNOWN_PHASE] and problem.rule in {"short-forms", "self-test"}:
        # A misspelt tool id is a fault of its own.
        return problem.kind is Kind.NO_TOOL
    spaced = context.places[Kind.SPACED]
    return problem.rule == "coverage" and _is_no_statement(
        context.source_lines, problem, rules_here, spaced
    )


def _may_be_wrong_character(problem: Problem) -> bool:
    """Whether a value or citation may be faulty because of a character reported on its line.

    Word's hyphen looks like that of the keyboard, so the message about the character helps more.
    """
    if problem.kind is Kind.MISFIT:
        return problem.about in _NAMES
    return problem.kind is Kind.MALFORMED and not problem.about.isascii()


def _source_lines(site: Site, paths: set[str]) -> dict[str, tuple[int, Sequence[str]]]:
    pages = (page for page in site.pages if page.path in paths)
    return {page.path: (page.body_line, page.body.split("\n")) for page in pages}


def _is_no_statement(
    source_lines: dict[str, tuple[int, Sequence[str]]],
    problem: Problem,
    rules_here: set[str],
    spaced: set[_Place],
) -> bool:
    """Whether a statement without a source will be parsed differently once its line is fixed."""
    if rules_here & _NO_TEXT:
        return True
    first_line, body = source_lines.get(problem.path, (0, ()))
    index = problem.line - first_line
    line_text = body[index].lstrip() if 0 <= index < len(body) else ""
    if "[^" in line_text or ("(@" in line_text and "citations" in rules_here):
        return True  # A footnote or round brackets: the fix for either is a citation.
    if line_text.lstrip(_MARKERS).startswith("![") and rules_here:
        return True  # The picture's other faults come first, its source afterwards.
    # A link target with a space, on any line of the statement, is not parsed as a link yet.
    lines = (problem.line + number for number, _ in enumerate(takewhile(str.strip, body[index:])))
    return index >= 0 and any((problem.path, line) in spaced for line in lines)
