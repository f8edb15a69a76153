"""Rows of graded lists: phases and building blocks, and the tools of the phases."""

from __future__ import annotations

from scripts.content.grades import POINTS
from scripts.pipeline.download_rows import TemplateRecord
from scripts.pipeline.page_job import PageJob
from scripts.web.grade_words import plural_form, sure
from scripts.web.source_counts import source_counts


def phase_rows(job: PageJob) -> list[TemplateRecord]:
    """The phases, each with its grade of evidence in words and points."""
    grades = job.build.grades
    return [
        {
            **phase,
            "sure": sure(grades[phase["id"]], job.words),
            "points": grades[phase["id"]].sum,
            "most": len(POINTS),
        }
        for phase in job.build.content.datasets.records["phases"]
    ]


def tool_rows(job: PageJob) -> list[TemplateRecord]:
    """The tools in the order of the phases, each with the numbers of the phases that use it."""
    records, words = job.build.content.datasets.records, job.words
    numbers = {phase["id"]: str(phase["number"]) for phase in records["phases"]}
    rows: list[TemplateRecord] = []
    for tool in records["tools"]:
        used = [numbers[id_] for id_ in tool["phases"] if id_ in numbers]
        message = words(f"tools.phase.{plural_form(len(used))}")
        together = f" {words('and')} ".join(used)
        rows.append({**tool, "used_in": message.format(number=together) if used else ""})
    return rows


def building_block_rows(job: PageJob) -> list[TemplateRecord]:
    """The building blocks, each with its sources and the findings of studies."""
    grades = job.build.grades
    return [
        {
            **block,
            "told": source_counts(grades[block["id"]].mkm, job.words),
            "found": list(grades[block["id"]].directions.items()),
        }
        for block in job.build.content.datasets.records["building-blocks"]
    ]
