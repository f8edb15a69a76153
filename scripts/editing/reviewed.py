"""Writes the date of a review into the front matter of pages."""

from __future__ import annotations

from datetime import date

from scripts.common.problems import Problem, ProblemsFound, did_you_mean
from scripts.content.front_matter import with_key
from scripts.content.pages import load_site
from scripts.editing.draft import Draft


def mark_reviewed(draft: Draft, paths: list[str], day: date) -> None:
    """Set `reviewed` of pages to a day; the languages of a page are independent.

    Raises:
        ProblemsFound: there is no page at a path, or its front matter cannot be read.
    """
    site = load_site(draft.root)
    known = {page.path: page for page in site.pages}
    # Such as a file that is not in UTF-8.
    unread = {each.path: each for each in site.problems}
    problems = []
    for path in paths:
        page = known.get(path)
        if page is None:
            fix = did_you_mean(path, known) or "name pages, such as docs/no/index.md"
            problems.append(Problem(path, 0, "this is no page", fix))
        elif path in unread:
            problems.append(unread[path])
        elif not page.meta:
            fix = "mend its front matter first"
            problems.append(Problem(path, 1, "its front matter cannot be read", fix))
    if problems or not paths:
        none = Problem("PAGES", 0, "no page is named", "name those that somebody went over")
        raise ProblemsFound(problems or [none])
    written = f'reviewed: "{day.isoformat()}"'
    for path in paths:
        draft.put(path, with_key(draft.text(path), "reviewed", written))
