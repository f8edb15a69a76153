"""Takes one page through its steps, from Markdown to the document; hooks.py lists them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from jinja2 import Environment
from lxml.html import HtmlElement
from markdown.extensions import Extension
from mkdocs.commands.build import get_context

from scripts.pipeline.citation_files import page_citation_files
from scripts.pipeline.page_job import FinishedPage, PageJob
from scripts.pipeline.templates import mark_html
from scripts.web.article import parse, serialised


class PageSteps(NamedTuple):
    """The steps of a page, each kind in the order in which it runs."""

    extensions: tuple[Callable[[PageJob], Extension], ...]
    article: tuple[Callable[[HtmlElement, PageJob], None], ...]
    context: tuple[Callable[[PageJob], dict[str, Any]], ...]
    document: tuple[Callable[[str, PageJob], str], ...]


def finish_page(job: PageJob, templates: Environment, steps: PageSteps) -> FinishedPage:
    """Take one page from Markdown to the finished HTML document."""
    article = job.rendered(extension(job) for extension in steps.extensions)
    tree = parse(article)
    for article_step in steps.article:
        article_step(tree, job)
    job.page.content, job.page.active = serialised(tree), True
    mark_html(job.page)
    context: dict[str, Any] = dict(get_context(job.nav, job.files, job.config, job.page))
    for context_step in steps.context:
        context |= context_step(job)
    document = templates.get_template("main.html").render(context)
    job.page.active = False
    for document_step in steps.document:
        document = document_step(document, job)
    return FinishedPage(document, article, page_citation_files(job))
