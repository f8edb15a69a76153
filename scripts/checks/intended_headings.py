"""Tells headings from text that is only read as one."""

from __future__ import annotations

import re

from scripts.common.shorten import shorten
from scripts.content.markdown import Heading, headings
from scripts.content.pages import SourcePage

# A # directly followed by text, without the space of an intended heading.
_TIGHT = re.compile(r"^[^#]*#+(?=[^\s#])")


def unintended(page: SourcePage, heading: Heading) -> tuple[str, str] | None:
    """Return why text is parsed as a heading, and the remedy; None for an intended heading.

    One with an anchor is always intended.
    """
    if heading.anchor:
        return None
    shown = f'"{shorten(heading.text, 40)}"'
    line, _, underline = page.body[heading.start : heading.end].partition("\n")
    if underline:
        what = f"the row of {underline.strip(' >')[0]} below {shown} makes it a heading"
        return what, "put a blank line between them, or write ## … { #short-english-name }"
    hashes = _TIGHT.search(line)
    if hashes is None:
        fix = "use ## and { #short-english-name } – the page's h1 is its title; or write \\#"
        return ("a heading with one #", fix) if heading.level == 1 else None
    written = f'"{shorten(line.lstrip(" >"), 40)}"'
    return f"{written} is read as a heading", "write \\#, or a space after the # of a heading"


def intended_headings(page: SourcePage) -> list[Heading]:
    """Return the headings of a page, without text that is only parsed as one."""
    all_headings = headings(page.body, page.body_line)
    return [heading for heading in all_headings if not unintended(page, heading)]
