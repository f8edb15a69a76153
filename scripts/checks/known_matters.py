"""What the evidence map says of a municipality stands on the page of that municipality."""

from __future__ import annotations

from scripts.common.problems import Kind, Problem
from scripts.content.citations import find_citations
from scripts.content.datasets import Datasets
from scripts.content.pages import Site


def check_known(site: Site, loaded: Datasets) -> list[Problem]:
    """Sources under `known` that the page does not cite, and matters that stand twice."""
    parsed = loaded.files.get("municipalities")
    if parsed is None:
        return []
    pages = {page.id: page for page in site.pages if page.readable and not page.locale.prefix}
    problems = []
    records = loaded.records.get("municipalities", [])
    ids = {record["id"] for record in records}
    for number, record in enumerate(records):
        page = pages.get(record.get("page", ""))
        if page and page.text("record") in ids - {record["id"]}:
            # That the page is about another is told (facts.py); what it cites is no second fault.
            continue
        cited = (
            {cite.id for found in find_citations(page.body) for cite in found.cites}
            if page
            else set()
        )
        seen: set[str] = set()
        for at, known in enumerate(record.get("known", [])):
            if known["matter"] in seen:
                what = f'the matter "{known["matter"]}" stands twice under known'
                line = parsed.line((number, "known", at, "matter"))
                problems.append(Problem(parsed.path, line, what, "put the two together"))
            seen.add(known["matter"])
            for place, id_ in enumerate(known["sources"]):
                if id_ in cited:
                    continue
                where = page.path if page else "a page of the municipality"
                what = f'{where} does not cite "{id_}", which is said to tell of it'
                mend = "cite it there, or take it out of known"
                line = parsed.line((number, "known", at, "sources", place))
                told = Problem(parsed.path, line, what, mend, kind=Kind.UNCITED, about=id_)
                problems.append(told)
    return problems
