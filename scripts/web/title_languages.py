"""Marks page titles that are in another language than the page (WCAG 3.1.2).

A page on a publication has the title of that publication, which a screen reader must read in its
language: in the heading, and wherever a list or a menu names the page.
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
    """Escaped titles that begin in another language -> the same with a `lang` attribute."""
    records = {record["id"]: record for record in publications}
    marked: dict[str, str] = {}
    for page in pages:
        record = records.get(page.text("record"))
        if record is None or record["language"] == page.locale.lang:
            continue
        title = record["title"]
        for part in (title, _SUBTITLE.split(title)[0]):
            if page.title.startswith(part):
                rest, lang = page.title.removeprefix(part), record["language"]
                for escaped in (_as_markdown, _as_template):
                    html = f'<span lang="{lang}">{escaped(part)}</span>{escaped(rest)}'
                    marked[escaped(page.title)] = html
                break
    return marked


def _as_markdown(text: str) -> str:
    return escape(text, quote=False)


def _as_template(text: str) -> str:
    return str(markupsafe.escape(text))


def mark_titles(html: str, titles: Mapping[str, str]) -> str:
    """The document with each title marked where it is the whole first text of an element.

    The head is left alone: `title` and attributes cannot have marked parts.
    """
    if not titles:
        return html
    names = "|".join(re.escape(name) for name in sorted(titles, key=len, reverse=True))
    head, body, rest = html.partition("<body")
    # An element that already has a `lang` attribute is left alone.
    name = re.compile(rf'(?P<open><(?![^<>]* lang=")[^<>]*>\s*)(?P<name>{names})(?=\s*<)')
    return head + body + name.sub(lambda match: match["open"] + titles[match["name"]], rest)
