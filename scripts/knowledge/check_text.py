"""Headings and links within the text of the pages."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from scripts.knowledge.locales import ENGLISH, NORWEGIAN
from scripts.knowledge.pages import Site, SourcePage
from scripts.knowledge.problems import Problem
from scripts.knowledge.prose import headings, links
from scripts.knowledge.suggest import did_you_mean

# Anchors that the build itself puts on pages, and ids of the template.
BUILT_ANCHORS = frozenset({"references"})
TEMPLATE_IDS = frozenset(
    {"main", "sections", "search", "search-input", "search-hint", "script-words", "toc-title"}
    | {"facts-title", "filter-text", "tip"}
)


def check_text(site: Site) -> list[Problem]:
    """Headings of each page, the same anchors in twins, and no broken link."""
    problems: list[Problem] = []
    anchors = {page.path: _anchors(page) for page in site.pages}
    for page in site.pages:
        problems += check_headings(page)
        problems += check_links(page, site, anchors)
    norwegian, english = site.of(NORWEGIAN), site.of(ENGLISH)
    for key in sorted(set(norwegian) & set(english)):
        problems += check_same_sections(norwegian[key], english[key])
    return problems


def check_headings(page: SourcePage) -> list[Problem]:
    """No h1 (the title is one), no skipped level, each with an anchor of its own."""
    problems = []
    level = 1
    seen: dict[str, int] = {}
    for heading in headings(page.body, page.body_line):
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
        elif heading.anchor in seen or heading.anchor in BUILT_ANCHORS | TEMPLATE_IDS:
            first = seen.get(heading.anchor)
            where = f"line {first}" if first else "the page around the text"
            what = f'the anchor "{heading.anchor}" is taken by {where}'
            problems.append(Problem(page.path, heading.line, what, "choose another"))
        seen.setdefault(heading.anchor, heading.line)
    return problems


def check_same_sections(original: SourcePage, twin: SourcePage) -> list[Problem]:
    """Twins have the same anchors in the same order.

    So that links and the language switch land in the same place.
    """
    ours = headings(original.body, original.body_line)
    theirs = headings(twin.body, twin.body_line)
    mend = f"make the headings equal to those of {original.path}"
    for left, right in zip(ours, theirs, strict=False):
        if (left.level, left.anchor, left.classes) != (right.level, right.anchor, right.classes):
            what = (
                f'the heading "{right.text}" (#{right.anchor}) stands where the original has '
                f'"{left.text}" (#{left.anchor}, line {left.line})'
            )
            return [Problem(twin.path, right.line, what, mend)]
    if len(ours) != len(theirs):
        what = f"{len(theirs)} headings, but {len(ours)} in the original"
        return [Problem(twin.path, 0, what, mend)]
    return []


def check_links(
    page: SourcePage, site: Site, anchors: Mapping[str, frozenset[str]]
) -> list[Problem]:
    """Every link within the site leads to a page or file, and to an anchor in it."""
    problems = []
    ours = site.of(page.locale)
    for link in links(page.body, page.body_line):
        parts = urlsplit(link.target)
        if parts.scheme or parts.netloc:
            continue
        if parts.path.startswith("/"):
            what, mend = (
                f'the link "{link.target}" begins with /',
                "link to the .md file, relatively",
            )
            problems.append(Problem(page.path, link.line, what, mend))
            continue
        key = page.key
        if parts.path:
            key = posixpath.normpath(
                posixpath.join(posixpath.dirname(page.key), unquote(parts.path))
            )
        if not key.endswith(".md"):
            problems += _file(page, site.root, key, link.target, link.line)
            continue
        if key not in ours:
            near = did_you_mean(key, ours)
            mend = near or f"write docs/{page.locale.code}/{key}, or link elsewhere"
            what = f'the link "{link.target}" leads to no page'
            problems.append(Problem(page.path, link.line, what, mend))
            continue
        anchor = parts.fragment
        if anchor and anchor not in anchors[ours[key].path]:
            near = (
                did_you_mean(anchor, anchors[ours[key].path])
                or f"see the headings of {ours[key].path}"
            )
            what = f'"{link.target}": that page has no anchor "{anchor}"'
            problems.append(Problem(page.path, link.line, what, near))
    return problems


def _file(page: SourcePage, root: Path, key: str, target: str, line: int) -> list[Problem]:
    """Files that both languages share lie in docs/, one level above the pages."""
    beside = root / "docs" / page.locale.code / key
    shared = root / "docs" / key
    if not key.startswith("..") and (beside.is_file() or shared.is_file()):
        return []
    mend = "link to a .md file of the same language, or to a file in docs/assets"
    return [Problem(page.path, line, f'the link "{target}" leads to no file', mend)]


def _anchors(page: SourcePage) -> frozenset[str]:
    return frozenset(heading.anchor for heading in headings(page.body)) | BUILT_ANCHORS
