"""Shows what the forms of a tool ask for, and where to fetch them, on narrow screens."""

from __future__ import annotations

from lxml.html import HtmlElement

from scripts.documents.catalogue import documents_of
from scripts.pipeline.list_rows import download_rows
from scripts.pipeline.page_job import PageJob
from scripts.web.form_previews import preview
from scripts.web.fragments import Records


def preview_forms(article: HtmlElement, job: PageJob) -> None:
    """Put previews into the page of a tool."""
    if job.source.kind != "tool":
        return
    offered = download_rows(documents_of(job.source), job)
    records = Records(job.build.project.records, {}, job.words, job.link, str)
    preview(article, records.render("form-files.html", records=offered), job.words)
