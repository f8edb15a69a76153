"""Checks that the map outline and the citation style, both made elsewhere, are intact."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.etree import ElementTree

from scripts.common.files import read_text
from scripts.common.paths import Project
from scripts.common.problems import Problem


def check_outline(project: Project) -> Iterator[Problem]:
    """Report what prevents drawing the map."""
    path = project.data / "norway.json"
    if not path.is_file():
        return
    text, problems = read_text(path, project.root)
    yield from problems
    fix = "put it back, or make it anew (CONTRIBUTING.md, The look)"
    try:
        outline = json.loads(text or "0")
        is_intact = (
            isinstance(outline, dict)
            and isinstance(outline.get("rings"), list)
            and outline["rings"]
        )
        if not problems and not is_intact:
            yield Problem("data/norway.json", 1, "the outline of the map has no rings", fix)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        yield Problem("data/norway.json", line, "the outline of the map is no JSON", fix)


def check_style(project: Project) -> Iterator[Problem]:
    """Report what prevents formatting references."""
    folder = project.data / "csl"
    if folder.is_dir() and not any(folder.glob("*.csl")):
        yield Problem("data/csl", 0, "the citation style is missing", "put apa.csl back")
    for path in sorted(folder.glob("*.csl")) if folder.is_dir() else ():
        text, problems = read_text(path, project.root)
        yield from problems
        try:
            if not problems:
                ElementTree.fromstring(text)
        except ElementTree.ParseError as error:
            what = f"the citation style is no XML: {error.msg}"
            yield Problem(f"data/csl/{path.name}", error.position[0], what, "put the file back")
