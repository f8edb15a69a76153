"""Checks the data behind evidence grades: subjects exist, and their pages cite the sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.common.yaml_lines import Where
from scripts.content.citations import find_citations
from scripts.content.datasets import Datasets
from scripts.content.page_cache import cached_per_page
from scripts.content.pages import Site, SourcePage

# The page about all building blocks.
BLOCKS = "method-building-blocks"


def check_findings(site: Site, loaded: Datasets) -> list[Problem]:
    """Report findings about unknown subjects, and sources that no page on the subject cites."""
    cited = _cited(site)
    subjects: dict[str, set[str]] = {}
    problems: list[Problem] = []
    for name in ("phases", "tools", "building-blocks"):
        records: Sequence[Mapping[str, object]] = loaded.of(name)
        for number, record in enumerate(records):
            id_ = str(record["id"])
            subjects[id_] = cited.get(BLOCKS if name == "building-blocks" else id_, set())
            mkm = record.get("mkm")
            for index, source in enumerate(mkm["sources"] if isinstance(mkm, dict) else []):
                if source not in subjects[id_]:
                    where: Where = (number, "mkm", "sources", index)
                    problems.append(_uncited(loaded, name, where, source, id_))
    findings = loaded.records.get("findings", [])
    for number, finding in enumerate(findings):
        for index, about in enumerate(finding["about"]):
            if about not in subjects:
                parsed = loaded.files["findings"]
                fix = did_you_mean(about, subjects) or "name a phase, tool or building block"
                line = parsed.line((number, "about", index))
                what = f'a finding about "{about}", which does not exist'
                problems.append(Problem(parsed.path, line, what, fix))
            # A building block has no page of its own; phases and tools cite its sources.
            elif finding["source"] not in subjects[about] and not about.startswith("block-"):
                where = (number, "source")
                problems.append(_uncited(loaded, "findings", where, finding["source"], about))
    return problems


def _cited(site: Site) -> dict[str, set[str]]:
    """Map the record of each Norwegian page (else its id) to the sources that it cites."""
    pages = [page for page in site.pages if page.readable and not page.locale.prefix]
    cited: dict[str, set[str]] = {}
    for page, ids in zip(pages, cached_per_page(site.root, "cited", pages, _cited_on), strict=True):
        cited.setdefault(page.text("record") or page.id, set()).update(ids)
    return cited


def _cited_on(page: SourcePage) -> set[str]:
    return {cite.id for citation in find_citations(page.body) for cite in citation.cites}


def _uncited(loaded: Datasets, name: str, where: Where, source: str, about: str) -> Problem:
    parsed = loaded.files[name]
    what = f'no page about "{about}" cites "{source}"'
    fix = "cite it where the page tells of it, or take it out here"
    line = parsed.line(where)
    return Problem(parsed.path, line, what, fix, kind=Kind.UNCITED, about=source)
