"""What the types of pages have: the roles that a phase tells of, and what sections hold."""

from __future__ import annotations

from scripts.common.paths import Project
from scripts.common.yaml_lines import load_yaml

# The three parties, who guides them, and who the work is for.
ROLES = ("elected", "management", "employees", "guide", "users")
PARTIES = ROLES[:3]


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
        classes.get("phase", {})[role] = f"of-party of-party-{number}"
    return classes
