"""HTML to copy: links to the site, and iframes that show a page of it."""

from __future__ import annotations

from scripts.content.permanent_ids import FOLDER as PERMANENT
from scripts.language.locales import other
from scripts.pipeline.download_rows import TemplateRecord
from scripts.pipeline.embeds import frame_html
from scripts.pipeline.page_job import PageJob

# The page shown as an example.
_EXAMPLE = "phase-1-anchoring"


def link_rows(job: PageJob) -> list[TemplateRecord]:
    """A link to the site as HTML, per language; without an address, with “…” as placeholder."""
    build, permanent = job.build, job.imprint.permanent or f"https://…/{PERMANENT}/"
    rows = []
    for locale in (job.locale, other(job.locale)):
        home = build.page("home", locale)
        if home:
            link = f'<a href="{permanent}{home.id}/" lang="{locale.lang}">{home.title}</a>'
            rows.append({"name": locale.name, "html": link})
    return rows


def frame_rows(job: PageJob) -> list[TemplateRecord]:
    """An iframe with a page of the site as HTML, per language."""
    build = job.build
    address = (job.config.site_url or "/") if build.has_address else "https://…/latest/"
    rows = []
    for locale in (job.locale, other(job.locale)):
        page, home = build.page(_EXAMPLE, locale), build.page("home", locale)
        if page and home:
            html = frame_html(page, home.title, address)
            rows.append({"name": locale.name, "html": html})
    return rows
