"""Every picture has a text for those who do not see it, on the screen and in the PDFs."""

from __future__ import annotations

from scripts.common.problems import Problem
from scripts.content.markdown import links
from scripts.content.pages import Site, SourcePage


def check_pictures(site: Site) -> list[Problem]:
    """Pictures without an alternative text."""
    return [problem for page in site.pages for problem in _page(page)]


def _page(page: SourcePage) -> list[Problem]:
    mend = "write what it shows between the brackets: ![…](…)"
    bare = [link for link in links(page.body, page.body_line) if link.image]
    return [
        Problem(page.path, link.line, f"the picture {link.target} has no text", mend)
        for link in bare
        if not link.text.strip()
    ]
