"""Marks the names of pages that are in another language than the reader's (WCAG 3.1.2).

A page on a publication bears its title, which a screen reader must say in the language
of the work: in the heading, and wherever a list or a menu names the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

import markupsafe

from scripts.content.pages import SourcePage
from scripts.content.records import Publication

# Where a title ends and its subtitle begins.
_SUBTITLE = re.compile(r"(?: [–—-] |: |\. )")


def foreign_titles(
    pages: Iterable[SourcePage], publications: Iterable[Publication]
) -> dict[str, str]:
    """The names of pages that begin in another language, each with its HTML."""
    records = {record["id"]: record for record in publications}
    found: dict[str, str] = {}
    for page in pages:
        record = records.get(page.text("record"))
        if record is None or record["language"] == page.locale.lang:
            continue
        title = record["title"]
        for part in (title, _SUBTITLE.split(title)[0]):
            if page.title.startswith(part):
                rest, lang = page.title.removeprefix(part), record["language"]
                for escaped in (_as_markdown, _as_template):
                    marked = f'<span lang="{lang}">{escaped(part)}</span>{escaped(rest)}'
                    found[escaped(page.title)] = marked
                break
    return found


def _as_markdown(text: str) -> str:
    return escape(text, quote=False)


def _as_template(text: str) -> str:
    return str(markupsafe.escape(text))


def mark_titles(html: str, titles: Mapping[str, str]) -> str:
    """The document with each name marked where it is all the text that an element begins with.

    The head holds names too, in elements and attributes that cannot say their language.
    """
    if not titles:
        return html
    names = "|".join(re.escape(name) for name in sorted(titles, key=len, reverse=True))
    head, body, rest = html.partition("<body")
    # An element that says its language already is left as it is.
    name = re.compile(rf'(?P<open><(?![^<>]* lang=")[^<>]*>\s*)(?P<name>{names})(?=\s*<)')
    return head + body + name.sub(lambda match: match["open"] + titles[match["name"]], rest)
