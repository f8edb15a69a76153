"""Citations: well formed, to a source that exists, and the same in both languages."""

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
from scripts.content.pages import Site, SourcePage
from scripts.content.sources import Source
from scripts.language.locales import ENGLISH, NORWEGIAN

# An id in a citation that cannot be read.
_ID = re.compile(r"@([\w-]+)")


def check_citations(
    site: Site, sources: Mapping[str, Source], parsed: YamlText, records: Datasets
) -> list[Problem]:
    """All faults of citations; `parsed` is data/sources.yml with its lines."""
    problems: list[Problem] = []
    known = {*sources, *MARKS}
    cited = records.cited()
    for page in site.pages:
        problems += _in_round_brackets(page)
        for citation in find_citations(page.body, page.body_line):
            ids = {cite.id for cite in citation.cites}
            if citation.fault:
                mend = "write [@id], [@id, s. 13] or [@id; @other]"
                what = f"malformed citation: {citation.fault}"
                text = page.body[citation.start : citation.end]
                malformed = Problem(
                    page.path, citation.line, what, mend, kind=Kind.MALFORMED, about=text
                )
                problems.append(malformed)
                # What it means to cite is not uncited for that.
                ids = set(_ID.findall(text))
            cited |= ids
            problems += _places(page, citation)
            for id_ in [] if citation.fault else [cite.id for cite in citation.cites]:
                if id_ not in known:
                    mend = did_you_mean(id_, known) or "add it to data/sources.yml"
                    if citation.in_text:
                        mend += f", or write \\@{id_} where it is no citation"
                    what = f'unknown source "{id_}"'
                    problems.append(Problem(page.path, citation.line, what, mend))
    if records.complete and all(page.readable for page in site.pages):
        problems += _uncited(cited, parsed)
    norwegian, english = site.of(NORWEGIAN), site.of(ENGLISH)
    for key in sorted(set(norwegian) & set(english)):
        if norwegian[key].readable and english[key].readable:
            problems += check_same_citations(norwegian[key], english[key], known)
    return problems


# What comes before the number of a page or a part, and what it is in the other language.
_PAGE = {"no": "s.", "en": "p."}
_WORDS = {
    "no": {"p.": "s.", "pp.": "s.", "page": "s.", "ch.": "kap.", "para.": "avsn."},
    "en": {"s.": "p.", "side": "p.", "kap.": "ch.", "avsn.": "para."},
}
_BARE = re.compile(r"\d+(?:\s*[-–]\s*\d+)?")
_PLACE = re.compile(r"[^<>\"«»“”„]*\d[^<>\"«»“”„]*")
# A citation as one of this site is not: what stands in round brackets is part of the sentence.
_ROUND = re.compile(r"\((?P<inner>@[a-z0-9][^()\[\]\n]*)\)")


def _places(page: SourcePage, citation: Citation) -> Iterator[Problem]:
    """Places in a source that are named as in the other language or elsewhere, or are none."""
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
            mend = f"write {page_word} {cite.locator}, or kap. or § where it is no page"
            yield Problem(page.path, citation.line, what, mend)
        elif not _PLACE.fullmatch(cite.locator):
            what = f'"{cite.locator}" is no place in @{cite.id}'
            yield Problem(page.path, citation.line, what, "write a number, such as s. 13 or p. 13")
        elif page_word and written != cite.locator:
            what = f'"@{cite.id}, {cite.locator}" names its page otherwise than all others'
            right = f"@{cite.id}, {written}"
            told = Problem(page.path, citation.line, what, f'write "{right}"', kind=Kind.LOCATOR)
            yield replace(told, about=f"@{cite.id}, {cite.locator}", right=right)


def _in_round_brackets(page: SourcePage) -> Iterator[Problem]:
    """(@id) is no note: the name of the source becomes a word of the sentence."""
    masked = mask_code(page.body) if "(@" in page.body else ""
    for match in _ROUND.finditer(masked):
        line = line_at(masked, match.start(), page.body_line)
        what = f'"{match.group()}" sets the name of the source into the text'
        yield Problem(page.path, line, what, f"write [{match['inner'].strip()}]")


def check_same_citations(original: SourcePage, twin: SourcePage, known: Set[str]) -> list[Problem]:
    """Twin sections cite the same sources at the same places."""
    problems = []
    theirs = _by_extent(twin)
    for extent, section in _by_extent(original).items():
        match = theirs.get(extent)
        if match is None:
            continue
        ours_cited, theirs_cited = _cited(section.text, known), _cited(match.text, known)
        if ours_cited is None or theirs_cited is None or ours_cited == theirs_cited:
            continue
        missing = _names((ours_cited - theirs_cited).elements())
        extra = _names((theirs_cited - ours_cited).elements())
        said = [f"lacks {missing}" if missing else "", f"adds {extra}" if extra else ""]
        name = f"#{section.anchor}" if section.anchor else "the lead"
        what = f"{name} {' and '.join(part for part in said if part)} against the original"
        mend = f"cite as {original.path}:{section.line} does"
        problems.append(Problem(twin.path, match.line, what, mend))
    return problems


def _by_extent(page: SourcePage) -> dict[tuple[str, str], Section]:
    """The sections by their own anchor and the next.

    A section whose heading, or the one that ends it, is missing or has no name of its
    own cannot be held against another: that is a fault of headings, and told there.
    """
    found = sections(page.body, page.body_line)
    # The lead begins at "" and the last section ends there.
    anchors = [*(section.anchor for section in found), ""]
    return {
        (anchors[at], anchors[at + 1]): section
        for at, section in enumerate(found)
        if (not at or anchors.count(anchors[at]) == 1)
        and (at + 1 == len(found) or anchors.count(anchors[at + 1]) == 1)
    }


def _cited(text: str, known: Set[str]) -> Counter[tuple[str, str]] | None:
    """What a section cites, None where a citation is wrong, which is told already."""
    found = find_citations(text)
    cites = [cite for citation in found for cite in citation.cites]
    if any(citation.fault for citation in found) or any(cite.id not in known for cite in cites):
        return None
    # A quotation is only this site's translation in one of the languages, and what readers abroad
    # must have explained is this site's own.
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
        what, mend = f'nothing cites the source "{id_}"', "cite it, or take it away"
        problems.append(Problem(parsed.path, line, what, mend, kind=Kind.UNCITED, about=id_))
    return problems
