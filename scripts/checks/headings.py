"""Checks headings: their levels and anchors, and that both languages have the same ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest

from scripts.checks.intended_headings import intended_headings, unintended
from scripts.checks.reserved_ids import is_taken
from scripts.common.problems import Kind, Problem
from scripts.common.slugs import SLUG
from scripts.content.markdown import Heading, headings
from scripts.content.page_cache import cached_per_page, cached_per_pair, digest
from scripts.content.pages import Site, SourcePage
from scripts.content.placeholders import placeholders

NO_RECORDS: Mapping[str, set[str]] = {}


def check_headings(site: Site, records: Mapping[str, set[str]] = NO_RECORDS) -> list[Problem]:
    """Check the headings of each page, and that translations have the same anchors.

    `records` maps data files to record ids, some of which are ids on pages.
    """
    ids = digest(*((name, sorted(known)) for name, known in sorted(records.items())))
    by_page = cached_per_page(
        site.root,
        "headings",
        site.pages,
        lambda page: check_page_headings(page, records),
        lambda _: ids,
    )
    problems = [problem for found in by_page for problem in found]
    reported = {(problem.path, problem.line) for problem in problems}
    lines = {page.path: [each.line for each in found]
             for page, found in zip(site.pages, by_page, strict=True)}  # fmt: skip
    problems += cached_per_pair(
        site,
        "same-sections",
        lambda norwegian, english: check_same_sections(norwegian, english, reported),
        lambda norwegian, english: (lines[norwegian.path], lines[english.path]),
    )
    return problems


def check_page_headings(
    page: SourcePage, records: Mapping[str, set[str]] = NO_RECORDS
) -> list[Problem]:
    """Report h1 headings (the title is the h1), skipped levels, and missing or taken anchors."""
    problems = []
    level = 1
    seen: dict[str, int] = {}
    lists = {placeholder.name for placeholder in placeholders(page.body)}
    for heading in headings(page.body, page.body_line):
        fault = unintended(page, heading)
        if fault:
            if page.front_matter.data is None and heading.level == 1:
                continue
            problems.append(Problem(page.path, heading.line, *fault))
            continue
        if heading.level == 1:
            # Without front matter, that is reported first: the title belongs there.
            if page.front_matter.data is not None:
                what, fix = "a heading with one #", "use ## – the page's h1 is its title"
                problems.append(Problem(page.path, heading.line, what, fix))
        elif heading.level > level + 1:
            what = f"the heading jumps from level {level} to {heading.level}"
            fix = f"use {'#' * (level + 1)}"
            problems.append(Problem(page.path, heading.line, what, fix))
        # Level 1 counts as 2 for the headings below it.
        level = max(heading.level, 2)
        if not heading.anchor:
            what = f'the heading "{heading.text}" has no anchor'
            fix = "end it with { #short-english-name }, the same in both languages"
            problems.append(Problem(page.path, heading.line, what, fix))
        elif heading.anchor in seen or is_taken(heading.anchor, lists, records):
            first = seen.get(heading.anchor)
            where = f"line {first}" if first else "the page around the text"
            what = f'the anchor "{heading.anchor}" is taken by {where}'
            problems.append(Problem(page.path, heading.line, what, "choose another"))
        seen.setdefault(heading.anchor, heading.line)
    return problems


def check_same_sections(
    original: SourcePage, counterpart: SourcePage, reported: set[tuple[str, int]]
) -> list[Problem]:
    """Report anchors that the translation lacks, adds or has in another order.

    Links and the language switch rely on them. `reported` holds path and line of headings that are
    reported already: each counts as the missing counterpart of a heading on the other page, so
    that no correct heading is blamed.
    """
    ours, theirs = intended_headings(original), intended_headings(counterpart)
    keys = [_key(original, each) for each in ours], [_key(counterpart, each) for each in theirs]
    problems: list[Problem] = []
    for tag, start, end, other, last in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs = zip(ours[start:end], theirs[other:last], strict=True)
            problems += [
                _differs(original, counterpart, left, right)
                for left, right in pairs
                if _level_and_classes(left) != _level_and_classes(right)
                and (original.path, left.line) not in reported
                and (counterpart.path, right.line) not in reported
            ]
            continue
        lacking = [each for each in ours[start:end] if _is_valid(original, each, reported)]
        extra = [each for each in theirs[other:last] if _is_valid(counterpart, each, reported)]
        # As many headings as are reported here may be those that the other page seems to add.
        spare_here = end - start - len(lacking)
        spare_there = last - other - len(extra)
        lacking, extra = lacking[spare_there:], extra[spare_here:]
        their_anchors = {each.anchor for each in theirs}
        for left, right in zip_longest(lacking, extra):
            if left and right:
                renamed = left.anchor not in their_anchors and right.anchor not in keys[0]
                stands = _renamed if renamed else _stands_for
                problems.append(stands(original, counterpart, left, right))
            elif right and right.anchor not in keys[0]:
                problems.append(_too_many(original, counterpart, right))
            elif left and left.anchor not in their_anchors:
                problems.append(_missing(original, counterpart, left, theirs[last : last + 1]))
            elif left:
                there = next(each for each in theirs if each.anchor == left.anchor)
                problems.append(_moved(original, counterpart, left, there))
    return problems


def _is_valid(page: SourcePage, heading: Heading, reported: set[tuple[str, int]]) -> bool:
    """Whether a heading and its anchor have no other problem (see raw_html.py)."""
    return (page.path, heading.line) not in reported and bool(SLUG.fullmatch(heading.anchor))


def _key(page: SourcePage, heading: Heading) -> str:
    """The key of a heading in both languages; unique to the page if its anchor is not valid."""
    return heading.anchor if SLUG.fullmatch(heading.anchor) else f"{page.path}:{heading.line}"


def _stands_for(
    original: SourcePage, counterpart: SourcePage, left: Heading, right: Heading
) -> Problem:
    what = (
        f'the heading "{right.text}" (#{right.anchor}) stands where the original has '
        f'"{left.text}" (#{left.anchor}, line {left.line})'
    )
    fix = f"make the headings equal to those of {original.path}"
    return Problem(counterpart.path, right.line, what, fix)


def _renamed(
    original: SourcePage, counterpart: SourcePage, left: Heading, right: Heading
) -> Problem:
    fix = (
        f"write {{ #{left.anchor} }}, or {{ #{right.anchor} }} in {original.path} if that one was "
        "changed (make rename-anchor changes both)"
    )
    about = f"{counterpart.path}#{left.anchor} {original.path}#{right.anchor}"
    problem = _stands_for(original, counterpart, left, right)
    return replace(problem, fix=fix, kind=Kind.OTHER_ANCHOR, about=about)


def _differs(
    original: SourcePage, counterpart: SourcePage, left: Heading, right: Heading
) -> Problem:
    what = (
        f'the heading "{right.text}" (#{right.anchor}) has {_level_and_classes(right)}, but '
        f"{_level_and_classes(left)} in the original (line {left.line})"
    )
    fix = f"make the headings equal to those of {original.path}"
    return Problem(counterpart.path, right.line, what, fix)


def _missing(
    original: SourcePage, counterpart: SourcePage, left: Heading, after: list[Heading]
) -> Problem:
    what = f'the section "{left.text}" (#{left.anchor}) of {original.path}:{left.line} is missing'
    place = f'above "{after[0].text}"' if after else "at the end"
    line = after[0].line if after else counterpart.body_line + counterpart.body.rstrip().count("\n")
    fix = f"put it in {place}, with {{ #{left.anchor} }}"
    return Problem(counterpart.path, line, what, fix)


def _too_many(original: SourcePage, counterpart: SourcePage, right: Heading) -> Problem:
    what = f'the section "{right.text}" (#{right.anchor}) is not in {original.path}'
    return Problem(counterpart.path, right.line, what, "put it in there too, or take it away here")


def _moved(original: SourcePage, counterpart: SourcePage, left: Heading, right: Heading) -> Problem:
    what = f'the section "{right.text}" (#{right.anchor}) stands elsewhere than in the original'
    fix = f"move it, or move that of {original.path}:{left.line}"
    return Problem(counterpart.path, right.line, what, fix)


def _level_and_classes(heading: Heading) -> str:
    classes = " ".join(f".{name}" for name in sorted(heading.classes))
    return f"level {heading.level} and {classes or 'no class'}"
