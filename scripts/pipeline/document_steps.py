"""Steps on the article of a page, and on the whole document that the template rendered."""

from __future__ import annotations

from lxml.html import HtmlElement
from mkdocs.config.defaults import MkDocsConfig

from scripts.pipeline.context import PREVIEW
from scripts.pipeline.page_job import PageJob
from scripts.web.accessibility import fix_markup
from scripts.web.checklists import add_clear_line
from scripts.web.content_security import with_policy
from scripts.web.no_break import NoBreakExtension, no_break_document
from scripts.web.ready_texts import offer_ready_texts
from scripts.web.title_languages import mark_titles


def keep_figures_together(job: PageJob) -> NoBreakExtension:
    """Keep 1 352, § 3 and phase 2 on one line: on the page, in PDFs and in Word."""
    return NoBreakExtension()


def make_accessible(article: HtmlElement, job: PageJob) -> None:
    """Add what Markdown lacks for users of screen readers and keyboards."""
    fix_markup(article)


def offer_buttons(article: HtmlElement, job: PageJob) -> None:
    """Add buttons that clear check boxes, and that copy letters."""
    words = job.build.words(job.locale)
    add_clear_line(article, words("ticks.kept"), words("ticks.clear"))
    offer_ready_texts(article, words("ready-text.copy"))


def mark_title_languages(document: str, job: PageJob) -> str:
    """Add `lang` to page titles in another language, in menus and lists as in headings."""
    return mark_titles(document, job.build.title_languages(job.locale))


def keep_titles_together(document: str, job: PageJob) -> str:
    """Keep phase 2 and 1–3 on one line in page titles from menus and templates too."""
    return no_break_document(document)


def add_styles(document: str, job: PageJob) -> str:
    """Inline the style rules that the page and its scripts use."""
    return job.build.styles.put_into(document)


def add_policy(document: str, job: PageJob) -> str:
    """Add the Content-Security-Policy; a preview has none, since it injects its own script."""
    return policy_added(document, job.config)


def policy_added(document: str, config: MkDocsConfig) -> str:
    """A document with its Content-Security-Policy; unchanged in a preview."""
    return document if config.get(PREVIEW) else with_policy(document)
