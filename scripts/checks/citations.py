"""Checks that citations are well-formed, cite known sources, and match in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace

from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.common.yaml_lines import YamlText
from scripts.content.citations import MARKS, Citation, find_citations
from scripts.content.datasets import Datasets
from scripts.content.markdown import Section, line_at, mask_code, sections
from scripts.content.page_cache import cached_per_page, cached_per_pair, digest
from scripts.content.pages import Site, SourcePage
from scripts.content.sources import Source

# The end of a citation that goes on over the end of its row.
_CLOSED_BELOW = re.compile(r"\n[^\[\]\n]*\]")
# A source id within a malformed citation.
_ID = re.compile(r"@([\w-]+)")


def check_citations(
    site: Site, sources: Mapping[str, Source], parsed: YamlText, records: Datasets
) -> list[Problem]:
    """Report all faults of citations; `parsed` is data/sources.yml with line numbers."""
    known = {*sources, *MARKS}
    ids = digest(*sorted(known))
    by_page = cached_per_page(
        site.root, "citations", site.pages, lambda page: _of_page(page, known), lambda _: ids
    )
    problems = [problem for found, _ in by_page for problem in found]
    if records.complete and all(page.readable for page in site.pages):
        problems += _uncited(records.cited().union(*(cited for _, cited in by_page)), parsed)
    problems += cached_per_pair(
        site,
        "same-citations",
        lambda norwegian, english: check_same_citations(norwegian, english, known),
        lambda *_: ids,
    )
    return problems


def _of_page(page: SourcePage, known: Set[str]) -> tuple[list[Problem], set[str]]:
    """Return the faults of the citations of a page, and the sources that it cites."""
    problems, cited = [*_in_round_brackets(page)], set[str]()
    for citation in find_citations(page.body, page.body_line):
        ids = {cite.id for cite in citation.cites}
        if citation.fault:
            fix = "write [@id], [@id, s. 13] or [@id; @other]"
            if _CLOSED_BELOW.match(page.body, citation.end):
                fix += ", all on one row"
            what = f"malformed citation: {citation.fault}"
            text = page.body[citation.start : citation.end]
            malformed = Problem(
                page.path, citation.line, what, fix, kind=Kind.MALFORMED, about=text
            )
            problems.append(malformed)
            # The sources that it tries to cite still count as cited.
            ids = set(_ID.findall(text))
        cited |= ids
        problems += _locators(page, citation)
        for id_ in [] if citation.fault else [cite.id for cite in citation.cites]:
            if id_ not in known:
                fix = did_you_mean(id_, known) or "add it to data/sources.yml"
                if citation.in_text:
                    fix += f", or write \\@{id_} where it is no citation"
                what = f'unknown source "{id_}"'
                problems.append(Problem(page.path, citation.line, what, fix))
    return problems, cited


# The page label of each language, and labels of the other language with their replacement.
_PAGE = {"no": "s.", "en": "p."}
_WORDS = {
    "no": {"p.": "s.", "pp.": "s.", "page": "s.", "ch.": "kap.", "para.": "avsn."},
    "en": {"s.": "p.", "side": "p.", "kap.": "ch.", "avsn.": "para."},
}
_BARE = re.compile(r"\d+(?:\s*[-–]\s*\d+)?")
# With a number, or the Roman one of a preface.
_PLACE = re.compile(
    r"[^<>*`~^\"«»“”„]*\d[^<>*`~^\"«»“”„]*|[sp]\. [ivxlcdm]+(?:–[ivxlcdm]+)?", re.IGNORECASE
)
# Round brackets instead of square ones: to the parser an in-text citation, not a note.
_ROUND = re.compile(r"\((?P<inner>@[a-z0-9][^()\[\]\n]*)\)")


def _locators(page: SourcePage, citation: Citation) -> Iterator[Problem]:
    """Report locators that use labels of the other language, no label, or an unknown form."""
    page_word = _PAGE.get(page.locale.code, "")
    for cite in [] if citation.fault else citation.cites:
        if not cite.locator:
            continue
        if cite.id in MARKS:
            what = f'"@{cite.id}, {cite.locator}" names a place in what is no source'
            yield Problem(page.path, citation.line, what, f"write @{cite.id} alone")
            continue
        word = cite.locator.split()[0]
        right = _WORDS.get(page.locale.code, {}).get(word)
        written = cite.written(page_word)
        if right:
            what = f'"{word}" in a citation is of the other language'
            yield Problem(page.path, citation.line, what, f"write {right}")
        elif page_word and _BARE.fullmatch(cite.locator):
            what = f'"{cite.locator}" in @{cite.id} does not say what it counts'
            fix = f"write {page_word} {cite.locator}, or kap. or § where it is no page"
            yield Problem(page.path, citation.line, what, fix)
        elif not _PLACE.fullmatch(cite.locator):
            what = f'"{cite.locator}" is no place in @{cite.id}'
            yield Problem(page.path, citation.line, what, "write a number, such as s. 13 or p. 13")
        elif page_word and written != cite.locator:
            what = f'"@{cite.id}, {cite.locator}" names its page otherwise than all others'
            right = f"@{cite.id}, {written}"
            problem = Problem(page.path, citation.line, what, f'write "{right}"', kind=Kind.LOCATOR)
            yield replace(problem, about=f"@{cite.id}, {cite.locator}", right=right)


def _in_round_brackets(page: SourcePage) -> Iterator[Problem]:
    """Report (@id), which is no note: the source's name is inserted into the sentence."""
    masked = mask_code(page.body) if "(@" in page.body else ""
    for match in _ROUND.finditer(masked):
        line = line_at(masked, match.start(), page.body_line)
        what = f'"{match.group()}" sets the name of the source into the text'
        yield Problem(page.path, line, what, f"write [{match['inner'].strip()}]")


