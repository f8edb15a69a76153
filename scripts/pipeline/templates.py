"""Turns on autoescaping in templates: titles, descriptions and data are text, not HTML.

MkDocs' own environment escapes nothing. HTML is marked by its type (`Markup`) where it is
made, so that no template decides what to trust.
"""

from __future__ import annotations

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink


def escape_text(env: Environment) -> Environment:
    """Configure a template environment before its first template is loaded."""
    env.autoescape = True
    # Every page embeds some JSON: write it compactly.
    env.policies["json.dumps_kwargs"] = {
        "sort_keys": True,
        "ensure_ascii": False,
        "separators": (",", ":"),
    }

    def icon(name: str) -> Markup:
        """An icon of the theme, hidden from screen readers."""
        drawing = env.get_template(f".icons/{name}.svg").render()
        return Markup(drawing.replace("<svg ", '<svg aria-hidden="true" ', 1))

    env.globals["icon"] = icon
    return env


def mark_html(page: Page) -> None:
    """Mark the rendered content of a page, and titles in its table of contents, as HTML."""
    page.content = Markup(page.content or "")
    for entry in page.toc:
        _mark(entry)


def _mark(entry: AnchorLink) -> None:
    entry.title = Markup(entry.title)
    for child in entry.children:
        _mark(child)
