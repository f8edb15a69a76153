"""Checks that the minutes of a workshop agenda add up to what the page promises."""

from __future__ import annotations

from scripts.common.problems import Problem
from scripts.content.agendas import agenda_lines
from scripts.content.pages import Site, SourcePage


def check_agenda(site: Site) -> list[Problem]:
    """Report phase pages whose agenda has no minutes, or minutes that do not add up."""
    return [problem for page in site.pages if page.kind == "phase" for problem in _page(page)]


def _page(page: SourcePage) -> list[Problem]:
    promised = page.meta.get("minutes")
    rows = agenda_lines(page)
    if rows is None or not isinstance(promised, int):
        # Missing headings or front matter are reported by other checks.
        return []
    problems = []
    total = 0
    for row in rows:
        minutes = row.cells[0]
        if not (minutes.isascii() and minutes.isdigit()):
            what = "a row of the agenda does not begin with minutes"
            problems.append(Problem(page.path, row.line, what, "write a whole number first"))
            continue
        total += int(minutes)
    if not problems and total != promised:
        line = page.front_matter.line(("minutes",))
        what = f"the agenda adds up to {total} minutes, but the page promises {promised}"
        problems.append(Problem(page.path, line, what, "change the rows or the promise"))
    return problems
