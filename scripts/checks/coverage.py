"""Every statement cites a source, is marked as this site's own, or leads in to others.

The first rule of evidence, made a check, so that the rule by which readers tell sources from
this site's own words is true (docs/no/om/kildekritikk.md): a number covers what stands before
it in the same statement, and what no number follows is the site's own.

Phase suggestions and other sections whose heading carries `.editorial` are the site's own as a
whole; home, tools and the pages about the site state little about the world and cite where they
do.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from scripts.checks.page_cache import cached_per_page
from scripts.common.problems import Problem
from scripts.common.shorten import shorten
from scripts.content.citations import MARKS, find_citations
from scripts.content.markdown import Link, line_at, links, sections
from scripts.content.pages import Site, SourcePage
from scripts.content.statements import PLACEHOLDER, ROW, Block, blocks
from scripts.language.locales import LOCALES, other

FREE_KINDS = frozenset({"home", "tool", "template", "papers", "about"})
# The list of all pages tells how it is ordered, and nothing else.
FREE_PAGES = frozenset({"all-pages"})
_SHOWN = 60
_MEND = "cite a source, or mark it [@editorial] where it is this site's own"
_PICTURE = "write [@id] of its source behind it, or [@editorial] where it is this site's own"
# What is no word of a text: its end, and attributes.
_NO_WORD = re.compile(r"\{[^{}]*\}|[^\w]")


@dataclass(frozen=True)
class Coverage:
    """How many statements there are, and how each is covered."""

    cited: int = 0
    editorial: int = 0
    lead_in: int = 0
    bare: int = 0

    @property
    def statements(self) -> int:
        """All that was looked at."""
        return self.cited + self.editorial + self.lead_in + self.bare


def check_coverage(site: Site) -> list[Problem]:
    """The statements that nothing covers, on all pages that state facts.

    A page whose twin need not cite need not either: where the two differ in kind, that is
    the fault, and it is told elsewhere.
    """
    twins = {locale: site.of(other(locale)) for locale in LOCALES}
    problems = []
    pages = [page for page in site.pages if not _is_free(twins[page.locale].get(page.key))]
    found = cached_per_page(
        site.root,
        "uncovered",
        pages,
        lambda page: _uncovered(page, twins[page.locale].get(page.key)),
        lambda page: twin.digest if (twin := twins[page.locale].get(page.key)) else "",
    )
    for page, uncovered in zip(pages, found, strict=True):
        for block, how, text, line in uncovered:
            after = "" if how == "bare" else "stands after the last source and "
            fault = f"{after}cites nothing"
            if how == "bare" and (pictures := _pictures_alone(block.text)):
                what = f'the picture "{shorten(pictures[0].text, _SHOWN)}" names no source'
                problems.append(Problem(page.path, line, what, _PICTURE))
            else:
                shown = shorten(text.lstrip("-*> |"), _SHOWN)
                problems.append(
                    Problem(page.path, line, f'the {block.kind} "{shown}" {fault}', _MEND)
                )
    return problems


def coverage(site: Site) -> Coverage:
    """The statements of all pages, counted by how they are covered."""
    counts = cached_per_page(
        site.root,
        "coverage",
        site.pages,
        lambda page: Counter(how for _, how in statements(page)),
    )
    return Coverage(**sum(counts, Counter()))


def _is_free(page: SourcePage | None) -> bool:
    return page is not None and page.kind in FREE_KINDS


def statements(page: SourcePage, free: frozenset[str] = frozenset()) -> list[tuple[Block, str]]:
    """The statements of a page with `cited`, `editorial`, `lead_in` or `bare`.

    `free` are the anchors of more sections that are the site's own. A page whose kind is
    not told may be of a free one.
    """
    if not page.kind or page.kind in FREE_KINDS or page.id in FREE_PAGES:
        return []
    found = []
    for section in sections(page.body, page.body_line):
        if section.editorial or section.anchor in free:
            continue
        units = blocks(section.text, section.line)
        for at, block in enumerate(units):
            if block.kind != PLACEHOLDER:
                followed = at + 1 < len(units)
                found.append((block, _how(block, followed)))
    return found


def _uncovered(page: SourcePage, twin: SourcePage | None) -> list[tuple[Block, str, str, int]]:
    """What nothing covers: the block, how it is covered, and the text and line to be told."""
    found = []
    for block, how in statements(page, _editorial(twin)):
        text, line = (block.text, block.line) if how == "bare" else _unmarked_end(block)
        if how == "bare" or text:
            found.append((block, how, text, line))
    return found


def _unmarked_end(block: Block) -> tuple[str, int]:
    """What stands after the last mark of a statement, and its line; "" where it needs none.

    A pointer to another page says nothing of the world, a lead-in promises what follows, and
    in a row of a table the last column may be the site's own.
    """
    found = find_citations(block.text)
    end = found[-1].end if found else len(block.text)
    text = block.text[end:]
    if block.kind == ROW or links(text) or text.rstrip().endswith(":"):
        return "", block.line
    at = len(text) - len(text.lstrip(" \t\n.,;:"))
    line = line_at(block.text, end + at, block.line)
    return (text[at:].strip(), line) if _NO_WORD.sub("", text) else ("", line)


def _pictures_alone(text: str) -> list[Link]:
    """The pictures of a statement that is nothing else, none where it says something too."""
    found = [link for link in links(text) if link.image]
    for link in reversed(found):
        text = text[: link.start] + text[link.end :]
    return [] if _NO_WORD.sub("", text) else found


def _editorial(twin: SourcePage | None) -> frozenset[str]:
    """The sections that are the site's own in the twin.

    Where they are not so here, the headings differ, and that is told.
    """
    found = sections(twin.body) if twin else []
    return frozenset(section.anchor for section in found if section.editorial and section.anchor)


def _how(block: Block, followed: bool) -> str:
    found = find_citations(block.text)
    ids = {cite.id for citation in found for cite in citation.cites}
    # A citation that cannot be read is a fault of its own, and not that none is there.
    if ids - set(MARKS) or any(citation.fault for citation in found):
        return "cited"
    if "editorial" in ids:
        return "editorial"
    # A sentence that ends with a colon promises what comes next, and that is checked.
    if followed and block.text.rstrip().endswith(":"):
        return "lead_in"
    return "bare"
