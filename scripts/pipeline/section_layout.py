"""Adds the CSS classes of headings and sections."""

from __future__ import annotations

from lxml.html import HtmlElement

from scripts.content.page_types import PHASE, ROLES
from scripts.pipeline.page_job import PageJob
from scripts.web.sections import add_classes, fold_parts, lay_out_home, lay_out_ways


def lay_out_sections(article: HtmlElement, job: PageJob) -> None:
    """Lay out the sections of an article as its page type prescribes."""
    kind = job.source.kind
    if kind == "home":
        lay_out_home(article)
    else:
        add_classes(article, job.build.section_classes(kind))
        if kind == "list":
            lay_out_ways(article)
    if kind == PHASE:
        fold_parts(article, ROLES)
