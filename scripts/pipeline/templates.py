"""Lets templates escape what they show: titles, descriptions and data are text, not HTML.

MkDocs' own environment escapes nothing. What is HTML is marked as such where it is made, by
its type (`Markup`), so that no template decides what may be trusted.
"""

from __future__ import annotations

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink


def escape_text(env: Environment) -> Environment:
    """Prepare an environment of templates before the first is read."""
    env.autoescape = True
    # Every page carries some data: without spare signs.
    env.policies["json.dumps_kwargs"] = {
        "sort_keys": True,
        "ensure_ascii": False,
        "separators": (",", ":"),
    }

    def icon(name: str) -> Markup:
        """An icon of the theme, left out of what is read aloud."""
        drawing = env.get_template(f".icons/{name}.svg").render()
        return Markup(drawing.replace("<svg ", '<svg aria-hidden="true" ', 1))

    env.globals["icon"] = icon
    return env


def mark_html(page: Page) -> None:
    """What Markdown made of a page is HTML, and so are the names in its table of contents."""
    page.content = Markup(page.content or "")
    for entry in page.toc:
        _mark(entry)


def _mark(entry: AnchorLink) -> None:
    entry.title = Markup(entry.title)
    for child in entry.children:
        _mark(child)
