"""The files that a page offers, as its lists show them: with the address from that page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scripts.content.page_types import PHASE
from scripts.content.papers import papers_of
from scripts.content.records import Paper
from scripts.documents.catalogue import Document, documents, documents_of_paper
from scripts.documents.listed import files_of_phases, rows
from scripts.pipeline.page_job import PageJob

# What a template is told of one row: a record, and what is worked out for the page beside it.
TemplateRecord = dict[str, Any]


def download_rows(found: list[Document], job: PageJob) -> list[TemplateRecord]:
    """Documents as a page lists them, with their addresses from there."""
    return [{**each, "address": job.relative(each["path"])} for each in rows(found, job.words)]


def all_downloads(job: PageJob) -> list[TemplateRecord]:
    """Every file to download in the language of the page, tools in the order of the phases.

    Pages lie in the alphabet of Norwegian, which is no order in English.
    """
    content = job.build.content
    records = content.datasets.records
    found = documents(content.site, job.source.locale, records["papers"])
    order = {tool["page"]: at for at, tool in enumerate(records["tools"]) if "page" in tool}
    of_tools = [each for each in found if each.page.id in order]
    in_turn = iter(sorted(of_tools, key=lambda each: order[each.page.id]))
    return download_rows([next(in_turn) if each.page.id in order else each for each in found], job)


def phase_files(job: PageJob) -> list[TemplateRecord]:
    """What the workshop of each phase is printed from, phase by phase."""
    return files_of_phases(all_downloads(job))


def paper_rows(papers: Iterable[Paper], job: PageJob) -> list[TemplateRecord]:
    """Papers of the workshops with their files, each called by what it is of its paper."""
    pages = job.build.content.site.by_id(job.source.locale)
    return [
        {
            **paper,
            "files": [
                {**row, "name": job.words(f"print.{row['kind']}")}
                for row in download_rows(documents_of_paper(paper, pages[paper["page"]]), job)
            ],
        }
        for paper in papers
    ]


def papers_shown(job: PageJob) -> list[TemplateRecord]:
    """The papers of all workshops, or on the page of a phase those of that phase."""
    records = job.build.content.datasets.records
    is_phase = job.source.kind == PHASE
    found = papers_of(records, job.source.text("record")) if is_phase else records["papers"]
    return [{**paper} for paper in found]
