"""What the types of pages have: the pages and roles of a phase, and what sections hold."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.common.paths import Project
from scripts.common.yaml_lines import load_yaml
from scripts.content.pages import SourcePage

# The three parties, who guides them, and who the work is for.
ROLES = ("elected", "management", "employees", "guide", "users")
PARTIES = ROLES[:3]
# A phase is two pages under one title: what to do, and below it what is known.
PHASE, KNOWLEDGE = "phase", "phase-knowledge"
PHASE_PAGES = (PHASE, KNOWLEDGE)
# What the search shows under the filter of another type: readers who look among the phases find
# both pages of each, and those who look among the tools the drafts and papers that stand there.
_FILTERED_AS = {KNOWLEDGE: PHASE, "template": "tool", "papers": "tool"}


def filtered_as(kind: str) -> str:
    """The type under whose filter the search shows the pages of a type."""
    return _FILTERED_AS.get(kind, kind)


def phase_pages(pages: Iterable[SourcePage], page: SourcePage) -> dict[str, SourcePage]:
    """Both pages of the phase that a page is about, by type, among those of its language.

    Empty for a page that is about no phase; a page that is not written is left out.
    """
    if page.kind not in PHASE_PAGES:
        return {}
    found = {
        each.kind: each
        for each in pages
        if each.kind in PHASE_PAGES and each.text("record") == page.text("record")
    }
    return {kind: found[kind] for kind in PHASE_PAGES if kind in found}


def section_classes(project: Project) -> dict[str, dict[str, str]]:
    """The classes of headings by their anchors, for each type of page.

    What a section holds is said by `holds` in data/shapes.yml; where the roles are told of,
    each party has its colour.
    """
    shapes, problems = load_yaml(project.data / "shapes.yml", project.root)
    if problems or not isinstance(shapes.data, dict):
        return {}
    classes = {
        kind: {part["id"]: f"holds-{part['holds']}" for part in shape if "holds" in part}
        for kind, shape in shapes.data.items()
    }
    for number, role in enumerate(PARTIES, 1):
        classes.get(PHASE, {})[role] = f"of-party of-party-{number}"
    return classes
