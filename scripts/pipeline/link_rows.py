"""HTML that leads to the site or shows a page of it, ready to copy."""

from __future__ import annotations

from scripts.content.permanent_ids import FOLDER as PERMANENT
from scripts.language.locales import other
from scripts.pipeline.download_rows import TemplateRecord
from scripts.pipeline.embeds import frame_html
from scripts.pipeline.page_job import PageJob

# The page that stands as an example.
_SHOWN = "phase-1-anchoring"


def link_rows(job: PageJob) -> list[TemplateRecord]:
    """A link to the site as HTML, in each language; without an address a sign stands for it."""
    build, permanent = job.build, job.imprint.permanent or f"https://…/{PERMANENT}/"
    found = []
    for locale in (job.locale, other(job.locale)):
        home = build.page("home", locale)
        if home:
            link = f'<a href="{permanent}{home.id}/" lang="{locale.lang}">{home.title}</a>'
            found.append({"name": locale.name, "html": link})
    return found


def frame_rows(job: PageJob) -> list[TemplateRecord]:
    """A frame with a page of the site as HTML, in each language."""
    build = job.build
    address = (job.config.site_url or "/") if build.has_address else "https://…/latest/"
    found = []
    for locale in (job.locale, other(job.locale)):
        page, home = build.page(_SHOWN, locale), build.page("home", locale)
        if page and home:
            html = frame_html(page, home.title, address)
            found.append({"name": locale.name, "html": html})
    return found
