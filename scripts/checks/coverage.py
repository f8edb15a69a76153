"""Every statement cites a source, is marked as this site's own, or introduces other statements.

This enforces the first rule of evidence, and with it the rule that readers rely on
(docs/no/om/kildekritikk.md): a note covers what precedes it in the same statement, and what no
note follows is the site's own.

Phase suggestions and other sections whose heading has the class `.editorial` are the site's own
as a whole; the home page, tools and pages about the site are exempt, since they state few facts.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from scripts.common.problems import Problem
from scripts.common.shorten import shorten
from scripts.content.citations import MARKS, find_citations
from scripts.content.markdown import Link, line_at, links, sections
from scripts.content.page_cache import cached_per_page
from scripts.content.pages import Site, SourcePage
from scripts.content.statements import PLACEHOLDER, ROW, Block, blocks
from scripts.language.locales import LOCALES, other

EXEMPT_TYPES = frozenset({"home", "tool", "template", "papers", "about"})
# The list of all pages only says how it is ordered.
EXEMPT_PAGES = frozenset({"all-pages"})
_SHOWN = 60
_MEND = "cite a source, or mark it [@editorial] where it is this site's own"
_PICTURE = "write [@id] of its source behind it, or [@editorial] where it is this site's own"
# Not part of a word: attributes, punctuation and space.
_NOT_A_WORD = re.compile(r"\{[^{}]*\}|[^\w]")


@dataclass(frozen=True)
class Coverage:
    """Counts of statements by how they are covered."""

    cited: int = 0
    editorial: int = 0
    lead_in: int = 0
    bare: int = 0

    @property
    def statements(self) -> int:
        """The number of all statements."""
        return self.cited + self.editorial + self.lead_in + self.bare


def check_coverage(site: Site) -> list[Problem]:
    """Report the statements without a source or mark, on all pages that state facts.

    A page whose translation is exempt is exempt too: if the two differ in type, that is reported
    elsewhere.
    """
    counterparts = {locale: site.of(other(locale)) for locale in LOCALES}
    problems = []
    pages = [page for page in site.pages if not _is_exempt(counterparts[page.locale].get(page.key))]
    uncovered_of_pages = cached_per_page(
        site.root,
        "uncovered",
        pages,
        lambda page: _uncovered(page, counterparts[page.locale].get(page.key)),
        lambda page: (
            counterpart.digest if (counterpart := counterparts[page.locale].get(page.key)) else ""
        ),
    )
    for page, uncovered in zip(pages, uncovered_of_pages, strict=True):
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
    """Count the statements of all pages by how they are covered."""
    counts = cached_per_page(
        site.root,
        "coverage",
        site.pages,
        lambda page: Counter(how for _, how in statements(page)),
    )
    return Coverage(**sum(counts, Counter()))


def _is_exempt(page: SourcePage | None) -> bool:
    return page is not None and page.kind in EXEMPT_TYPES


def statements(
    page: SourcePage, editorial: frozenset[str] = frozenset()
) -> list[tuple[Block, str]]:
    """Return the statements of a page, each with `cited`, `editorial`, `lead_in` or `bare`.

    `editorial` holds the anchors of further sections that are the site's own. A page without a
    type is skipped: its type may be an exempt one.
    """
    if not page.kind or page.kind in EXEMPT_TYPES or page.id in EXEMPT_PAGES:
        return []
    classified = []
    for section in sections(page.body, page.body_line):
        if section.editorial or section.anchor in editorial:
            continue
        units = blocks(section.text, section.line)
        for index, block in enumerate(units):
            if block.kind != PLACEHOLDER:
                followed = index + 1 < len(units)
                classified.append((block, _coverage_of(block, followed)))
    return classified


def _uncovered(
    page: SourcePage, counterpart: SourcePage | None
) -> list[tuple[Block, str, str, int]]:
    """Uncovered text: the block, how it is covered, and the text and line to report."""
    uncovered = []
    for block, how in statements(page, _editorial_anchors(counterpart)):
        text, line = (block.text, block.line) if how == "bare" else _unmarked_end(block)
        if how == "bare" or text:
            uncovered.append((block, how, text, line))
    return uncovered


def _unmarked_end(block: Block) -> tuple[str, int]:
    """Return the text after the last citation of a statement, and its line; "" if it needs none.

    A link to another page states nothing about the world, a lead-in introduces what follows, and
    in a table row the last column may be the site's own.
    """
    citations = find_citations(block.text)
    end = citations[-1].end if citations else len(block.text)
    text = block.text[end:]
    if block.kind == ROW or links(text) or text.rstrip().endswith(":"):
        return "", block.line
    offset = len(text) - len(text.lstrip(" \t\n.,;:"))
    line = line_at(block.text, end + offset, block.line)
    return (text[offset:].strip(), line) if _NOT_A_WORD.sub("", text) else ("", line)


def _pictures_alone(text: str) -> list[Link]:
    """Return the pictures of a statement that holds nothing else; none if it has text as well."""
    pictures = [link for link in links(text) if link.image]
    for link in reversed(pictures):
        text = text[: link.start] + text[link.end :]
    return [] if _NOT_A_WORD.sub("", text) else pictures


def _editorial_anchors(counterpart: SourcePage | None) -> frozenset[str]:
    """Return the anchors of the sections that are marked editorial in the translation.

    If they are not in this page, the headings differ, which is reported elsewhere.
    """
    counterpart_sections = sections(counterpart.body) if counterpart else []
    return frozenset(
        section.anchor for section in counterpart_sections if section.editorial and section.anchor
    )


def _coverage_of(block: Block, followed: bool) -> str:
    citations = find_citations(block.text)
    ids = {cite.id for citation in citations for cite in citation.cites}
    # A malformed citation is reported as such, and not as a missing one.
    if ids - set(MARKS) or any(citation.fault for citation in citations):
        return "cited"
    if "editorial" in ids:
        return "editorial"
    # A sentence that ends with a colon introduces the next block, which is checked itself.
    if followed and block.text.rstrip().endswith(":"):
        return "lead_in"
    return "bare"
