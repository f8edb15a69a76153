"""Headings within the text of the pages."""

from __future__ import annotations

import re
from collections.abc import Mapping

from scripts.checks.reserved_ids import is_taken
from scripts.common.problems import Problem
from scripts.common.shorten import shorten
from scripts.content.markdown import Heading, headings
from scripts.content.pages import Site, SourcePage
from scripts.content.placeholders import placeholders
from scripts.language.locales import ENGLISH, NORWEGIAN

# Text after the first signs of a heading, without the space that a heading has.
_TIGHT = re.compile(r"^[^#]*#+(?=[^\s#])")
NO_RECORDS: Mapping[str, set[str]] = {}


def check_text(site: Site, records: Mapping[str, set[str]] = NO_RECORDS) -> list[Problem]:
    """Headings of each page, and the same anchors in twins.

    `records` are the ids of the records by data file: some stand on pages.
    """
    problems: list[Problem] = []
    for page in site.pages:
        problems += check_headings(page, records)
    told = {(problem.path, problem.line) for problem in problems}
    norwegian, english = site.of(NORWEGIAN), site.of(ENGLISH)
    for key in sorted(set(norwegian) & set(english)):
        if norwegian[key].readable and english[key].readable:
            problems += check_same_sections(norwegian[key], english[key], told)
    return problems


def check_headings(page: SourcePage, records: Mapping[str, set[str]] = NO_RECORDS) -> list[Problem]:
    """No h1 (the title is one), no skipped level, each with an anchor of its own."""
    problems = []
    level = 1
    seen: dict[str, int] = {}
    lists = {found.name for found in placeholders(page.body)}
    for heading in headings(page.body, page.body_line):
        unmeant = _unmeant(page, heading)
        if unmeant:
            problems.append(Problem(page.path, heading.line, *unmeant))
            continue
        if heading.level == 1:
            what, mend = "a heading with one #", "use ## – the page's h1 is its title"
            problems.append(Problem(page.path, heading.line, what, mend))
        elif heading.level > level + 1:
            what = f"the heading jumps from level {level} to {heading.level}"
            mend = f"use {'#' * (level + 1)}"
            problems.append(Problem(page.path, heading.line, what, mend))
        level = heading.level
        if not heading.anchor:
            what = f'the heading "{heading.text}" has no anchor'
            mend = "end it with { #short-english-name }, the same in both languages"
            problems.append(Problem(page.path, heading.line, what, mend))
        elif heading.anchor in seen or is_taken(heading.anchor, lists, records):
            first = seen.get(heading.anchor)
            where = f"line {first}" if first else "the page around the text"
            what = f'the anchor "{heading.anchor}" is taken by {where}'
            problems.append(Problem(page.path, heading.line, what, "choose another"))
        seen.setdefault(heading.anchor, heading.line)
    return problems


def _unmeant(page: SourcePage, heading: Heading) -> tuple[str, str] | None:
    """What makes a heading of text, and how to mend it: an anchor shows that one is meant."""
    if heading.anchor:
        return None
    shown = f'"{shorten(heading.text, 40)}"'
    row, _, underline = page.body[heading.start : heading.end].partition("\n")
    if underline:
        what = f"the row of {underline.strip(' >')[0]} below {shown} makes it a heading"
        return what, "put a blank line between them, or write ## … { #short-english-name }"
    hashes = _TIGHT.search(row)
    if hashes is None:
        mend = "use ## and { #short-english-name } – the page's h1 is its title; or write \\#"
        return ("a heading with one #", mend) if heading.level == 1 else None
    written = f'"{shorten(row.lstrip(" >"), 40)}"'
    return f"{written} is read as a heading", "write \\#, or a space after the # of a heading"


def _meant(page: SourcePage) -> list[Heading]:
    found = headings(page.body, page.body_line)
    return [heading for heading in found if not _unmeant(page, heading)]


def check_same_sections(
    original: SourcePage, twin: SourcePage, told: set[tuple[str, int]]
) -> list[Problem]:
    """Twins have the same anchors in the same order.

    So that links and the language switch land in the same place. `told` are the places
    (path and line) of headings that something else is wrong with.
    """
    ours, theirs = _meant(original), _meant(twin)
    mend = f"make the headings equal to those of {original.path}"
    for left, right in zip(ours, theirs, strict=False):
        if (original.path, left.line) in told or (twin.path, right.line) in told:
            continue
        if left.anchor != right.anchor:
            what = (
                f'the heading "{right.text}" (#{right.anchor}) stands where the original has '
                f'"{left.text}" (#{left.anchor}, line {left.line})'
            )
            return [Problem(twin.path, right.line, what, mend)]
        if _form(left) != _form(right):
            what = (
                f'the heading "{right.text}" (#{right.anchor}) has {_form(right)}, but '
                f"{_form(left)} in the original (line {left.line})"
            )
            return [Problem(twin.path, right.line, what, mend)]
    if len(ours) != len(theirs):
        what = f"{len(theirs)} headings, but {len(ours)} in the original"
        return [Problem(twin.path, 0, what, mend)]
    return []


def _form(heading: Heading) -> str:
    classes = " ".join(f".{name}" for name in sorted(heading.classes))
    return f"level {heading.level} and {classes or 'no class'}"
