"""Gives headings and sections their classes, which style sheets know them by."""

from __future__ import annotations

from scripts.pipeline.page_job import PageJob
from scripts.web.sections import classed, laid_out_home


def lay_out_sections(html: str, job: PageJob) -> str:
    """The HTML of a page's text, with what its type of page says of its sections."""
    kind = job.source.kind
    return laid_out_home(html) if kind == "home" else classed(html, job.build.section_classes(kind))
