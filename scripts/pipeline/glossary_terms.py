"""Links the first occurrence of each term on a page to the glossary."""

from __future__ import annotations

from lxml.html import HtmlElement

from scripts.pipeline.page_job import PageJob

GLOSSARY_ID = "glossary"


def link_terms(article: HtmlElement, job: PageJob) -> None:
    """Link the first occurrence of each term in the article."""
    source = job.source
    glossary = job.build.page(GLOSSARY_ID, job.locale)
    # The home page is skimmed in seconds, and its links should be the three entry points.
    if glossary is None or source.id == GLOSSARY_ID or source.kind == "home":
        return
    job.build.linker(job.locale).link(article, job.relative(glossary.url), source.id)
