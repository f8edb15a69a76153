"""The steps of the self-test “Hvor står dere?” for page and sheet, in the page's language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from scripts.content.markdown import headings
from scripts.content.records import SelfTestStepQuestions, SelfTestStepRead
from scripts.content.self_test import points_of
from scripts.pipeline.download_rows import TemplateRecord
from scripts.pipeline.page_job import PageJob


def self_test_rows(job: PageJob) -> list[TemplateRecord]:
    """The steps in the order of the rule; questions are numbered from 1 across steps."""
    records = job.build.content.datasets.records
    phases = {phase["id"]: phase for phase in records["phases"]}
    number = count(1)
    rows: list[TemplateRecord] = []
    for step in records["self-test"]:
        questions = [_question(next(number), each, job) for each in step["questions"]]
        row: TemplateRecord = {**step, "questions": questions, "record": None}
        if "phase" in step:
            row["record"] = phases[step["phase"]]
        if "read" in step:
            row["read"] = _read(step["read"], job)
        rows.append(row)
    return rows


def _question(number: int, question: SelfTestStepQuestions, job: PageJob) -> TemplateRecord:
    marks = ["editorial"] if question.get("own") else []
    return {
        **question,
        "number": number,
        "cited": [*question.get("sources", []), *marks],
        "answers": [
            {"id": answer, "points": points, "name": job.words(f"self-test.{answer}")}
            for answer, points in points_of(question).items()
        ],
        "leads": list(_leads(question, job)),
    }


def _leads(question: SelfTestStepQuestions, job: PageJob) -> Iterator[TemplateRecord]:
    """The tools and papers that a question links to, with their addresses."""
    records, code = job.build.content.datasets.records, job.source.locale.code
    for tool in records["tools"]:
        if tool["id"] in question.get("tools", []):
            address = job.link(tool.get("page", ""))
            yield {"title": tool["title"][code], "address": address}
    for paper in records["papers"]:
        if paper["id"] in question.get("papers", []):
            address = f"{job.link(paper['page'])}#{paper['id']}"
            yield {"title": paper["title"][code], "address": address}


def _read(read: SelfTestStepRead, job: PageJob) -> TemplateRecord:
    """A link for further reading, titled by its heading if it names one, else by its page."""
    page, anchor = job.build.page(read["page"], job.source.locale), read.get("anchor")
    named = [each.text for each in headings(page.body) if each.anchor == anchor] if page else []
    mark = f"#{anchor}" if anchor else ""
    title = named[0] if anchor and named else page.title if page else read["page"]
    return {"title": title, "address": f"{job.link(read['page'])}{mark}"}
