"""Checks that a municipality's page cites the sources that the evidence map lists for it."""

from __future__ import annotations

from scripts.common.problems import Kind, Problem
from scripts.content.citations import find_citations
from scripts.content.datasets import Datasets
from scripts.content.pages import Site


def check_known_matters(site: Site, loaded: Datasets) -> list[Problem]:
    """Report sources under `known` that the page does not cite, and repeated matters."""
    parsed = loaded.files.get("municipalities")
    if parsed is None:
        return []
    pages = {page.id: page for page in site.pages if page.readable and not page.locale.prefix}
    all_known = all(page.readable and page.id for page in site.pages)
    problems = []
    records = loaded.records.get("municipalities", [])
    ids = {record["id"] for record in records}
    for number, record in enumerate(records):
        page = pages.get(record.get("page", ""))
        if page and page.text("record") in ids - {record["id"]}:
            # A page about another record is reported by record_pages.py.
            continue
        if page is None and not all_known:
            # Its front matter cannot be read, and what it cites is not known until it can.
            continue
        cited = (
            {cite.id for citation in find_citations(page.body) for cite in citation.cites}
            if page
            else set()
        )
        seen: set[str] = set()
        for index, known in enumerate(record.get("known", [])):
            if known["matter"] in seen:
                what = f'the matter "{known["matter"]}" stands twice under known'
                line = parsed.line((number, "known", index, "matter"))
                problems.append(Problem(parsed.path, line, what, "put the two together"))
            seen.add(known["matter"])
            for position, id_ in enumerate(known["sources"]):
                if id_ in cited:
                    continue
                where = page.path if page else "a page of the municipality"
                what = f'{where} does not cite "{id_}", which is said to tell of it'
                fix = "cite it there, or take it out of known"
                line = parsed.line((number, "known", index, "sources", position))
                problem = Problem(parsed.path, line, what, fix, kind=Kind.UNCITED, about=id_)
                problems.append(problem)
    return problems
