"""Lets templates escape what they show: titles, descriptions and data are text, not HTML.

MkDocs' own environment escapes nothing. What is HTML is marked as such where it is made, by
its type (`Markup`), so that no template decides what may be trusted.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Before any template of this language is read."""
    env.autoescape = True

    def icon(name: str) -> Markup:
        """An icon of the theme, left out of what is read aloud."""
        drawing = env.get_template(f".icons/{name}.svg").render()
        return Markup(drawing.replace("<svg ", '<svg aria-hidden="true" ', 1))

    env.globals["icon"] = icon
    return env


@event_priority(100)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """What Markdown made of the page is HTML, and so are the names in its table of contents."""
    page.content = Markup(page.content or "")
    for entry in page.toc:
        _mark(entry)
    return context


def _mark(entry: AnchorLink) -> None:
    entry.title = Markup(entry.title)
    for child in entry.children:
        _mark(child)
