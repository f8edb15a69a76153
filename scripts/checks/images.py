"""Every picture has a text for those who do not see it, on the screen and in the PDFs."""

from __future__ import annotations

import re

from scripts.common.problems import Problem
from scripts.content.markdown import line_at, links, mask_code
from scripts.content.pages import Site, SourcePage

_TAG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ALT = re.compile(r"\balt\s*=\s*(?:\"[^\"]*\S[^\"]*\"|'[^']*\S[^']*')", re.IGNORECASE)


def check_pictures(site: Site) -> list[Problem]:
    """Pictures without an alternative text."""
    return [problem for page in site.pages for problem in _page(page)]


def _page(page: SourcePage) -> list[Problem]:
    mend = "write what it shows between the brackets: ![…](…)"
    bare = [link for link in links(page.body, page.body_line) if link.image]
    problems = [
        Problem(page.path, link.line, f"the picture {link.target} has no text", mend)
        for link in bare
        if not link.text.strip()
    ]
    masked = mask_code(page.body)
    for tag in _TAG.finditer(masked):
        if not _ALT.search(tag.group()):
            line = line_at(masked, tag.start(), page.body_line)
            mend = 'write what it shows: <img alt="…" …>'
            problems.append(Problem(page.path, line, "the picture has no text", mend))
    return problems
