"""Checks the texts of the editors' guide: they fit their schema, and its example page exists."""

from __future__ import annotations

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Kind, Problem
from scripts.common.yaml_lines import YamlText
from scripts.content.near_pages import near_id
from scripts.content.pages import Site

NAME = "guide"


def read_guide(project: Project) -> tuple[dict[str, YamlText], list[Problem]]:
    """Return the parsed file by its name if it exists and is valid, and the problems with it."""
    if not (project.data / f"{NAME}.yml").exists():
        # No page needs the file, only make guide.
        return {}, []
    parsed, unreadable, faulty = load_data(project, NAME)
    problems = [*unreadable, *faulty]
    return ({} if problems else {NAME: parsed}), problems


def check_guide(site: Site, read: dict[str, YamlText]) -> list[Problem]:
    """Report an example page that does not exist in both languages."""
    ids = [page.id for page in site.pages]
    problems = []
    for parsed in read.values():
        named = parsed.data["page"]
        pages = [page for page in site.pages if page.id == named]
        # A translation that is missing by mistake or unreadable is reported elsewhere.
        if not pages or pages[0].only:
            what = f'the pictures show the page "{named}", which is not there in both languages'
            fix = near_id(named, ids) or "name the id of another page"
            line, kind = parsed.line(("page",)), Kind.UNKNOWN_PAGE
            problems.append(Problem(parsed.path, line, what, fix, kind=kind, about=named))
    return problems
