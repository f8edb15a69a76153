"""Gives headings and sections their classes, which style sheets know them by."""

from __future__ import annotations

from lxml.html import HtmlElement

from scripts.content.page_types import PHASE, ROLES
from scripts.pipeline.page_job import PageJob
from scripts.web.sections import add_classes, fold_parts, lay_out_home, lay_out_ways


def lay_out_sections(article: HtmlElement, job: PageJob) -> None:
    """Change a page's text as its type of page says of its sections."""
    kind = job.source.kind
    if kind == "home":
        lay_out_home(article)
    else:
        add_classes(article, job.build.section_classes(kind))
        if kind == "list":
            lay_out_ways(article)
    if kind == PHASE:
        fold_parts(article, ROLES)
