"""Rows of download lists; addresses are relative to the page that shows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scripts.content.page_types import PHASE
from scripts.content.papers import papers_of
from scripts.content.records import Paper
from scripts.documents.catalogue import Document, documents, documents_of_paper
from scripts.documents.listed import files_of_phases, rows
from scripts.pipeline.page_job import PageJob

# The context of one row in a template: a record, and what is computed for the page.
TemplateRecord = dict[str, Any]


def download_rows(listed: list[Document], job: PageJob) -> list[TemplateRecord]:
    """Rows for documents, with addresses relative to the page."""
    return [{**each, "address": job.relative(each["path"])} for each in rows(listed, job.words)]


def all_downloads(job: PageJob) -> list[TemplateRecord]:
    """Every download in the language of the page, tools in the order of the phases.

    Pages are sorted by their Norwegian file names, which is no order in English.
    """
    content = job.build.content
    records = content.datasets.records
    listed = documents(content.site, job.source.locale, records["papers"])
    order = {tool["page"]: index for index, tool in enumerate(records["tools"]) if "page" in tool}
    of_tools = [each for each in listed if each.page.id in order]
    in_turn = iter(sorted(of_tools, key=lambda each: order[each.page.id]))
    return download_rows([next(in_turn) if each.page.id in order else each for each in listed], job)


def phase_files(job: PageJob) -> list[TemplateRecord]:
    """What the workshop of each phase is printed from, phase by phase."""
    return files_of_phases(all_downloads(job))


def paper_rows(papers: Iterable[Paper], job: PageJob) -> list[TemplateRecord]:
    """Workshop papers with their files; each file is labelled by its role for the paper."""
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
    """The papers of all workshops; on the page of a phase only those of that phase."""
    records = job.build.content.datasets.records
    is_phase = job.source.kind == PHASE
    shown = papers_of(records, job.source.text("record")) if is_phase else records["papers"]
    return [{**paper} for paper in shown]
