"""Checks that every picture has an alternative text, on the site and in the PDFs."""

from __future__ import annotations

import re

from scripts.common.problems import Problem
from scripts.content.markdown import links
from scripts.content.pages import Site, SourcePage

# Alternative texts that programs insert: image1, IMG_2034, Bilde 3, møte.png.
_FILE = re.compile(
    r"\S[^\n]*\.(?:png|jpe?g|svg|webp|avif|gif)|(?:image|img|dsc|picture|photo|bilde|figur|figure"
    r"|screenshot|skjermbilde|alt)?[\s_-]*\d*",
    re.IGNORECASE,
)


def check_pictures(site: Site) -> list[Problem]:
    """Report pictures without an alternative text, or with a file name for one."""
    return [problem for page in site.pages for problem in _page(page)]


def _page(page: SourcePage) -> list[Problem]:
    fix = "write what it shows between the brackets: ![…](…)"
    pictures = [link for link in links(page.body, page.body_line) if link.image]
    return [
        Problem(page.path, link.line, f"the picture {link.target} {fault}", fix)
        for link in pictures
        if (fault := _fault(link.text.strip()))
    ]


def _fault(text: str) -> str:
    """Return what is wrong with the alternative text of a picture, "" if nothing is."""
    if not text:
        return "has no text"
    return f'has the name of a file for a text ("{text}")' if _FILE.fullmatch(text) else ""
