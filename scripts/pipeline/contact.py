"""Links to report an error or edit the file; None where the owner has set no address."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from scripts.language.locales import Locale
from scripts.pipeline.context import Build
from scripts.pipeline.page_job import PageJob
from scripts.web.contact import Contact, read_contact
from scripts.web.edit_link import edit_url


def page_contact(job: PageJob) -> dict[str, Any]:
    """The template context of both links: one names page and edition, the other the source file."""
    address = job.imprint.address + job.source.url
    return {
        "contact_url": contact_link(job.build, job.locale, job.config, job.source.title, address),
        "edit_url": edit_url(job.config.extra.get("edit"), job.source.path),
    }


def contact_link(
    build: Build, locale: Locale, config: MkDocsConfig, title: str, address: str = ""
) -> str | None:
    """The link for reports about a page; the 404 page has no `address` of its own."""
    contact = contact_of(config)
    if contact is None:
        return None
    words = build.words(locale)
    subject = words("contact.subject").format(title=title)
    if build.edition:
        subject += f" ({words('edition')} {build.edition})"
    return contact.link(subject, address)


def contact_of(config: MkDocsConfig) -> Contact | None:
    """The contact that the owner has configured, if any."""
    return read_contact(config.extra.get("contact"))
