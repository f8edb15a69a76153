"""Facts about page types: the two pages and the roles of a phase, and classes of sections."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.common.paths import Project
from scripts.common.yaml_lines import load_yaml
from scripts.content.pages import SourcePage

# The three parties, the facilitator, and the users of the service.
ROLES = ("elected", "management", "employees", "guide", "users")
PARTIES = ROLES[:3]
# A phase has two pages with one title: what to do, and the evidence for it.
PHASE, KNOWLEDGE = "phase", "phase-knowledge"
PHASE_PAGES = (PHASE, KNOWLEDGE)
# Types that search filters list under another type: "phase" includes both pages of a phase, and
# "tool" the templates and papers in the tools section.
_FILTER_TYPES = {KNOWLEDGE: PHASE, "template": "tool", "papers": "tool"}


def filtered_as(kind: str) -> str:
    """The type whose search filter includes the pages of a type."""
    return _FILTER_TYPES.get(kind, kind)


def phase_pages(pages: Iterable[SourcePage], page: SourcePage) -> dict[str, SourcePage]:
    """Both pages of the phase that a page is about, by type; `pages` are of its language.

    Empty for a page that is not about a phase; a missing page is left out.
    """
    if page.kind not in PHASE_PAGES:
        return {}
    by_kind = {
        each.kind: each
        for each in pages
        if each.kind in PHASE_PAGES and each.text("record") == page.text("record")
    }
    return {kind: by_kind[kind] for kind in PHASE_PAGES if kind in by_kind}


def section_classes(project: Project) -> dict[str, dict[str, str]]:
    """The CSS classes of headings by anchor, for each page type.

    The kind of content is `holds` in data/shapes.yml; in the sections on roles, each party has
    its colour.
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
