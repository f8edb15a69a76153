"""Headings within the text of the pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from itertools import zip_longest

from scripts.checks.reserved_ids import is_taken
from scripts.common.problems import Problem
from scripts.common.shorten import shorten
from scripts.common.slugs import SLUG
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
            if page.front_matter.data is None and heading.level == 1:
                continue
            problems.append(Problem(page.path, heading.line, *unmeant))
            continue
        if heading.level == 1:
            # Of a page without front matter that lacks first: the title belongs there.
            if page.front_matter.data is not None:
                what, mend = "a heading with one #", "use ## – the page's h1 is its title"
                problems.append(Problem(page.path, heading.line, what, mend))
        elif heading.level > level + 1:
            what = f"the heading jumps from level {level} to {heading.level}"
            mend = f"use {'#' * (level + 1)}"
            problems.append(Problem(page.path, heading.line, what, mend))
        # One # is meant as two: what stands below it is held to that.
        level = max(heading.level, 2)
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


def meant_headings(page: SourcePage) -> list[Heading]:
    """The headings of a page, less those that a # or a row below the text makes unmeant."""
    found = headings(page.body, page.body_line)
    return [heading for heading in found if not _unmeant(page, heading)]


def check_same_sections(
    original: SourcePage, twin: SourcePage, told: set[tuple[str, int]]
) -> list[Problem]:
    """Twins have the same anchors in the same order.

    So that links and the language switch land in the same place. `told` are the places
    (path and line) of headings that something else is wrong with: they stand for one of the other
    page that has no counterpart, so that no innocent heading is blamed.
    """
    ours, theirs = meant_headings(original), meant_headings(twin)
    names = [_name(original, each) for each in ours], [_name(twin, each) for each in theirs]
    problems: list[Problem] = []
    for tag, start, end, other, last in SequenceMatcher(None, *names, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs = zip(ours[start:end], theirs[other:last], strict=True)
            problems += [
                _other_form(original, twin, left, right)
                for left, right in pairs
                if _form(left) != _form(right)
                and (original.path, left.line) not in told
                and (twin.path, right.line) not in told
            ]
            continue
        lacking = [each for each in ours[start:end] if _is_sound(original, each, told)]
        extra = [each for each in theirs[other:last] if _is_sound(twin, each, told)]
        # As many as are told of here may be what is missing there.
        spare_here = end - start - len(lacking)
        spare_there = last - other - len(extra)
        lacking, extra = lacking[spare_there:], extra[spare_here:]
        moved = {each.anchor for each in theirs}
        for left, right in zip_longest(lacking, extra):
            if left and right:
                problems.append(_stands_for(original, twin, left, right))
            elif right and right.anchor not in names[0]:
                problems.append(_too_many(original, twin, right))
            elif left and left.anchor not in moved:
                problems.append(_missing(original, twin, left, theirs[last : last + 1]))
            elif left:
                at = next(each for each in theirs if each.anchor == left.anchor)
                problems.append(_moved(original, twin, left, at))
    return problems


def _is_sound(page: SourcePage, heading: Heading, told: set[tuple[str, int]]) -> bool:
    """Whether nothing else is wrong with a heading or its anchor (raw_html.py tells of that)."""
    return (page.path, heading.line) not in told and bool(SLUG.fullmatch(heading.anchor))


def _name(page: SourcePage, heading: Heading) -> str:
    """By what a heading is known in both languages: one without a good anchor is alone."""
    return heading.anchor if SLUG.fullmatch(heading.anchor) else f"{page.path}:{heading.line}"


def _stands_for(original: SourcePage, twin: SourcePage, left: Heading, right: Heading) -> Problem:
    what = (
        f'the heading "{right.text}" (#{right.anchor}) stands where the original has '
        f'"{left.text}" (#{left.anchor}, line {left.line})'
    )
    mend = f"make the headings equal to those of {original.path}"
    return Problem(twin.path, right.line, what, mend)


def _other_form(original: SourcePage, twin: SourcePage, left: Heading, right: Heading) -> Problem:
    what = (
        f'the heading "{right.text}" (#{right.anchor}) has {_form(right)}, but '
        f"{_form(left)} in the original (line {left.line})"
    )
    mend = f"make the headings equal to those of {original.path}"
    return Problem(twin.path, right.line, what, mend)


def _missing(
    original: SourcePage, twin: SourcePage, left: Heading, after: list[Heading]
) -> Problem:
    what = f'the section "{left.text}" (#{left.anchor}) of {original.path}:{left.line} is missing'
    place = f'above "{after[0].text}"' if after else "at the end"
    line = after[0].line if after else twin.body_line + twin.body.rstrip().count("\n")
    mend = f"put it in {place}, with {{ #{left.anchor} }}"
    return Problem(twin.path, line, what, mend)


def _too_many(original: SourcePage, twin: SourcePage, right: Heading) -> Problem:
    what = f'the section "{right.text}" (#{right.anchor}) is not in {original.path}'
    return Problem(twin.path, right.line, what, "put it in there too, or take it away here")


def _moved(original: SourcePage, twin: SourcePage, left: Heading, right: Heading) -> Problem:
    what = f'the section "{right.text}" (#{right.anchor}) stands elsewhere than in the original'
    mend = f"move it, or move that of {original.path}:{left.line}"
    return Problem(twin.path, right.line, what, mend)


def _form(heading: Heading) -> str:
    classes = " ".join(f".{name}" for name in sorted(heading.classes))
    return f"level {heading.level} and {classes or 'no class'}"
