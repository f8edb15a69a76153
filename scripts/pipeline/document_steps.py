"""The last steps of a page, on the whole document that the template made."""

from __future__ import annotations

from scripts.pipeline.page_job import PageJob
from scripts.web.title_languages import mark_titles


def tell_title_languages(document: str, job: PageJob) -> str:
    """Mark names of pages in another language: menus and lists name pages as headings do."""
    return mark_titles(document, job.build.title_languages(job.locale))


def add_styles(document: str, job: PageJob) -> str:
    """Put in the styles that the page and its scripts use."""
    return job.build.styles.put_into(document)
