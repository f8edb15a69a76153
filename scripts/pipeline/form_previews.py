"""Previews of forms with their downloads on narrow screens, and of papers on all screens."""

from __future__ import annotations

from lxml.html import HtmlElement

from scripts.content.papers import papers_on
from scripts.pipeline.download_rows import paper_rows
from scripts.pipeline.page_job import PageJob
from scripts.web.accessibility import FORM
from scripts.web.form_previews import preview
from scripts.web.fragments import Fragments


def preview_forms(article: HtmlElement, job: PageJob) -> None:
    """Insert previews on the page of a tool, and files with previews below headings of papers."""
    records = Fragments(job.build.project.components, {}, job.words, job.link, str)
    if job.source.kind == "tool":
        preview(article, FORM, records.render("form-files.html"), job.words)
    papers = papers_on(job.build.content.datasets.records.get("papers", []), job.source)
    for paper in paper_rows(papers, job):
        files = records.render("paper-files.html", records=paper["files"])
        preview(article, paper["id"], files, job.words)
