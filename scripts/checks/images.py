"""Every picture has a text for those who do not see it, on the screen and in the PDFs."""

from __future__ import annotations

import re

from scripts.common.problems import Problem
from scripts.content.markdown import links
from scripts.content.pages import Site, SourcePage

# What programs put there: image1, IMG_2034, Bilde 3, møte.png.
_FILE = re.compile(
    r"\S[^\n]*\.(?:png|jpe?g|svg|webp|avif|gif)|(?:image|img|dsc|picture|photo|bilde|figur|figure"
    r"|screenshot|skjermbilde|alt)?[\s_-]*\d*",
    re.IGNORECASE,
)


def check_pictures(site: Site) -> list[Problem]:
    """Pictures without an alternative text."""
    return [problem for page in site.pages for problem in _page(page)]


def _page(page: SourcePage) -> list[Problem]:
    mend = "write what it shows between the brackets: ![…](…)"
    pictures = [link for link in links(page.body, page.body_line) if link.image]
    return [
        Problem(page.path, link.line, f"the picture {link.target} {fault}", mend)
        for link in pictures
        if (fault := _fault(link.text.strip()))
    ]


def _fault(text: str) -> str:
    """What is wrong with the text of a picture, "" if nothing is."""
    if not text:
        return "has no text"
    return f'has the name of a file for a text ("{text}")' if _FILE.fullmatch(text) else ""
