"""How readers report an error, and editors mend it: links, None where no address is set."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from scripts.language.locales import Locale
from scripts.pipeline.context import Build
from scripts.pipeline.page_job import PageJob
from scripts.web.contact import Contact, read_contact
from scripts.web.edit_link import edit_url


def page_contact(job: PageJob) -> dict[str, Any]:
    """The link of a page names the page and its edition; that of its file is of its language."""
    address = job.imprint.address + job.source.url
    return {
        "contact_url": contact_link(job.build, job.locale, job.config, job.source.title, address),
        "edit_url": edit_url(job.config.extra.get("edit"), job.source.path),
    }


def contact_link(
    build: Build, locale: Locale, config: MkDocsConfig, title: str, address: str = ""
) -> str | None:
    """Where to write about a page; the 404 page has no address, since none was found."""
    contact = contact_of(config)
    if contact is None:
        return None
    words = build.words(locale)
    subject = words("contact.subject").format(title=title)
    if build.edition:
        subject += f" ({words('edition')} {build.edition})"
    return contact.link(subject, address)


def contact_of(config: MkDocsConfig) -> Contact | None:
    """The contact that the owner set, if any."""
    return read_contact(config.extra.get("contact"))
