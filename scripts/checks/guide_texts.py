"""The words of the guide for editors fit their schema, and its pictures show a page there is."""

from __future__ import annotations

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Kind, Problem
from scripts.common.yaml_lines import YamlText
from scripts.content.near_pages import near_id
from scripts.content.pages import Site

NAME = "guide"


def read_guide(project: Project) -> tuple[dict[str, YamlText], list[Problem]]:
    """The file by its name, where there is one and its schema has passed; else what hinders it."""
    if not (project.data / f"{NAME}.yml").exists():
        # No page needs it; make guide asks for it.
        return {}, []
    parsed, unreadable, faulty = load_data(project, NAME)
    problems = [*unreadable, *faulty]
    return ({} if problems else {NAME: parsed}), problems


def check_guide(site: Site, read: dict[str, YamlText]) -> list[Problem]:
    """A page that the pictures could not be taken of."""
    ids = [page.id for page in site.pages]
    problems = []
    for parsed in read.values():
        named = parsed.data["page"]
        found = [page for page in site.pages if page.id == named]
        # One that should have a twin and lacks it, or whose twin cannot be read, is told of there.
        if not found or found[0].only:
            what = f'the pictures show the page "{named}", which is not there in both languages'
            mend = near_id(named, ids) or "name the id of another page"
            line, kind = parsed.line(("page",)), Kind.UNKNOWN_PAGE
            problems.append(Problem(parsed.path, line, what, mend, kind=kind, about=named))
    return problems
