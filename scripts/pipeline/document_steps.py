"""Steps of a page on its text, and on the whole document that the template made."""

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
    """Keeps 1 352, § 3 and phase 2 on one line, on the page, on paper and in Word."""
    return NoBreakExtension()


def make_accessible(article: HtmlElement, job: PageJob) -> None:
    """Mend what Markdown leaves out for readers who do not see the page or use a mouse."""
    fix_markup(article)


def offer_buttons(article: HtmlElement, job: PageJob) -> None:
    """Let readers take ticks away again, and copy the letters that pages hold ready."""
    words = job.build.words(job.locale)
    add_clear_line(article, words("ticks.kept"), words("ticks.clear"))
    offer_ready_texts(article, words("ready-text.copy"))


def tell_title_languages(document: str, job: PageJob) -> str:
    """Mark names of pages in another language: menus and lists name pages as headings do."""
    return mark_titles(document, job.build.title_languages(job.locale))


def keep_titles_together(document: str, job: PageJob) -> str:
    """Keep phase 2 and 1–3 on one line, also where menus and templates name a page."""
    return no_break_document(document)


def add_styles(document: str, job: PageJob) -> str:
    """Put in the styles that the page and its scripts use."""
    return job.build.styles.put_into(document)


def add_policy(document: str, job: PageJob) -> str:
    """Have the page say what it may load and run; the preview puts a script of its own in."""
    return told_policy(document, job.config)


def told_policy(document: str, config: MkDocsConfig) -> str:
    """A document with its policy, but in a preview."""
    return document if config.get(PREVIEW) else with_policy(document)
