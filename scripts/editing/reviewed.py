"""Writes the date of a review into the front matter of pages."""

from __future__ import annotations

import re
from datetime import date

from scripts.common.problems import Problem, ProblemsFound, did_you_mean
from scripts.content.pages import load_site
from scripts.editing.draft import Draft

_FRONT = re.compile(r"\A(---[ \t]*\n.*?)^(---[ \t]*)$", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"^reviewed:.*\n", re.MULTILINE)


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
            mend = did_you_mean(path, known) or "name pages, such as docs/no/index.md"
            problems.append(Problem(path, 0, "this is no page", mend))
        elif path in unread:
            problems.append(unread[path])
        elif not page.meta:
            mend = "mend its front matter first"
            problems.append(Problem(path, 1, "its front matter cannot be read", mend))
    if problems or not paths:
        none = Problem("PAGES", 0, "no page is named", "name those that somebody went over")
        raise ProblemsFound(problems or [none])
    for path in paths:
        draft.put(path, recorded(draft.text(path), day))


def recorded(text: str, day: date) -> str:
    """The text of a page with `reviewed` set in its front matter."""
    line = f'reviewed: "{day.isoformat()}"\n'

    def record(match: re.Match[str]) -> str:
        head, replaced = _KEY.subn(line, match[1], count=1)
        return head + match[2] if replaced else f"{head}{line}{match[2]}"

    return _FRONT.sub(record, text, count=1)
