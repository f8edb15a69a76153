"""Citations: well formed, to a source that exists, and the same in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from scripts.knowledge.citations import MARKS, find_citations
from scripts.knowledge.collection import Collections
from scripts.knowledge.locales import ENGLISH, NORWEGIAN
from scripts.knowledge.pages import Site, SourcePage
from scripts.knowledge.problems import Problem
from scripts.knowledge.prose import sections
from scripts.knowledge.sources import Source
from scripts.knowledge.suggest import did_you_mean
from scripts.knowledge.yamlfile import YamlText


def check_citations(
    site: Site, sources: Mapping[str, Source], parsed: YamlText, records: Collections
) -> list[Problem]:
    """All faults of citations; `parsed` is data/sources.yml with its lines."""
    problems: list[Problem] = []
    cited: set[str] = {id_ for _, _, id_ in records.source_ids()}
    known = [*sources, *MARKS]
    for page in site.pages:
        for citation in find_citations(page.body, page.body_line):
            if citation.fault:
                mend = "write [@id], [@id, s. 13] or [@id; @other]"
                problems.append(
                    Problem(page.path, citation.line, f"malformed citation: {citation.fault}", mend)
                )
                continue
            for cite in citation.cites:
                cited.add(cite.id)
                if cite.id not in known:
                    near = did_you_mean(cite.id, known)
                    mend = f"{near} See data/sources.yml".strip()
                    what = f'unknown source "{cite.id}"'
                    problems.append(Problem(page.path, citation.line, what, mend))
    problems += _uncited(sources, cited, parsed)
    norwegian, english = site.of(NORWEGIAN), site.of(ENGLISH)
    for key in sorted(set(norwegian) & set(english)):
        problems += check_same_citations(norwegian[key], english[key])
    return problems


def check_same_citations(original: SourcePage, twin: SourcePage) -> list[Problem]:
    """Twin sections cite the same sources at the same places."""
    problems = []
    theirs = {section.anchor: section for section in sections(twin.body, twin.body_line)}
    for section in sections(original.body, original.body_line):
        match = theirs.get(section.anchor)
        if match is None:
            continue
        ours_cited, theirs_cited = _cited(section.text), _cited(match.text)
        # A quotation is only this site's translation in one of the languages.
        for counter in (ours_cited, theirs_cited):
            counter.pop(("own-translation", ""), None)
        if ours_cited == theirs_cited:
            continue
        missing = _names((ours_cited - theirs_cited).elements())
        extra = _names((theirs_cited - ours_cited).elements())
        said = [f"lacks {missing}" if missing else "", f"adds {extra}" if extra else ""]
        name = f"#{section.anchor}" if section.anchor else "the lead"
        what = f"{name} {' and '.join(part for part in said if part)} against the original"
        mend = f"cite as {original.path}:{section.line} does"
        problems.append(Problem(twin.path, match.line, what, mend))
    return problems


def _cited(text: str) -> Counter[tuple[str, str]]:
    return Counter(cite.key for citation in find_citations(text) for cite in citation.cites)


def _names(keys: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"@{id_}" + (f" ({locator})" if locator else "") for id_, locator in keys)


def _uncited(sources: Mapping[str, Source], cited: set[str], parsed: YamlText) -> list[Problem]:
    return [
        Problem(
            parsed.path,
            parsed.line((number, "id")),
            f'nothing cites the source "{id_}"',
            "cite it, or take it away",
        )
        for number, id_ in enumerate(sources)
        if id_ not in cited
    ]