def check_same_citations(
    original: SourcePage, counterpart: SourcePage, known: Set[str]
) -> list[Problem]:
    """Report sections whose translation cites other sources or locators than the original."""
    problems = []
    counterpart_sections = _sections_by_extent(counterpart)
    for extent, section in _sections_by_extent(original).items():
        match = counterpart_sections.get(extent)
        if match is None:
            continue
        ours_cited, theirs_cited = _cited(section.text, known), _cited(match.text, known)
        if ours_cited is None or theirs_cited is None or ours_cited == theirs_cited:
            continue
        missing = _names((ours_cited - theirs_cited).elements())
        extra = _names((theirs_cited - ours_cited).elements())
        differences = [f"lacks {missing}" if missing else "", f"adds {extra}" if extra else ""]
        name = f"#{section.anchor}" if section.anchor else "the lead"
        what = f"{name} {' and '.join(part for part in differences if part)} against the original"
        fix = f"cite as {original.path}:{section.line} does"
        problems.append(Problem(counterpart.path, match.line, what, fix))
    return problems


def _sections_by_extent(page: SourcePage) -> dict[tuple[str, str], Section]:
    """Map (own anchor, next anchor) to the section between the two.

    A section is left out if its heading or the next one has no unique anchor: it cannot be
    compared, and check_headings reports why.
    """
    parts = sections(page.body, page.body_line)
    # "" stands for both the start of the lead and the end of the page.
    anchors = [*(section.anchor for section in parts), ""]
    return {
        (anchors[index], anchors[index + 1]): section
        for index, section in enumerate(parts)
        if (not index or anchors.count(anchors[index]) == 1)
        and (index + 1 == len(parts) or anchors.count(anchors[index + 1]) == 1)
    }


def _cited(text: str, known: Set[str]) -> Counter[tuple[str, str]] | None:
    """Count what a section cites; None if a citation is faulty, which is reported elsewhere."""
    citations = find_citations(text)
    cites = [cite for citation in citations for cite in citation.cites]
    if any(citation.fault for citation in citations) or any(cite.id not in known for cite in cites):
        return None
    # Editorial marks may differ: a quotation is this site's translation in one language only, and
    # readers abroad need explanations of this site's own.
    return Counter(cite.key for cite in cites if cite.id not in MARKS)


def _names(keys: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"@{id_}" + (f" ({locator})" if locator else "") for id_, locator in keys)


def _uncited(cited: Set[str], parsed: YamlText) -> list[Problem]:
    problems = []
    seen = set(cited)
    for number, record in enumerate(parsed.data if isinstance(parsed.data, list) else []):
        id_ = record.get("id") if isinstance(record, dict) else None
        if not isinstance(id_, str) or id_ in seen:
            continue
        seen.add(id_)
        line = parsed.line((number, "id"))
        what, fix = f'nothing cites the source "{id_}"', "cite it, or take it away"
        problems.append(Problem(parsed.path, line, what, fix, kind=Kind.UNCITED, about=id_))
    return problems
