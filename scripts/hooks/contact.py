"""How readers report an error, on every page: a link, or None when the owner set no address."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from scripts.hooks.cite import imprint_of
from scripts.hooks.common import current_locale, source_page
from scripts.knowledge.contact import contact_problems, read_contact
from scripts.knowledge.interface import Words
from scripts.knowledge.problems import ProblemsFound
from scripts.state import state


@event_priority(96)
def on_config(config: MkDocsConfig) -> None:
    """Say at once that the address cannot be one."""
    if problems := contact_problems(config.extra.get("contact")):
        raise Abort(str(ProblemsFound(problems)))


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """The link of a page names the page and its edition."""
    source, imprint = source_page(page), imprint_of(page, config)
    words, address = state.words(source.locale), imprint.address + source.url
    context["contact_url"] = link(config, words, source.title, address)
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """The 404 page does not know which page was asked for."""
    words = state.words(current_locale(config))
    context["contact_url"] = link(config, words, words("not-found"), "")
    return context


def link(config: MkDocsConfig, words: Words, title: str, address: str) -> str | None:
    """Where to write about a page."""
    contact = read_contact(config.extra.get("contact"))
    if contact is None:
        return None
    subject = words("contact.subject").format(title=title)
    if state.edition:
        subject += f" ({words('edition')} {state.edition})"
    return contact.link(subject, address)
