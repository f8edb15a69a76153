"""Problems that only follow from others: one slip is told once, where it was made.

They come from checks that know nothing of each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from pathlib import PurePosixPath

from scripts.common.problems import Kind, Problem
from scripts.common.slugs import SLUG
from scripts.content.pages import Site

# A row that one of these tells of is no statement yet.
_NO_TEXT = frozenset({"layout", "lists", "characters"})
_OF_NAME = frozenset({Kind.NO_TRANSLATION, Kind.NAV_LACKS})
# Keys whose values are names of something: where a letter is wrong in one, it does not fit either.
_NAMES = frozenset(
    {"id", "url", "record", "page", "pages", "nearest", "sources", "phases", "tools"}
    | {"kind", "class", "type", "number", "reviewed"}
)
# What is said of a value that fits its schema.
_OF_VALUES = frozenset({"citation-places", "facts"})
# What is told by one rule is told better by the other, where both tell of a row.
_FOLLOWS = {"letters": "characters", "sections": "forms"}
# What stands before the text of a row.
_MARKERS = " \t-*>|"


def without_echoes(problems: Iterable[Problem], site: Site) -> list[Problem]:
    """The problems without those that another one brings about.

    Args:
        problems: All that were found, each with its rule.
        site: The pages, whose rows show what a problem is about.
    """
    found = list(problems)
    rules: dict[tuple[str, int], set[str]] = {}
    for each in found:
        rules.setdefault((each.path, each.line), set()).add(each.rule)
    merged = {each.path for each in found if each.kind is Kind.MERGE}
    # A page under a name that cannot stay (docs_files.py) has no twin and no place in nav yet.
    keys = [page.key for page in site.pages if not SLUG.fullmatch(PurePosixPath(page.key).stem)]
    unknown_phase = any(each.kind is Kind.UNKNOWN_PHASE for each in found)
    # That an address is no id is told with the id of the page.
    addressed = {(each.path, each.line) for each in found if each.kind is Kind.ADDRESS}
    misfits = {(each.path, each.line) for each in found if each.kind is Kind.MISFIT}
    spaced = {(each.path, each.line) for each in found if each.kind is Kind.SPACED}
    rows = _rows(site, {each.path for each in found if each.rule == "coverage"})

    def is_echo(each: Problem) -> bool:
        here = rules[each.path, each.line] - {each.rule}
        if each.path in merged or any(path in each.mend for path in merged):
            # Which of the two texts is meant nobody knows.
            return each.kind is not Kind.MERGE
        if each.kind in _OF_NAME:
            return each.about in keys
        if each.kind is Kind.BARE or each.rule == "characters":
            # Of a link whose address breaks off at a space, what is left looks like one.
            return (each.path, each.line) in spaced
        if "letters" in here and _holds_letter(each):
            return True
        if each.rule in _OF_VALUES and (each.path, each.line) in misfits:
            return True
        if each.rule in _FOLLOWS:
            return _FOLLOWS[each.rule] in here
        if each.rule == "files" and each.kind is Kind.MISFIT:
            return (each.path, each.line) in addressed
        if each.rule == "facts":
            # What does not fit its schema means nothing yet.
            return "files" in here and each.path.startswith("data/")
        if unknown_phase and each.rule in {"short-forms", "self-test"}:
            # One that is misspelt itself is another fault.
            return each.kind is Kind.NO_TOOL
        return each.rule == "coverage" and _is_no_statement(rows, each, here, spaced)

    return [each for each in found if not is_echo(each)]


def _holds_letter(each: Problem) -> bool:
    """Whether a value or citation may be wrong for a letter that is told on its row.

    A hyphen of Word looks as one of the keyboard does, so that the letter is what helps.
    """
    if each.kind is Kind.MISFIT:
        return each.about in _NAMES
    return each.kind is Kind.MALFORMED and not each.about.isascii()


def _rows(site: Site, paths: set[str]) -> dict[str, tuple[int, Sequence[str]]]:
    pages = (page for page in site.pages if page.path in paths)
    return {page.path: (page.body_line, page.body.split("\n")) for page in pages}


def _is_no_statement(
    rows: dict[str, tuple[int, Sequence[str]]],
    problem: Problem,
    here: set[str],
    spaced: set[tuple[str, int]],
) -> bool:
    """Whether what cites nothing is read otherwise once the row is mended."""
    if here & _NO_TEXT:
        return True
    begins, body = rows.get(problem.path, (0, ()))
    at = problem.line - begins
    row = body[at].lstrip() if 0 <= at < len(body) else ""
    if "[^" in row or ("(@" in row and "citations" in here):
        return True  # A footnote, or round brackets: they are mended by a citation.
    if row.lstrip(_MARKERS).startswith("![") and here:
        return True  # What is wrong with a picture is told, and where it comes from then.
    # An address with a space in it is no address yet, wherever in the statement it stands.
    lines = (problem.line + number for number, _ in enumerate(takewhile(str.strip, body[at:])))
    return at >= 0 and any((problem.path, line) in spaced for line in lines)
